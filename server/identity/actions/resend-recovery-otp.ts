import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { applyRecovery, holdRecovery, type RecoveryWalkRefusal } from "../desk/recovery-draft.ts";
import { sendRecoveryOtp, type RecoveryOtpRefusal } from "../desk/recovery-otp.ts";
import { recoveryWalk } from "../recovery.ts";
import { checkStep } from "../step-walk.ts";
import { findPerson } from "../store/person.ts";

/** Sends another OTP for a recovery whose card was checked. Refuses as every OTP does, and a step out of order. */
export async function resendRecoveryOtp(
  ports: Ports,
  actor: Citizen,
  address: string,
): Promise<Result<undefined, RecoveryOtpRefusal | RecoveryWalkRefusal>> {
  const { channel, lineUserId, personId } = actor;
  return ports.db.as({ kind: "visitor", channel, lineUserId }, async (tx) => {
    const draft = await holdRecovery(ports, tx, actor);
    const reached = checkStep(recoveryWalk, draft.answers, "otp");
    if (!reached.ok) return reached;
    const owner = await findPerson(ports, tx, personId);
    if (!owner) return refuse({ kind: "no_phone" });
    const sent = await sendRecoveryOtp(ports, tx, actor, owner, draft, address);
    if (!sent.ok) return sent;
    const { otpId } = sent.value;
    const applied = await applyRecovery(ports, tx, draft, { kind: "otp_resent", otpId });
    return applied.ok ? ok() : applied;
  });
}
