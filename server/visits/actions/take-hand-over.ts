import { record } from "../../audit/store.ts";
import type { Gate, Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import {
  handOverState,
  handOverTries,
  handOverTryMinutes,
  parseHandOverNumber,
  type HandOverNumber,
  type TakeHandOverRefusal,
} from "../hand-over.ts";
import { countTry, lockHandOver, markTaken, uncountTry } from "../store.ts";

const gate: Gate = { kind: "gate" };
const tryLimit = { name: "hand_over_try", minutes: handOverTryMinutes };

/**
 * Takes the number a citizen read out (N15): from then on it is this clerk's to finish. Taking it again changes
 * nothing. Refuses what is no six digits, a number that is wrong, dead or of another facility (all in one way), one
 * that a colleague took, and anything after five wrong numbers in ten minutes. The try is counted before the number is
 * looked up, and taken back when it was right.
 */
export async function takeHandOver(
  ports: Ports,
  actor: Staff,
  input: { readonly numberText: string },
): Promise<Result<{ readonly handOverId: string }, TakeHandOverRefusal>> {
  const number = parseHandOverNumber(input.numberText);
  if (!number.ok) return number;
  const now = ports.clock.now();
  const tries = await ports.db.as(gate, (tx) => countTry(tx, tryLimit, actor.staffId, now));
  if (tries > handOverTries) {
    return refuse({ kind: "hand_over_limit", tries: handOverTries, minutes: handOverTryMinutes });
  }
  const taken = await take(ports, actor, number.value, now);
  if (taken.ok || taken.refusal.kind === "hand_over_taken") {
    await ports.db.as(gate, (tx) => uncountTry(tx, tryLimit, actor.staffId, now));
  }
  return taken;
}

function take(
  ports: Ports,
  actor: Staff,
  number: HandOverNumber,
  now: Date,
): Promise<Result<{ readonly handOverId: string }, TakeHandOverRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const kept = await lockHandOver(tx, actor.agencyId, number);
    const state = kept && handOverState(kept, now);
    if (!kept || state === "over" || state === "done") return refuse({ kind: "hand_over_missing" });
    if (state === "taken") {
      return kept.takenBy === actor.staffId
        ? ok({ handOverId: kept.id })
        : refuse({ kind: "hand_over_taken" });
    }
    await markTaken(tx, kept.id, actor, now);
    await record(ports, tx, {
      action: "hand_over.taken",
      actor,
      ...(kept.personId === null ? {} : { personId: kept.personId }),
      subjectId: kept.id,
    });
    return ok({ handOverId: kept.id });
  });
}
