import type { Visitor } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { holdDraft, type RegistrationDraft } from "../desk/registration-draft.ts";
import { registrationStep, registrationStepsLeft, type RegistrationStep } from "../registration.ts";
import { findOtp } from "../store/otp.ts";

/** What the registration pages show: where the walk stands, and what was answered. */
export interface SeenRegistration {
  readonly step: RegistrationStep;
  readonly left: number;
  readonly answers: RegistrationDraft["answers"];
  /** The OTP that was sent last: its reference, when it was sent, and until when it is good. */
  readonly otp: { readonly reference: string; readonly sentAt: Date; readonly expiresAt: Date } | null;
}

/** Reads a visitor's registration; starts one when there is none. Refuses nobody. */
export async function seeRegistration(ports: Ports, actor: Visitor): Promise<SeenRegistration> {
  return ports.db.as(actor, async (tx) => {
    const { answers } = await holdDraft(ports, tx, actor);
    const subject = { user: actor, purpose: "registration" } as const;
    const otp = answers.otpId === null ? null : await findOtp(ports, tx, subject, answers.otpId);
    return {
      step: registrationStep(answers),
      left: registrationStepsLeft(answers),
      answers,
      otp: otp && { reference: otp.reference, sentAt: otp.createdAt, expiresAt: otp.expiresAt },
    };
  });
}
