import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { parsePhone, type PhoneRefusal } from "../../kernel/phone.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { requestOtp, type OtpRequestRefusal } from "../desk/otp.ts";
import { provePin, type PinProofRefusal } from "../desk/pin.ts";
import { lastSix, parsePin } from "../pin.ts";
import { findPerson } from "../store/person.ts";
import { findPhone } from "../store/phone.ts";

export interface StartPhoneChangeInput {
  readonly phoneText: string;
  readonly pinText: string;
  /** The caller's network address. */
  readonly address: string;
}

export type StartPhoneChangeRefusal =
  | PhoneRefusal
  | PinProofRefusal
  | OtpRequestRefusal
  | { readonly kind: "phone_same_as_before" }
  | { readonly kind: "phone_is_pin" }
  | { readonly kind: "no_phone" };

/**
 * Begins a change of phone for a citizen who proves the PIN: an OTP goes to the new phone, and the change's id is
 * answered. Refuses what is no Thai mobile, the phone on file, one whose last six digits are the PIN, an account
 * without a phone, a PIN as `provePin` does, and what the OTP's own limits refuse.
 */
export async function startPhoneChange(
  ports: Ports,
  actor: Citizen,
  { phoneText, pinText, address }: StartPhoneChangeInput,
): Promise<Result<{ readonly changeId: string }, StartPhoneChangeRefusal>> {
  const phone = parsePhone(phoneText);
  if (!phone.ok) return phone;
  const pin = parsePin(pinText);
  if (!pin.ok) return pin;
  if (!ports.sms.available) return refuse({ kind: "sms_off" });
  const current = await ports.db.as(actor, async (tx) => {
    const person = await findPerson(ports, tx, actor.personId);
    return person && findPhone(ports, tx, person);
  });
  if (!current) return refuse({ kind: "no_phone" });
  if (current === phone.value) return refuse({ kind: "phone_same_as_before" });
  const proven = await provePin(ports, actor, pinText);
  if (!proven.ok) return proven;
  if (pin.value === lastSix(phone.value)) return refuse({ kind: "phone_is_pin" });
  const changeId = ports.random.uuid();
  return ports.db.as(actor, async (tx) => {
    const { channel, lineUserId } = actor;
    const user = { channel, lineUserId };
    const request = { user, purpose: "phone_new", subjectId: changeId, phone: phone.value, address } as const;
    const sent = await requestOtp(ports, tx, request);
    if (!sent.ok) return sent;
    await record(ports, tx, { action: "phone.change_started", actor, subjectId: changeId });
    return ok({ changeId });
  });
}
