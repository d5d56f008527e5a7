import { record } from "../../audit/store.ts";
import { proveStepUp } from "../../identity/desk/step-up.ts";
import { countUp } from "../../identity/store/limit.ts";
import type { StepUpRefusal } from "../../identity/step-up.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { copiesADay, copyLifeHours } from "../copy-leave.ts";
import { insertCopy } from "../store/data-copy.ts";

export type AskCopyRefusal =
  StepUpRefusal | { readonly kind: "session_locked" } | { readonly kind: "copies_used_up" };

const hourMs = 60 * 60_000;
/** Counted in one statement, so that leaves asked for at once are counted one after another. */
const leaves = { name: "data_copy", most: copiesADay, seconds: 24 * 60 * 60 };

/**
 * Gives a citizen who proves once more that it is them leave to take a copy of all that is kept of them (PDPA s. 30), for a day.
 * Refuses a wrong proof, and a sixth leave within a day.
 */
export async function askCopy(
  ports: Ports,
  actor: Citizen,
  input: { readonly proof: string; readonly requestKey: string },
): Promise<Result<{ readonly copyId: string }, AskCopyRefusal>> {
  if (!actor.unlocked) return refuse({ kind: "session_locked" });
  const proven = await proveStepUp(ports, actor, input.proof);
  if (!proven.ok) return proven;
  const now = ports.clock.now();
  const { personId } = actor;
  return ports.db.as(actor, async (tx) => {
    if ((await countUp(tx, leaves, personId, now)) > leaves.most) return refuse({ kind: "copies_used_up" });
    const id = ports.random.uuid();
    const diesAt = new Date(now.getTime() + copyLifeHours * hourMs);
    await insertCopy(tx, { personId, id, madeAt: now, diesAt, requestKey: input.requestKey });
    await record(ports, tx, { action: "data_copy.asked", actor, subjectId: id });
    return ok({ copyId: id });
  });
}
