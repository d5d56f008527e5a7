import { record } from "../../audit/store.ts";
import { beginErasure } from "../../identity/desk/erase-identity.ts";
import { proveStepUp } from "../../identity/desk/step-up.ts";
import type { StepUpRefusal } from "../../identity/step-up.ts";
import type { Citizen, SystemActor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { carryOn } from "../desk/carry-on.ts";

const eraser: SystemActor = { kind: "system", job: "erasure" };

export type EraseRefusal = StepUpRefusal | { readonly kind: "session_locked" };

/**
 * Erases a citizen who proves once more that it is them: at once what nothing holds; the rest as each hold ends
 * (`carryOnErasures`). Every session ends with it. Asked twice, the second has neither PIN nor password any more.
 * Answers whether all is gone already.
 */
export async function eraseMe(
  ports: Ports,
  actor: Citizen,
  proof: string,
): Promise<Result<{ readonly allGone: boolean }, EraseRefusal>> {
  if (!actor.unlocked) return refuse({ kind: "session_locked" });
  const proven = await proveStepUp(ports, actor, proof);
  if (!proven.ok) return proven;
  const { personId } = actor;
  return ports.db.as(eraser, async (tx) => {
    await record(ports, tx, { action: "person.erasure_asked", actor, personId, subjectId: personId });
    await beginErasure(ports, tx, personId);
    return ok({ allGone: await carryOn(ports, tx, eraser, personId) });
  });
}
