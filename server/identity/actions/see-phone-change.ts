import type { Citizen } from "../../kernel/actor.ts";
import { maskPhone } from "../../kernel/phone.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { findPhoneChange, type PhoneChange } from "../desk/phone-change.ts";
import { findPerson } from "../store/person.ts";
import { findPhone } from "../store/phone.ts";

export interface PhoneChangeView {
  readonly step: PhoneChange["step"];
  /** The phone that is to be proven now. */
  readonly maskedPhone: string;
  /** Null: its OTP must be sent (again). */
  readonly otp: { readonly reference: string; readonly expiresAt: Date } | null;
}

/** Where a change of phone stands. Refuses one that is not this citizen's, is over its time, or is done. */
export function seePhoneChange(
  ports: Ports,
  actor: Citizen,
  { changeId }: { readonly changeId: string },
): Promise<Result<PhoneChangeView, { readonly kind: "phone_change_over" }>> {
  return ports.db.as(actor, async (tx) => {
    const [found, person] = await Promise.all([
      findPhoneChange(ports, tx, actor, changeId),
      findPerson(ports, tx, actor.personId),
    ]);
    if (!found.ok) return found;
    const { step, newOtp, oldOtp } = found.value;
    const old = person && (await findPhone(ports, tx, person));
    const phone = step === "phone_new" ? newOtp.phone : old;
    if (!phone) throw new Error("a change of a phone that is not there");
    const otp = step === "phone_new" ? newOtp : oldOtp;
    return ok({
      step,
      maskedPhone: maskPhone(phone),
      otp: otp && { reference: otp.reference, expiresAt: otp.expiresAt },
    });
  });
}
