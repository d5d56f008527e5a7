import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { judgeNewPin, type NewPinRefusal } from "../desk/new-pin.ts";
import { countPinChoice, type PinLimitRefusal } from "../desk/pin-choice.ts";
import { parsePin } from "../pin.ts";
import { lockAccount, setPin } from "../store/account.ts";

export type SetFirstPinRefusal =
  | { readonly kind: "new_pin_refused"; readonly why: NewPinRefusal }
  | { readonly kind: "pin_not_same" }
  | PinLimitRefusal
  | { readonly kind: "session_locked" }
  /** There is one: only who knows it, or recovers, sets another. */
  | { readonly kind: "has_pin" };

/**
 * Sets the PIN of somebody who linked LINE by their password and never had one (E2, C2.5), in the session that the
 * password unlocked. Refuses a weak one, two that differ, a locked session, and an account that has a PIN.
 */
export async function setFirstPin(
  ports: Ports,
  actor: Citizen,
  input: { readonly pin: string; readonly again: string },
): Promise<Result<undefined, SetFirstPinRefusal>> {
  if (!actor.unlocked) return refuse({ kind: "session_locked" });
  const judged = await judgeNewPin(ports, actor, input.pin);
  if (!judged.ok) return refuse({ kind: "new_pin_refused", why: judged.refusal });
  const again = parsePin(input.again);
  if (!again.ok || again.value !== judged.value) return refuse({ kind: "pin_not_same" });
  const counted = await ports.db.as(actor, (tx) => countPinChoice(ports, tx, actor));
  if (!counted.ok) return counted;
  const pinId = ports.random.uuid();
  const pinHash = await ports.pinHash.make(judged.value, pinId);
  const { personId } = actor;
  return ports.db.as(actor, async (tx) => {
    const account = await lockAccount(tx, personId);
    if (!account || account.pin !== null) return refuse({ kind: "has_pin" });
    await setPin(tx, { personId, pinId, pinHash, now: ports.clock.now() });
    await record(ports, tx, { action: "pin.set", actor });
    return ok();
  });
}
