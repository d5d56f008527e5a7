import type { Citizen } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { stepUpOf } from "../desk/step-up.ts";
import type { StepUp } from "../step-up.ts";

/** Which of PIN and password a page asks for before it changes what keeps others out. */
export function seeStepUp(ports: Ports, actor: Citizen): Promise<StepUp> {
  return stepUpOf(ports, actor);
}
