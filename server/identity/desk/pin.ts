import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { queue } from "../../notices/store.ts";
import type { Ports } from "../../ports.ts";
import {
  reservePinTry,
  settleRightPin,
  settleWrongPin,
  type PinTryRefusal,
  type PinWrongRefusal,
} from "../pin-throttle.ts";
import { parsePin, type PinTextRefusal } from "../pin.ts";
import { lockAccount, savePinTries } from "../store/account.ts";

export type PinProofRefusal =
  | PinTextRefusal
  | PinTryRefusal
  | PinWrongRefusal
  | { readonly kind: "no_account" }
  /** None was chosen yet: the account came by a browser without LINE. */
  | { readonly kind: "no_pin" };

/**
 * Proves a citizen's PIN in three steps: a try is reserved in a transaction of its own, hashed outside any, and
 * settled in another. So of guesses sent at once no more than ten are ever hashed, and a crash in between leaves
 * the try counted. Refuses by text, while the delay runs, when the PIN is disabled, and when it is wrong.
 */
export async function provePin(
  ports: Ports,
  actor: Citizen,
  text: string,
): Promise<Result<undefined, PinProofRefusal>> {
  const pin = parsePin(text);
  if (!pin.ok) return pin;
  const reserved = await reserve(ports, actor);
  if (!reserved.ok) return reserved;
  const { pinId, pinHash } = reserved.value;
  const isRight = await ports.pinHash.matches(pin.value, pinId, pinHash);
  return settle(ports, actor, pinId, isRight);
}

async function reserve(ports: Ports, actor: Citizen) {
  return ports.db.as(actor, async (tx) => {
    const account = await lockAccount(tx, actor.personId);
    if (!account) return refuse({ kind: "no_account" });
    if (account.pin === null) return refuse({ kind: "no_pin" });
    const reserved = reservePinTry(account.tries, ports.clock.now());
    if (!reserved.ok) return reserved;
    await savePinTries(tx, actor.personId, reserved.value);
    return ok({ pinId: account.pin.id, pinHash: account.pin.hash });
  });
}

async function settle(
  ports: Ports,
  actor: Citizen,
  pinId: string,
  isRight: boolean,
): Promise<Result<undefined, PinProofRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const account = await lockAccount(tx, actor.personId);
    if (!account) return refuse({ kind: "no_account" });
    // The PIN was set anew while the old one was being hashed: that answer is worth nothing.
    if (account.pin?.id !== pinId) return refuse({ kind: "pin_wrong", left: 0, until: null });
    if (isRight) {
      const settled = settleRightPin(account.tries);
      if (!settled.ok) return settled;
      await savePinTries(tx, actor.personId, settled.value);
      await record(ports, tx, { action: "pin.proven", actor });
      return ok();
    }
    const { tries, refusal } = settleWrongPin(account.tries, ports.clock.now());
    await savePinTries(tx, actor.personId, tries);
    await record(ports, tx, {
      action: "pin.wrong",
      actor,
      refs: { disabled: refusal.kind === "pin_disabled" },
    });
    if (refusal.kind === "pin_disabled" && account.tries.disabledAt === null) {
      const { personId } = actor;
      await queue(ports, tx, {
        kind: "pin_disabled",
        medium: "line",
        to: actor,
        personId,
        refs: { personId },
      });
    }
    return refuse(refusal);
  });
}
