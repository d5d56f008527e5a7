import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { queue } from "../../notices/store.ts";
import type { Ports } from "../../ports.ts";
import { judgeNewPin, type NewPinRefusal } from "../desk/new-pin.ts";
import { provePin, type PinProofRefusal } from "../desk/pin.ts";
import { parsePin } from "../pin.ts";
import { lockAccount, setPin } from "../store/account.ts";
import { endDevices } from "../store/session.ts";

export interface ChangePinInput {
  readonly oldText: string;
  readonly newText: string;
  readonly againText: string;
  /** The session in hand: the only one that stays. */
  readonly keepSessionId: string;
}

/** Which of the three is refused, and why. */
export type ChangePinRefusal =
  | { readonly kind: "old_pin_refused"; readonly why: PinProofRefusal }
  | { readonly kind: "new_pin_refused"; readonly why: NewPinRefusal }
  | { readonly kind: "pin_not_same_twice" }
  | { readonly kind: "pin_same_as_before" };

/**
 * Sets another PIN for a citizen who proves the old one; every other session ends and the chat is told. The new one is
 * judged first, so that a weak one costs no try of the old. Refuses a weak or unreadable new PIN, two that differ, the
 * old one again, and an old PIN as `provePin` does.
 */
export async function changePin(
  ports: Ports,
  actor: Citizen,
  { oldText, newText, againText, keepSessionId }: ChangePinInput,
): Promise<Result<undefined, ChangePinRefusal>> {
  const judged = await judgeNewPin(ports, actor, newText);
  if (!judged.ok) return refuse({ kind: "new_pin_refused", why: judged.refusal });
  const pin = judged.value;
  if (textOf(againText) !== pin) return refuse({ kind: "pin_not_same_twice" });
  if (textOf(oldText) === pin) return refuse({ kind: "pin_same_as_before" });
  const proven = await provePin(ports, actor, oldText);
  if (!proven.ok) return refuse({ kind: "old_pin_refused", why: proven.refusal });
  const pinId = ports.random.uuid();
  const pinHash = await ports.pinHash.make(pin, pinId);
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    const { personId, channel, lineUserId } = actor;
    await lockAccount(tx, personId);
    await setPin(tx, { personId, pinId, pinHash, now });
    const ended = await endDevices(tx, actor, now, keepSessionId);
    await record(ports, tx, { action: "pin.changed", actor, refs: { ended } });
    const to = { channel, lineUserId };
    await queue(ports, tx, { kind: "pin_changed", medium: "line", to, personId, refs: { personId } });
    return ok();
  });
}

function textOf(text: string): string | null {
  const pin = parsePin(text);
  return pin.ok ? pin.value : null;
}
