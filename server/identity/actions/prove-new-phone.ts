import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { answerOtp, requestOtp, type OtpAnswerRefusal } from "../desk/otp.ts";
import { findPhoneChange } from "../desk/phone-change.ts";
import { findPerson } from "../store/person.ts";
import { findPhone } from "../store/phone.ts";

export interface ProvePhoneInput {
  readonly changeId: string;
  readonly otpText: string;
  /** The caller's network address. */
  readonly address: string;
}

export type ProvePhoneRefusal = OtpAnswerRefusal | { readonly kind: "phone_change_over" };

/**
 * Takes the OTP of the new phone; the OTP of the old one is then sent (where a limit forbids it now, it is asked for
 * on the page). Proven already: no refusal. Refuses a change that is over, and an OTP as every OTP is refused.
 */
export async function proveNewPhone(
  ports: Ports,
  actor: Citizen,
  { changeId, otpText, address }: ProvePhoneInput,
): Promise<Result<undefined, ProvePhoneRefusal>> {
  const { channel, lineUserId } = actor;
  const user = { channel, lineUserId };
  return ports.db.as(actor, async (tx) => {
    const found = await findPhoneChange(ports, tx, actor, changeId);
    if (!found.ok) return found;
    const { step, newOtp } = found.value;
    if (step === "phone_old") return ok();
    const answer = {
      user,
      purpose: "phone_new",
      subjectId: changeId,
      otpId: newOtp.id,
      text: otpText,
    } as const;
    const answered = await answerOtp(ports, tx, answer);
    if (!answered.ok) return answered;
    await record(ports, tx, { action: "phone.new_proven", actor, subjectId: changeId });
    const person = await findPerson(ports, tx, actor.personId);
    const old = person && (await findPhone(ports, tx, person));
    if (!old) throw new Error("a change of a phone that is not there");
    await requestOtp(ports, tx, { user, purpose: "phone_old", subjectId: changeId, phone: old, address });
    return ok();
  });
}
