import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { answerOtp, type OtpAnswerRefusal } from "../desk/otp.ts";
import { applyRecovery, holdRecovery, type RecoveryWalkRefusal } from "../desk/recovery-draft.ts";
import { recoveryStep } from "../recovery.ts";

/** Takes the OTP of a recovery. Refuses as every OTP is refused, and a step out of order. */
export async function confirmRecoveryOtp(
  ports: Ports,
  actor: Citizen,
  text: string,
): Promise<Result<undefined, OtpAnswerRefusal | RecoveryWalkRefusal>> {
  const { channel, lineUserId } = actor;
  const user = { channel, lineUserId };
  return ports.db.as({ kind: "visitor", ...user }, async (tx) => {
    const draft = await holdRecovery(ports, tx, user);
    const { otpId } = draft.answers;
    if (otpId === null) return refuse({ kind: "step_out_of_order", at: recoveryStep(draft.answers) });
    const proven = await answerOtp(ports, tx, {
      user,
      purpose: "recovery",
      subjectId: draft.id,
      otpId,
      text,
    });
    if (!proven.ok) return proven;
    const applied = await applyRecovery(ports, tx, draft, { kind: "otp_confirmed" });
    return applied.ok ? ok() : applied;
  });
}
