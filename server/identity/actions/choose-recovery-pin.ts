import type { Citizen } from "../../kernel/actor.ts";
import { encodeBase64url } from "../../kernel/base64url.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { countPinChoice, type PinLimitRefusal } from "../desk/pin-choice.ts";
import { judgeNewPin, type NewPinRefusal } from "../desk/new-pin.ts";
import { applyRecovery, holdRecovery, type RecoveryWalkRefusal } from "../desk/recovery-draft.ts";
import { recoveryWalk } from "../recovery.ts";
import { checkStep } from "../step-walk.ts";

/**
 * Takes the new PIN of a recovery, for the first time. Refuses a weak one, too many in an hour, and a step out of
 * order.
 */
export async function chooseRecoveryPin(
  ports: Ports,
  actor: Citizen,
  text: string,
): Promise<Result<undefined, NewPinRefusal | PinLimitRefusal | RecoveryWalkRefusal>> {
  const { channel, lineUserId } = actor;
  const visitor = { kind: "visitor", channel, lineUserId } as const;
  const reached = await ports.db.as(visitor, async (tx) => {
    const { answers } = await holdRecovery(ports, tx, visitor);
    const step = checkStep(recoveryWalk, answers, "pin");
    return step.ok ? countPinChoice(ports, tx, visitor) : step;
  });
  if (!reached.ok) return reached;
  const pin = await judgeNewPin(ports, actor, text);
  if (!pin.ok) return pin;
  const pinId = ports.random.uuid();
  const hash = encodeBase64url(await ports.pinHash.make(pin.value, pinId));
  return ports.db.as(visitor, async (tx) => {
    const draft = await holdRecovery(ports, tx, visitor);
    const applied = await applyRecovery(ports, tx, draft, { kind: "pin_chosen", pin: { pinId, hash } });
    return applied.ok ? ok() : applied;
  });
}
