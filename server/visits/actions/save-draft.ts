import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { personOfNumber } from "../desk/draft-person.ts";
import { pictureMissing, pictureToTie, type PictureToTie } from "../desk/draft-picture.ts";
import type { SavedDraft } from "../saved-draft.ts";
import {
  findVisitOfRequest,
  insertDraft,
  listOffers,
  sealContact,
  tieHandOver,
  tiePicture,
  type KeptVisit,
} from "../store.ts";
import { readDraft, type DraftRefusal, type TypedVisit, type VisitContact } from "../visit-draft.ts";
import type { AskingWay } from "../visit.ts";

export interface DraftInput {
  readonly citizenId: CitizenId;
  readonly way: Exclude<AskingWay, "line_qr">;
  readonly typed: TypedVisit;
  /** The reading of the card, for way `card`. */
  readonly correlationId: string | null;
  readonly rights: Pick<VisitContact, "mainRight" | "subRight">;
  /** The picture of face and card, for way `picture`. */
  readonly pictureId: string | null;
  /** The day of service; null: today. Only offline slips are of a day before. */
  readonly day: BangkokDay | null;
  /** The hand-over it goes on from, which this member of staff took (N15). */
  readonly handOverId?: string | null;
  readonly requestKey: string;
}

export type SaveDraftRefusal =
  | DraftRefusal
  /** Nobody of that number was met yet (identity/actions/meet-at-counter.ts comes first). */
  | { readonly kind: "person_unknown" }
  | { readonly kind: "card_missing" };

/**
 * Keeps a new draft ("บันทึก(ร่าง)") of a visit at the staff's own facility. The same request answers with the draft it
 * made. One that goes on from a hand-over is tied to it, unless that is over or of somebody else: then it is a visit
 * like any other. Refuses wrong fields (all at once), a person nobody met, a way of proof without its proof, among
 * it a picture of somebody else or taken by somebody else; then nothing is kept.
 */
export async function saveDraft(
  ports: Ports,
  actor: Staff,
  input: DraftInput,
): Promise<Result<SavedDraft, SaveDraftRefusal>> {
  if (input.way === "card" && input.correlationId === null) return refuse({ kind: "card_missing" });
  const now = ports.clock.now();
  const day = input.day ?? bangkokDay(now);
  return ports.db.as(actor, async (tx) => {
    const before = await findVisitOfRequest(tx, actor.agencyId, input.requestKey);
    if (before) return ok({ visitId: before.id, version: before.version });
    const picture = await pictureToTie(tx, actor, input);
    const draft = readDraft(
      { ...input.typed, hasPicture: input.way !== "picture" || picture !== null },
      await listOffers(tx, actor.agencyId, day),
      day,
      now,
    );
    if (!draft.ok) return draft;
    const person = await personOfNumber(ports, tx, actor, input.citizenId);
    if (!person) return refuse({ kind: "person_unknown" });
    if (picture && picture.personId !== person.id) return refuse(pictureMissing);
    const visit = { id: ports.random.uuid(), personId: person.id, agencyId: actor.agencyId };
    const { mobile, telephones } = draft.value;
    const sealed = sealContact(ports, person.dataKey, visit.id, { mobile, telephones, ...input.rights });
    const kept = await insertDraft(tx, {
      ...visit,
      day,
      now,
      sealed,
      way: input.way,
      draft: draft.value,
      correlationId: input.correlationId,
      madeBy: actor.staffId,
      requestKey: input.requestKey,
    });
    if (!kept) return ok(await madeBefore(tx, actor.agencyId, input.requestKey));
    await tie(ports, tx, actor, visit, { input, picture });
    await record(ports, tx, {
      action: "visit.drafted",
      actor,
      personId: person.id,
      subjectId: visit.id,
      refs: { way: input.way },
    });
    return ok({ visitId: visit.id, version: 1 });
  });
}

/** What the draft came with is its own from now on: the picture, the hand-over. */
async function tie(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  visit: Pick<KeptVisit, "id" | "personId">,
  { input, picture }: { readonly input: DraftInput; readonly picture: PictureToTie | null },
): Promise<void> {
  if (picture && !(await tiePicture(tx, actor, visit, picture.id))) {
    throw new Error("a picture that was locked is not there");
  }
  if (!input.handOverId) return;
  const citizenIndex = ports.keys.blindIndex("citizen_id", input.citizenId);
  await tieHandOver(tx, actor, input.handOverId, { visitId: visit.id, citizenIndex });
}

/** The draft of the same request, sent twice at once: the other one has committed. */
async function madeBefore(tx: Tx, agencyId: string, requestKey: string): Promise<SavedDraft> {
  const made = await findVisitOfRequest(tx, agencyId, requestKey);
  if (!made) throw new Error("a request that was taken made no visit");
  return { visitId: made.id, version: made.version };
}
