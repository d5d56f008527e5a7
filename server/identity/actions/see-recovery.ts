import type { Citizen } from "../../kernel/actor.ts";
import { maskPhone } from "../../kernel/phone.ts";
import type { Ports } from "../../ports.ts";
import { holdRecovery } from "../desk/recovery-draft.ts";
import { recoveryStep, type RecoveryStep } from "../recovery.ts";
import { findOtp, type KeptOtpRow } from "../store/otp.ts";

export interface SeenRecovery {
  readonly step: RecoveryStep;
  /** The OTP on its way: its reference, when it was sent, and to which phone, masked. */
  readonly otp: { readonly reference: string; readonly sentAt: Date; readonly maskedPhone: string } | null;
}

/** Where a citizen's recovery of the PIN stands; starts one when there is none. Refuses nobody. */
export async function seeRecovery(ports: Ports, actor: Citizen): Promise<SeenRecovery> {
  return ports.db.as({ ...actor, kind: "visitor" }, async (tx) => {
    const { answers } = await holdRecovery(ports, tx, actor);
    const subject = { user: actor, purpose: "recovery" } as const;
    const otp = answers.otpId === null ? null : await findOtp(ports, tx, subject, answers.otpId);
    return { step: recoveryStep(answers), otp: otp && seenOtp(otp) };
  });
}

function seenOtp({ reference, createdAt, phone }: KeptOtpRow) {
  return { reference, sentAt: createdAt, maskedPhone: maskPhone(phone) };
}
