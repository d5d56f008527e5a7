import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { tryNumber } from "../desk/try-number.ts";
import { handOverState, type HandOverNumber, type TakeHandOverRefusal } from "../hand-over.ts";
import { lockHandOver, markTaken } from "../store.ts";

/**
 * Takes the number a citizen read out (N15): from then on it is this clerk's to finish. Taking it again changes
 * nothing. Refuses a number that is wrong, dead or of another facility (all in one way), one that a colleague took, and
 * what `tryNumber` refuses.
 */
export async function takeHandOver(
  ports: Ports,
  actor: Staff,
  input: { readonly numberText: string },
): Promise<Result<{ readonly handOverId: string }, TakeHandOverRefusal>> {
  const tried = { limit: "hand_over_try", numberText: input.numberText };
  return tryNumber(ports, actor, tried, (number, now) => take(ports, actor, number, now));
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
