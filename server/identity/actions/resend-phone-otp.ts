import type { Citizen } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { requestOtp, type OtpRequestRefusal } from "../desk/otp.ts";
import { findPhoneChange } from "../desk/phone-change.ts";
import { findPerson } from "../store/person.ts";
import { findPhone } from "../store/phone.ts";

export type ResendPhoneOtpRefusal = OtpRequestRefusal | { readonly kind: "phone_change_over" };

/**
 * Sends a new OTP to the phone that is to be proven now. Refuses a change that is over, and as every OTP does.
 */
export async function resendPhoneOtp(
  ports: Ports,
  actor: Citizen,
  { changeId, address }: { readonly changeId: string; readonly address: string },
): Promise<Result<undefined, ResendPhoneOtpRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const found = await findPhoneChange(ports, tx, actor, changeId);
    if (!found.ok) return found;
    const { step, newOtp } = found.value;
    const person = await findPerson(ports, tx, actor.personId);
    const old = person && (await findPhone(ports, tx, person));
    const phone = step === "phone_new" ? newOtp.phone : old;
    if (!phone) throw new Error("a change of a phone that is not there");
    const { channel, lineUserId } = actor;
    const user = { channel, lineUserId };
    const sent = await requestOtp(ports, tx, { user, purpose: step, subjectId: changeId, phone, address });
    return sent.ok ? ok() : sent;
  });
}
