import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { queue } from "../../notices/store.ts";
import type { Ports } from "../../ports.ts";
import { answerOtp, type OtpAnswerRefusal } from "../desk/otp.ts";
import { findPhoneChange } from "../desk/phone-change.ts";
import { lockAccount } from "../store/account.ts";
import { findPerson } from "../store/person.ts";
import { putPhone } from "../store/phone.ts";

export type ProveOldPhoneRefusal = OtpAnswerRefusal | { readonly kind: "phone_change_over" };

/**
 * Takes the OTP of the old phone and puts the new one in its place; chat and old phone are told. Refuses a change that
 * is over or whose new phone is not proven, and an OTP as every OTP is refused.
 */
export async function proveOldPhone(
  ports: Ports,
  actor: Citizen,
  { changeId, otpText }: { readonly changeId: string; readonly otpText: string },
): Promise<Result<undefined, ProveOldPhoneRefusal>> {
  const { channel, lineUserId, personId } = actor;
  const user = { channel, lineUserId };
  return ports.db.as(actor, async (tx) => {
    await lockAccount(tx, personId);
    const found = await findPhoneChange(ports, tx, actor, changeId);
    if (!found.ok) return found;
    const { step, newOtp, oldOtp } = found.value;
    if (step !== "phone_old") return refuse({ kind: "phone_change_over" });
    if (oldOtp === null) return refuse({ kind: "otp_expired" });
    const answer = {
      user,
      purpose: "phone_old",
      subjectId: changeId,
      otpId: oldOtp.id,
      text: otpText,
    } as const;
    const answered = await answerOtp(ports, tx, answer);
    if (!answered.ok) return answered;
    const person = await findPerson(ports, tx, personId);
    if (!person) throw new Error("a citizen without a person");
    await putPhone(ports, tx, person, newOtp.phone, ports.clock.now());
    await record(ports, tx, { action: "phone.changed", actor, subjectId: changeId });
    const refs = { personId };
    await queue(ports, tx, { kind: "phone_changed", medium: "line", to: user, personId, refs });
    // The SMS goes to the phone of this OTP: the old one.
    const old = { channel, lineUserId: "" };
    const oldRefs = { ...refs, otpId: oldOtp.id };
    await queue(ports, tx, { kind: "phone_changed", medium: "sms", to: old, personId, refs: oldRefs });
    return ok();
  });
}
