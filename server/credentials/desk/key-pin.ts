import { record } from "../../audit/store.ts";
import {
  reservePinTry,
  settleRightPin,
  settleWrongPin,
  type PinTryRefusal,
  type PinWrongRefusal,
} from "../../identity/pin-throttle.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { KeyEnd } from "../new-key.ts";
import { findHolding } from "../store/holding.ts";
import { endKeysOfHolding } from "../store/key-end.ts";
import { saveKeyTries, type KeptKey } from "../store/soft-token.ts";
import { holderActor } from "./key-actor.ts";
import { tellHeads } from "./tell-heads.ts";
import { tellHolder } from "./tell-holder.ts";

/** What the PIN of a key is hashed with: the key's own id. */
export function pinIdOf(keyId: string): string {
  return `soft-token:${keyId}`;
}

/** Takes one try of a key's PIN, before anything is hashed; the key is locked. Refuses while the delay runs. */
export async function reserveKeyPin(
  ports: Pick<Ports, "clock">,
  tx: Tx,
  key: Pick<KeptKey, "id" | "tries">,
): Promise<Result<undefined, PinTryRefusal>> {
  const reserved = reservePinTry(key.tries, ports.clock.now());
  if (!reserved.ok) return reserved;
  await saveKeyTries(tx, key.id, reserved.value);
  return ok();
}

/** A right PIN starts the count over; the key is locked. */
export async function settleRightKeyPin(tx: Tx, key: Pick<KeptKey, "id" | "tries">): Promise<void> {
  const settled = settleRightPin(key.tries);
  if (settled.ok) await saveKeyTries(tx, key.id, settled.value);
}

/**
 * A wrong PIN stays counted; the tenth in a row ends the key for good, and tells the holder and the head (NIST SP
 * 800-63B-4 §3.2.2). The key is locked.
 */
export async function settleWrongKeyPin(
  ports: Ports,
  tx: Tx,
  key: KeptKey,
): Promise<Result<never, PinWrongRefusal>> {
  const now = ports.clock.now();
  const { tries, refusal } = settleWrongPin(key.tries, now);
  await saveKeyTries(tx, key.id, tries);
  const isOver = refusal.kind === "pin_disabled";
  await record(ports, tx, {
    action: isOver ? "soft_token.disabled" : "soft_token.pin_wrong",
    actor: holderActor(key),
    subjectId: key.id,
  });
  if (isOver) await disable(ports, tx, key, now);
  return refuse(refusal);
}

async function disable(ports: Ports, tx: Tx, { holdingId }: KeptKey, now: Date): Promise<void> {
  const reason: KeyEnd = "wrong_pins";
  await endKeysOfHolding(tx, holdingId, { state: "disabled", reason, now });
  const holding = await findHolding(ports, tx, holdingId);
  if (!holding) return;
  await tellHolder(ports, tx, holding, "seat_key_disabled");
  await tellHeads(ports, tx, holding, "staff_key_disabled");
}
