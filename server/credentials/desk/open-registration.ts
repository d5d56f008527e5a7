import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { StepClosed } from "../registration-refusal.ts";
import { lockHolding, type KeptHolding } from "../store/holding.ts";
import { lockRegistration, type KeptRegistration } from "../store/registration.ts";
import type { RegistrationState } from "../token-registration.ts";

export interface OpenRegistration {
  readonly holding: KeptHolding;
  readonly registration: KeptRegistration;
}

/** Whose registration it is, held with it, while it stands at one of these. Refuses any other step. Runs as the gate. */
export async function openRegistration(
  ports: Ports,
  tx: Tx,
  holdingId: string,
  at: readonly RegistrationState[],
): Promise<Result<OpenRegistration, StepClosed>> {
  const holding = await lockHolding(ports, tx, holdingId);
  const registration = await lockRegistration(ports, tx, holdingId);
  if (!holding || holding.state === "ended" || !registration) return refuse({ kind: "step_closed" });
  return at.includes(registration.state) ? ok({ holding, registration }) : refuse({ kind: "step_closed" });
}

/** Where the address and the rest of step 3 may be typed. */
export const dataStates = ["proven", "refused"] as const satisfies readonly RegistrationState[];
