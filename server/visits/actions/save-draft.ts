import { record } from "../../audit/store.ts";
import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import {
  changeDraft,
  contactPlace,
  findLoosePicture,
  findPictureOfVisit,
  findVisitOfRequest,
  insertDraft,
  listOffers,
  lockVisit,
  replaceServices,
  tieHandOver,
  tiePicture,
  untiePicture,
  type KeptVisit,
} from "../store.ts";
import {
  readDraft,
  type DraftRefusal,
  type ReadDraft,
  type TypedVisit,
  type VisitContact,
} from "../visit-draft.ts";
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

export interface SavedDraft {
  readonly visitId: string;
  readonly version: number;
}

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
    const picture = await pictureOf(tx, actor, input);
    const draft = readDraft(
      { ...input.typed, hasPicture: input.way !== "picture" || picture !== null },
      await listOffers(tx, actor.agencyId, day),
      day,
      now,
    );
    if (!draft.ok) return draft;
    const person = await personOf(ports, tx, actor, input.citizenId);
    if (!person) return refuse({ kind: "person_unknown" });
    if (picture && picture.personId !== person.id) return refuse(pictureMissing);
    const visit = { id: ports.random.uuid(), personId: person.id, agencyId: actor.agencyId };
    const sealed = sealContact(ports, person.dataKey, visit.id, draft.value, input.rights);
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
    if (picture && !(await tiePicture(tx, actor, visit, picture.id))) {
      throw new Error("a picture that was locked is not there");
    }
    if (input.handOverId) {
      const citizenIndex = ports.keys.blindIndex("citizen_id", input.citizenId);
      await tieHandOver(tx, actor, input.handOverId, { visitId: visit.id, citizenIndex });
    }
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

export type ChangeDraftRefusal =
  | DraftRefusal
  | { readonly kind: "visit_not_found" }
  | { readonly kind: "visit_not_draft"; readonly status: KeptVisit["status"] }
  /** Somebody changed it since it was seen; nothing was overwritten. `by` is their account. */
  | { readonly kind: "draft_changed"; readonly version: number; readonly by: string | null };

/**
 * Changes a draft from the version that was seen. Refuses another facility's as not found, what is no draft any more,
 * wrong fields, a draft that somebody else changed in the meantime, and one by picture that has none. A picture given
 * takes the place of the one before.
 */
export async function editDraft(
  ports: Ports,
  actor: Staff,
  input: {
    readonly visitId: string;
    readonly version: number;
    readonly typed: TypedVisit;
    /** A picture just taken; none: the one before stays. */
    readonly pictureId?: string | null;
  },
): Promise<Result<SavedDraft, ChangeDraftRefusal>> {
  if (!isUuid(input.visitId)) return refuse({ kind: "visit_not_found" });
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    const visit = await lockVisit(tx, actor.agencyId, input.visitId);
    if (!visit) return refuse({ kind: "visit_not_found" });
    if (visit.status !== "draft") return refuse({ kind: "visit_not_draft", status: visit.status });
    if (visit.version !== input.version) {
      return refuse({ kind: "draft_changed", version: visit.version, by: visit.changedBy });
    }
    const { pictureId = null } = input;
    const picture = await pictureOf(tx, actor, { pictureId, way: visit.way });
    const hasPicture = visit.way !== "picture" || (await hasPictureThen(tx, visit, { pictureId, picture }));
    const draft = readDraft(
      { ...input.typed, hasPicture },
      await listOffers(tx, actor.agencyId, visit.day),
      visit.day,
      now,
    );
    if (!draft.ok) return draft;
    const look = {
      what: "visit",
      purpose: "edit_draft",
      subjectId: visit.id,
      personIds: [visit.personId],
    } as const;
    const person = (await listLookedAt(ports, tx, actor, look)).get(visit.personId);
    if (!person) throw new Error("a visit's person is not there");
    const before =
      visit.sealed && ports.vault.open<VisitContact>(person.dataKey, contactPlace(visit.id), visit.sealed);
    const rights = { mainRight: before?.mainRight ?? null, subRight: before?.subRight ?? null };
    const sealed = sealContact(ports, person.dataKey, visit.id, draft.value, rights);
    const { cameAt, hn, an, services } = draft.value;
    await changeDraft(tx, visit, { staffId: actor.staffId, now }, { cameAt, hn, an, sealed });
    await replaceServices(tx, visit, services);
    if (picture) {
      await untiePicture(tx, visit);
      await tiePicture(tx, actor, visit, picture.id);
    }
    await record(ports, tx, {
      action: "visit.draft_changed",
      actor,
      personId: visit.personId,
      subjectId: visit.id,
    });
    return ok({ visitId: visit.id, version: visit.version + 1 });
  });
}

const pictureMissing = {
  kind: "draft_incomplete",
  fields: [{ field: "picture", refusal: { kind: "picture_missing" } }],
} as const satisfies DraftRefusal;

/** The picture that is to be tied, taken by this member of staff; null: none was given, or it is no such. */
async function pictureOf(
  tx: Tx,
  actor: Staff,
  { way, pictureId }: { readonly way: AskingWay; readonly pictureId: string | null },
): Promise<{ readonly id: string; readonly personId: string } | null> {
  if (way !== "picture" || pictureId === null || !isUuid(pictureId)) return null;
  const found = await findLoosePicture(tx, actor, pictureId);
  return found && { ...found, id: pictureId };
}

/** True when a draft will have its person's picture: the one given, or without one given the one before. */
async function hasPictureThen(
  tx: Tx,
  visit: KeptVisit,
  given: { readonly pictureId: string | null; readonly picture: { readonly personId: string } | null },
): Promise<boolean> {
  if (given.pictureId === null) return (await findPictureOfVisit(tx, visit)) !== null;
  return given.picture?.personId === visit.personId;
}

/** The draft of the same request, sent twice at once: the other one has committed. */
async function madeBefore(tx: Tx, agencyId: string, requestKey: string): Promise<SavedDraft> {
  const made = await findVisitOfRequest(tx, agencyId, requestKey);
  if (!made) throw new Error("a request that was taken made no visit");
  return { visitId: made.id, version: made.version };
}

async function personOf(ports: Ports, tx: Tx, actor: Staff, citizenId: CitizenId) {
  const look = { what: "counter", purpose: "counter", personIds: [], citizenId } as const;
  const [person] = (await listLookedAt(ports, tx, actor, look)).values();
  return person ?? null;
}

function sealContact(
  ports: Ports,
  dataKey: Uint8Array,
  visitId: string,
  { mobile, telephones }: ReadDraft,
  rights: Pick<VisitContact, "mainRight" | "subRight">,
): Uint8Array {
  const contact: VisitContact = { mobile, telephones, ...rights };
  return ports.vault.seal(dataKey, contactPlace(visitId), contact);
}
