import type { Citizen } from "../../kernel/actor.ts";
import { maskPhone } from "../../kernel/phone.ts";
import type { Ports } from "../../ports.ts";
import { holdRecovery } from "../desk/recovery-draft.ts";
import { recoveryStep, type RecoveryStep } from "../recovery.ts";
import { findOtp, type KeptOtpRow } from "../store/otp.ts";

export interface SeenRecovery {
  readonly step: RecoveryStep;
  readonly otp: SeenRecoveryOtp | null;
}

/** The OTP that was sent last: its reference, to which phone, when, and until when it is good. */
export interface SeenRecoveryOtp {
  readonly reference: string;
  readonly maskedPhone: string;
  readonly sentAt: Date;
  readonly expiresAt: Date;
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

function seenOtp({ reference, createdAt, expiresAt, phone }: KeptOtpRow): SeenRecoveryOtp {
  return { reference, maskedPhone: maskPhone(phone), sentAt: createdAt, expiresAt };
}
