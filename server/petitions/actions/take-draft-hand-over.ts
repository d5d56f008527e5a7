import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { tryNumber } from "../../visits/desk/try-number.ts";
import type { HandOverNumber } from "../../visits/hand-over.ts";
import { draftHandOverState, type TakeDraftRefusal } from "../draft-hand-over.ts";
import { lockDraftHandOver, markDraftTaken } from "../store/draft-hand-over.ts";
import { findDraft } from "../store/draft.ts";

/**
 * Takes the number a citizen read out (N15): from then on the draft is this officer's to go on with, for an hour. Taking
 * it again changes nothing. Refuses a number that is wrong, dead, used, withdrawn, a colleague's or of another agency, all
 * in one way, and what `tryNumber` refuses.
 */
export async function takeDraftHandOver(
  ports: Ports,
  actor: Staff,
  input: { readonly numberText: string },
): Promise<Result<{ readonly handOverId: string }, TakeDraftRefusal>> {
  const tried = { limit: "draft_hand_over_try", numberText: input.numberText };
  return tryNumber(ports, actor, tried, async (number, now) => {
    const handOverId = await take(ports, actor, number, now);
    return handOverId === null ? refuse({ kind: "hand_over_missing" }) : ok({ handOverId });
  });
}

function take(ports: Ports, actor: Staff, number: HandOverNumber, now: Date): Promise<string | null> {
  return ports.db.as(actor, async (tx) => {
    const kept = await lockDraftHandOver(tx, actor.agencyId, number);
    const draft = kept && (await findDraft(ports, tx, kept.personId, kept.draftId));
    if (!kept || !draft) return null;
    const { petitionId } = draft;
    const state = draftHandOverState({ ...kept, petitionId }, now);
    if (state === "taken" && kept.takenBy === actor.staffId) return kept.id;
    if (state !== "waiting" || petitionId !== null) return null;
    await markDraftTaken(tx, kept, actor, now);
    const { personId, id: subjectId } = kept;
    await record(ports, tx, { action: "draft_hand_over.taken", actor, personId, subjectId });
    return kept.id;
  });
}
