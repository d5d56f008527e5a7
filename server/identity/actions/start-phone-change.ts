import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { parsePhone, type Phone, type PhoneRefusal } from "../../kernel/phone.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { requestOtp, type OtpRequestRefusal } from "../desk/otp.ts";
import { proveStepUp } from "../desk/step-up.ts";
import { lastSix } from "../pin.ts";
import type { StepUpRefusal } from "../step-up.ts";
import { findAccount } from "../store/account.ts";
import { findPerson } from "../store/person.ts";
import { findPhone } from "../store/phone.ts";

export interface StartPhoneChangeInput {
  readonly phoneText: string;
  /** The PIN in LINE, the password in a browser without it. */
  readonly proof: string;
  /** The caller's network address. */
  readonly address: string;
}

export type StartPhoneChangeRefusal =
  | PhoneRefusal
  | StepUpRefusal
  | OtpRequestRefusal
  | { readonly kind: "phone_same_as_before" }
  | { readonly kind: "phone_is_pin" }
  | { readonly kind: "no_phone" };

/**
 * Begins a change of phone for a citizen who proves again that it is them: an OTP goes to the new phone, and the change's
 * id is answered. Refuses what is no Thai mobile, the phone on file, one whose last six digits are the PIN, an account
 * without a phone, a PIN or password as `proveStepUp` does, and what the OTP's own limits refuse.
 */
export async function startPhoneChange(
  ports: Ports,
  actor: Citizen,
  { phoneText, proof, address }: StartPhoneChangeInput,
): Promise<Result<{ readonly changeId: string }, StartPhoneChangeRefusal>> {
  const phone = parsePhone(phoneText);
  if (!phone.ok) return phone;
  if (!ports.sms.available) return refuse({ kind: "sms_off" });
  const current = await ports.db.as(actor, async (tx) => {
    const person = await findPerson(ports, tx, actor.personId);
    return person && findPhone(ports, tx, person);
  });
  if (!current) return refuse({ kind: "no_phone" });
  if (current === phone.value) return refuse({ kind: "phone_same_as_before" });
  const proven = await proveStepUp(ports, actor, proof);
  if (!proven.ok) return proven;
  if (await endsInPin(ports, actor, phone.value)) return refuse({ kind: "phone_is_pin" });
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

/** True when the phone's last six digits are the PIN: everybody who knows the number would try them first. */
async function endsInPin(ports: Ports, actor: Citizen, phone: Phone): Promise<boolean> {
  const account = await ports.db.as(actor, (tx) => findAccount(tx, actor.personId));
  const pin = account?.pin ?? null;
  return pin !== null && ports.pinHash.matches(lastSix(phone), pin.id, pin.hash);
}
