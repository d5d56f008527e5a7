import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { DraftMissing, DraftSent } from "../draft.ts";
import { endDraftHandOvers } from "../store/draft-hand-over.ts";
import { deleteDraft, lockDraft } from "../store/draft.ts";

/**
 * Throws a citizen's own draft away, for good; its files follow with the purge. Refuses somebody else's as missing, and
 * one that was sent.
 */
export async function discardDraft(
  ports: Ports,
  actor: Citizen,
  { draftId }: { readonly draftId: string },
): Promise<Result<undefined, DraftMissing | DraftSent>> {
  if (!isUuid(draftId)) return refuse({ kind: "draft_missing" });
  return ports.db.as(actor, async (tx) => {
    const draft = await lockDraft(ports, tx, actor.personId, draftId);
    if (!draft) return refuse({ kind: "draft_missing" });
    const { agencyId, petitionId } = draft;
    if (petitionId !== null) return refuse({ kind: "draft_sent", petitionId });
    await endDraftHandOvers(tx, { personId: actor.personId, draftId }, ports.clock.now());
    await deleteDraft(tx, actor.personId, draftId);
    await record(ports, tx, { action: "petition_draft.discarded", actor, agencyId, subjectId: draftId });
    return ok();
  });
}
