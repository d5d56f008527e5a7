import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { personOfDraft } from "../desk/draft-person.ts";
import { hasPictureThen, pictureToTie } from "../desk/draft-picture.ts";
import type { SavedDraft } from "../saved-draft.ts";
import {
  changeDraft,
  listOffers,
  lockVisit,
  openContact,
  replaceServices,
  sealContact,
  tiePicture,
  untiePicture,
  type KeptVisit,
} from "../store.ts";
import { readDraft, type DraftRefusal, type ReadDraft, type TypedVisit } from "../visit-draft.ts";

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
    const picture = await pictureToTie(tx, actor, { pictureId, way: visit.way });
    const hasPicture = await hasPictureThen(tx, visit, { pictureId, picture });
    const offers = await listOffers(tx, actor.agencyId, visit.day);
    const draft = readDraft({ ...input.typed, hasPicture }, offers, visit.day, now);
    if (!draft.ok) return draft;
    await write(ports, tx, actor, visit, draft.value);
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

/** Writes what was typed anew; the rights that the card reading told stay. */
async function write(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  visit: KeptVisit,
  { cameAt, hn, an, services, mobile, telephones }: ReadDraft,
): Promise<void> {
  const { dataKey } = await personOfDraft(ports, tx, actor, visit);
  const before = openContact(ports, dataKey, visit);
  const rights = { mainRight: before?.mainRight ?? null, subRight: before?.subRight ?? null };
  const sealed = sealContact(ports, dataKey, visit.id, { mobile, telephones, ...rights });
  const by = { staffId: actor.staffId, now: ports.clock.now() };
  await changeDraft(tx, visit, by, { cameAt, hn, an, sealed });
  await replaceServices(tx, visit, services);
}
