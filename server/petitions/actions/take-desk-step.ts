import type { Staff } from "../../kernel/actor.ts";
import type { Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import type { DeskRefusal } from "../desk-refusal.ts";
import { takeOfficerStep, type OfficerStep } from "../desk/officer-step.ts";

/**
 * An officer takes a step on one petition within their reach (`takeOfficerStep`). A post that comes twice is taken once
 * and answered the same.
 */
export function takeDeskStep(
  ports: Ports,
  actor: Staff,
  input: OfficerStep,
): Promise<Result<{ readonly petitionId: string }, DeskRefusal>> {
  return ports.db.as(actor, (tx) => takeOfficerStep(ports, tx, actor, input));
}
