import type { Visitor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { holdJoin, keepJoin } from "../desk/join-draft.ts";
import { requestOtp, type OtpRequestRefusal } from "../desk/otp.ts";

export type ResendJoinRefusal = OtpRequestRefusal | { readonly kind: "join_over" };

/** Sends another OTP to the phone of the form. Refuses as every OTP does, and a draft that is not at its OTP. */
export async function resendJoinOtp(
  ports: Ports,
  actor: Visitor,
  address: string,
): Promise<Result<undefined, ResendJoinRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const draft = await holdJoin(ports, tx, actor);
    const whole = draft?.answers.whole;
    if (!draft || !whole) return refuse({ kind: "join_over" });
    const { channel, lineUserId } = actor;
    const sent = await requestOtp(ports, tx, {
      user: { channel, lineUserId },
      purpose: "registration",
      subjectId: draft.id,
      phone: whole.who.phone,
      address,
    });
    if (!sent.ok) return sent;
    await keepJoin(ports, tx, draft, { whole: { ...whole, otpId: sent.value.otpId } });
    return ok();
  });
}
