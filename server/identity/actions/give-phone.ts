import type { Visitor } from "../../kernel/actor.ts";
import { decodeBase64url } from "../../kernel/base64url.ts";
import { parsePhone, type Phone, type PhoneRefusal } from "../../kernel/phone.ts";
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
import { lastSix } from "../pin.ts";
import { registrationWalk, type KeptPin } from "../registration.ts";
import { checkStep } from "../step-walk.ts";

export type GivePhoneRefusal = PhoneRefusal | { readonly kind: "pin_phone" } | PinLimitRefusal | WalkRefusal;

/**
 * Takes the mobile phone. When its last six digits are the PIN that was chosen, the PIN is chosen anew: the phone
 * comes after the PIN, so the rule can only be held here. Refuses what is no Thai mobile, too many comparisons in
 * an hour, and a step out of order.
 */
export async function givePhone(
  ports: Ports,
  actor: Visitor,
  text: string,
): Promise<Result<NextStep, GivePhoneRefusal>> {
  const phone = parsePhone(text);
  if (!phone.ok) return phone;
  const pin = await ports.db.as(actor, async (tx) => {
    const { answers } = await holdDraft(ports, tx, actor);
    const reached = checkStep(registrationWalk, answers, "phone");
    if (!reached.ok) return reached;
    if (answers.pin === null) throw new Error("a step was skipped");
    const counted = await countPinChoice(ports, tx, actor);
    return counted.ok ? ok(answers.pin) : counted;
  });
  if (!pin.ok) return pin;
  if (!(await isLastSix(ports, phone.value, pin.value))) {
    return takeAnswer<never>(ports, actor, () => ok({ kind: "phone_given", phone: phone.value }));
  }
  const dropped = await ports.db.as(actor, async (tx) =>
    applyEvent(ports, tx, await holdDraft(ports, tx, actor), { kind: "pin_dropped" }),
  );
  return dropped.ok ? refuse({ kind: "pin_phone" }) : dropped;
}

async function isLastSix(ports: Ports, phone: Phone, { pinId, hash }: KeptPin): Promise<boolean> {
  const bytes = decodeBase64url(hash);
  if (bytes === null) throw new Error("a kept PIN hash is not base64url");
  return ports.pinHash.matches(lastSix(phone), pinId, bytes);
}
