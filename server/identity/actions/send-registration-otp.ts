import type { Visitor } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { requestOtp, type OtpRequestRefusal } from "../desk/otp.ts";
import { takeAnswer, type NextStep, type WalkRefusal } from "../desk/registration-draft.ts";
import { registrationWalk } from "../registration.ts";
import { checkStep } from "../step-walk.ts";

/**
 * Sends the OTP of a registration to the phone that was given, or another one: the last look was confirmed. Refuses
 * as every OTP does, and a step out of order.
 */
export async function sendRegistrationOtp(
  ports: Ports,
  actor: Visitor,
  address: string,
): Promise<Result<NextStep, OtpRequestRefusal | WalkRefusal>> {
  return takeAnswer<OtpRequestRefusal | WalkRefusal>(ports, actor, async (draft, tx) => {
    const reached = checkStep(registrationWalk, draft.answers, "review");
    if (!reached.ok) return reached;
    const { phone } = draft.answers;
    if (phone === null) throw new Error("a step was skipped");
    const { channel, lineUserId } = actor;
    const user = { channel, lineUserId };
    const sent = await requestOtp(ports, tx, {
      user,
      purpose: "registration",
      subjectId: draft.id,
      phone,
      address,
    });
    return sent.ok ? ok({ kind: "otp_sent", otpId: sent.value.otpId }) : sent;
  });
}
