import type { Citizen } from "../../kernel/actor.ts";
import type { Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import type { OwnPetitionRef } from "../desk/own-petition.ts";
import { takeOwnStep, type TakenStep } from "../desk/take-own-step.ts";
import type { OwnStepRefusal } from "../own-step-refusal.ts";

/** The citizen withdraws their petition; it is completed with that outcome. Refuses what `takeOwnStep` refuses. */
export function withdrawOwnPetition(
  ports: Ports,
  actor: Citizen,
  input: OwnPetitionRef & { readonly seen: number; readonly text: string },
): Promise<Result<TakenStep, OwnStepRefusal>> {
  const { seen, text } = input;
  const words = text === "" ? {} : { text };
  return ports.db.as(actor, (tx) => takeOwnStep(ports, tx, actor, input, { seen, step: "withdrawn", words }));
}
