import type { Citizen } from "../../kernel/actor.ts";
import type { Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { provePin, type PinProofRefusal } from "../desk/pin.ts";

export type UnlockRefusal = PinProofRefusal;

/** Says whether a citizen may be unlocked: the PIN, judged as `provePin` says. The face raises the session. */
export async function proveUnlock(
  ports: Ports,
  actor: Citizen,
  pinText: string,
): Promise<Result<undefined, UnlockRefusal>> {
  return provePin(ports, actor, pinText);
}
