import { record } from "../../audit/store.ts";
import type { Gate, Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import {
  handOverTries,
  handOverTryMinutes,
  parseHandOverNumber,
  type HandOverNumber,
} from "../../visits/hand-over.ts";
import { countTry, uncountTry } from "../../visits/store/try-limit.ts";
import { draftHandOverState, type TakeDraftRefusal } from "../draft-hand-over.ts";
import { lockDraftHandOver, markDraftTaken } from "../store/draft-hand-over.ts";
import { findDraft } from "../store/draft.ts";

const gate: Gate = { kind: "gate" };
const tryLimit = { name: "draft_hand_over_try", minutes: handOverTryMinutes };

/**
 * Takes the number a citizen read out (N15): from then on the draft is this officer's to go on with, for an hour. Taking
 * it again changes nothing. Refuses what is no six digits; a number that is wrong, dead, used, withdrawn, a colleague's
 * or of another agency, all in one way; and anything after five wrong numbers in ten minutes. The try is counted before
 * the number is looked up, and taken back when it was right.
 */
export async function takeDraftHandOver(
  ports: Ports,
  actor: Staff,
  input: { readonly numberText: string },
): Promise<Result<{ readonly handOverId: string }, TakeDraftRefusal>> {
  const number = parseHandOverNumber(input.numberText);
  if (!number.ok) return number;
  const now = ports.clock.now();
  const tries = await ports.db.as(gate, (tx) => countTry(tx, tryLimit, actor.staffId, now));
  if (tries > handOverTries) {
    return refuse({ kind: "hand_over_limit", tries: handOverTries, minutes: handOverTryMinutes });
  }
  const handOverId = await take(ports, actor, number.value, now);
  if (handOverId === null) return refuse({ kind: "hand_over_missing" });
  await ports.db.as(gate, (tx) => uncountTry(tx, tryLimit, actor.staffId, now));
  return ok({ handOverId });
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
