import type { Citizen } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { webChannel } from "../account-door.ts";
import { findAccount } from "../store/account.ts";
import type { StepUp, StepUpRefusal } from "../step-up.ts";
import { proveOwnPassword } from "./password-try.ts";
import { provePin } from "./pin.ts";

/** Which of the two a citizen is asked for here. */
export async function stepUpOf(ports: Ports, actor: Citizen): Promise<StepUp> {
  if (actor.channel === webChannel) return "password";
  const account = await ports.db.as(actor, (tx) => findAccount(tx, actor.personId));
  return account?.pin ? "pin" : "password";
}

/** Proves it, by the rules of either. */
export async function proveStepUp(
  ports: Ports,
  actor: Citizen,
  text: string,
): Promise<Result<undefined, StepUpRefusal>> {
  if ((await stepUpOf(ports, actor)) === "pin") return provePin(ports, actor, text);
  const proven = await proveOwnPassword(ports, actor.personId, text);
  return proven.ok ? ok() : proven;
}
