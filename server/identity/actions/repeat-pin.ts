import type { Visitor } from "../../kernel/actor.ts";
import { decodeBase64url } from "../../kernel/base64url.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { countPinChoice, type PinLimitRefusal } from "../desk/pin-choice.ts";
import {
  applyEvent,
  holdDraft,
  takeAnswer,
  type NextStep,
  type WalkRefusal,
} from "../desk/registration-draft.ts";
import { parsePin, type PinTextRefusal } from "../pin.ts";
import { registrationWalk, type KeptPin } from "../registration.ts";
import { checkStep } from "../step-walk.ts";

export type RepeatPinRefusal =
  PinTextRefusal | { readonly kind: "pin_not_same" } | PinLimitRefusal | WalkRefusal;

/**
 * Takes the PIN a second time. When it is not the same, the PIN is chosen anew and nothing else is lost. Refuses
 * what is no PIN, a PIN that differs, too many in an hour, a step out of order.
 */
export async function repeatPin(
  ports: Ports,
  actor: Visitor,
  text: string,
): Promise<Result<NextStep, RepeatPinRefusal>> {
  const pin = parsePin(text);
  if (!pin.ok) return pin;
  const chosen = await chosenPin(ports, actor);
  if (!chosen.ok) return chosen;
  const { pinId, hash } = chosen.value;
  if (await ports.pinHash.matches(pin.value, pinId, hashBytes(hash))) {
    return takeAnswer<never>(ports, actor, () => ok({ kind: "pin_repeated" }));
  }
  const dropped = await ports.db.as(actor, async (tx) =>
    applyEvent(ports, tx, await holdDraft(ports, tx, actor), { kind: "pin_dropped" }),
  );
  return dropped.ok ? refuse({ kind: "pin_not_same" }) : dropped;
}

async function chosenPin(
  ports: Ports,
  actor: Visitor,
): Promise<Result<KeptPin, PinLimitRefusal | WalkRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const { answers } = await holdDraft(ports, tx, actor);
    const reached = checkStep(registrationWalk, answers, "pin_again");
    if (!reached.ok) return reached;
    if (answers.pin === null) throw new Error("a step was skipped");
    const counted = await countPinChoice(ports, tx, actor);
    return counted.ok ? ok(answers.pin) : counted;
  });
}

function hashBytes(hash: string): Uint8Array {
  const bytes = decodeBase64url(hash);
  if (bytes === null) throw new Error("a kept PIN hash is not base64url");
  return bytes;
}
