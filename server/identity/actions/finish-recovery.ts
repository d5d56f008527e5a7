import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { decodeBase64url } from "../../kernel/base64url.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { queue } from "../../notices/store.ts";
import type { Ports } from "../../ports.ts";
import { countPinChoice, type PinLimitRefusal } from "../desk/pin-choice.ts";
import { applyRecovery, holdRecovery, type RecoveryWalkRefusal } from "../desk/recovery-draft.ts";
import { parsePin, type PinTextRefusal } from "../pin.ts";
import { finishRecovery as finish } from "../recovery.ts";
import { setPin } from "../store/account.ts";
import { endDraft } from "../store/draft.ts";
import { endDevices } from "../store/session.ts";

export interface FinishRecoveryInput {
  readonly pinText: string;
  /** The session in hand: the only one that stays. */
  readonly keepSessionId: string;
}

export type FinishRecoveryRefusal =
  PinTextRefusal | { readonly kind: "pin_not_same" } | PinLimitRefusal | RecoveryWalkRefusal;

/**
 * Takes the new PIN a second time and sets it; a disabled PIN works again, every other session ends, chat and phone
 * are told. When it is not the same, it is chosen anew. Refuses what is no PIN, one that differs, too many in an
 * hour, and a step out of order.
 */
export async function finishRecovery(
  ports: Ports,
  actor: Citizen,
  { pinText, keepSessionId }: FinishRecoveryInput,
): Promise<Result<undefined, FinishRecoveryRefusal>> {
  const pin = parsePin(pinText);
  if (!pin.ok) return pin;
  const { channel, lineUserId, personId } = actor;
  const user = { channel, lineUserId };
  const visitor = { kind: "visitor", ...user } as const;
  const chosen = await ports.db.as(visitor, async (tx) => {
    const reached = finish((await holdRecovery(ports, tx, user)).answers);
    if (!reached.ok) return reached;
    const counted = await countPinChoice(ports, tx, user);
    return counted.ok ? reached : counted;
  });
  if (!chosen.ok) return chosen;
  const { pinId, hash } = chosen.value;
  const pinHash = decodeBase64url(hash);
  if (pinHash === null) throw new Error("a kept PIN hash is not base64url");
  const isSame = await ports.pinHash.matches(pin.value, pinId, pinHash);
  return ports.db.as(visitor, async (tx) => {
    const draft = await holdRecovery(ports, tx, user);
    if (draft.answers.pin?.pinId !== pinId) return refuse({ kind: "pin_not_same" });
    if (!isSame) {
      const dropped = await applyRecovery(ports, tx, draft, { kind: "pin_dropped" });
      return dropped.ok ? refuse({ kind: "pin_not_same" }) : dropped;
    }
    const now = ports.clock.now();
    await setPin(tx, { personId, pinId, pinHash, now });
    await endDraft(tx, draft.id, "pin_set", now);
    const ended = await endDevices(tx, user, now, keepSessionId);
    await record(ports, tx, { action: "pin.recovered", actor, personId, refs: { ended } });
    const refs = { personId };
    await queue(ports, tx, { kind: "pin_changed", medium: "line", to: user, personId, refs });
    await queue(ports, tx, {
      kind: "pin_changed",
      medium: "sms",
      to: { channel, lineUserId: "" },
      personId,
      refs,
    });
    return ok();
  });
}
