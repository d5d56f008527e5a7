import { ok, type Result } from "../kernel/result.ts";
import type { KeptPin, PassedCardCheck } from "./registration.ts";
import { checkStep, stepToTake, type StepOutOfOrder, type Walk } from "./step-walk.ts";

/** Setting a new PIN: citizen id with laser code, OTP to the phone on file, new PIN twice. */
export const recoverySteps = ["card", "otp", "pin", "pin_again"] as const;
export type RecoveryStep = (typeof recoverySteps)[number];

/** Belongs to the shape of the answers: a draft of another version starts afresh. */
export const recoveryVersion = 1;

/** How long a recovery waits between two steps: what was proven an hour ago is no proof that it is you now. */
export const recoveryPauseMinutes = 15;

/** What has been answered so far. Plain JSON, kept sealed; neither number nor laser code is among it. */
export interface RecoveryAnswers {
  readonly card: PassedCardCheck | null;
  readonly otpId: string | null;
  readonly isOtpRight: boolean;
  readonly pin: KeptPin | null;
}

export type RecoveryEvent =
  | { readonly kind: "card_checked"; readonly card: PassedCardCheck; readonly otpId: string }
  | { readonly kind: "otp_resent"; readonly otpId: string }
  | { readonly kind: "otp_confirmed" }
  | { readonly kind: "pin_chosen"; readonly pin: KeptPin }
  /** Typed differently the second time: chosen anew. */
  | { readonly kind: "pin_dropped" };

type EventOf<K extends RecoveryEvent["kind"]> = Extract<RecoveryEvent, { kind: K }>;

const stepOfEvent = {
  card_checked: "card",
  otp_resent: "otp",
  otp_confirmed: "otp",
  pin_chosen: "pin",
  pin_dropped: "pin_again",
} as const satisfies Record<RecoveryEvent["kind"], RecoveryStep>;

/** When each step is done. The second PIN never is: its right answer ends the draft. */
export const recoveryWalk: Walk<RecoveryStep, RecoveryAnswers> = {
  steps: recoverySteps,
  isDone: {
    card: (answers) => answers.card !== null && answers.otpId !== null,
    otp: (answers) => answers.isOtpRight,
    pin: (answers) => answers.pin !== null,
    pin_again: () => false,
  },
};

/** A new card check or OTP makes everything after it void: each proof belongs to one walk. */
const changes: {
  readonly [K in RecoveryEvent["kind"]]: (event: EventOf<K>) => Partial<RecoveryAnswers>;
} = {
  card_checked: ({ card, otpId }) => ({ card, otpId, isOtpRight: false, pin: null }),
  otp_resent: ({ otpId }) => ({ otpId, isOtpRight: false, pin: null }),
  otp_confirmed: () => ({ isOtpRight: true }),
  pin_chosen: ({ pin }) => ({ pin }),
  pin_dropped: () => ({ pin: null }),
};

/** Nothing answered yet. */
export const noRecoveryAnswers: RecoveryAnswers = { card: null, otpId: null, isOtpRight: false, pin: null };

/** Takes one answer; refuses a step out of order and names the step to take. */
export function recover(
  answers: RecoveryAnswers,
  event: RecoveryEvent,
): Result<RecoveryAnswers, StepOutOfOrder<RecoveryStep>> {
  const granted = checkStep(recoveryWalk, answers, stepOfEvent[event.kind]);
  if (!granted.ok) return granted;
  const change = changes[event.kind] as (event: RecoveryEvent) => Partial<RecoveryAnswers>;
  return ok({ ...answers, ...change(event) });
}

/** The step a draft resumes at. */
export function recoveryStep(answers: RecoveryAnswers): RecoveryStep {
  return stepToTake(recoveryWalk, answers);
}

/** The PIN to be set once it was typed the same twice. Refuses a draft that is not at the second PIN. */
export function finishRecovery(answers: RecoveryAnswers): Result<KeptPin, StepOutOfOrder<RecoveryStep>> {
  const granted = checkStep(recoveryWalk, answers, "pin_again");
  return granted.ok ? ok(answers.pin as KeptPin) : granted;
}
