import type { BirthDate } from "../kernel/birth-date.ts";
import type { CitizenId } from "../kernel/citizen-id.ts";
import type { PersonName } from "../kernel/person-name.ts";
import type { Phone } from "../kernel/phone.ts";
import { ok, type Result } from "../kernel/result.ts";
import { checkStep, stepToTake, type StepOutOfOrder, type Walk } from "./step-walk.ts";

/** The nine screens of registering, in order. */
export const registrationSteps = [
  "consent",
  "number",
  "name",
  "birth",
  "pin",
  "pin_again",
  "phone",
  "review",
  "otp",
] as const;
export type RegistrationStep = (typeof registrationSteps)[number];

/** Belongs to the shape of the answers: a draft of another version starts afresh. */
export const registrationVersion = 1;

/** Results of the card check that let a person go on: `unavailable` leaves them on the lower rung. */
export const passedCardChecks = ["normal", "unavailable"] as const;
export type PassedCardCheck = (typeof passedCardChecks)[number];

/** A chosen PIN as the draft keeps it: its slow hash (base64url), bound to `pinId`. */
export interface KeptPin {
  readonly pinId: string;
  readonly hash: string;
}

/** What has been answered so far; null: not yet. Plain JSON, kept sealed. The laser code is not among it. */
export interface RegistrationAnswers {
  readonly consentVersion: string | null;
  readonly citizenId: CitizenId | null;
  readonly firstName: PersonName | null;
  readonly lastName: PersonName | null;
  readonly birth: BirthDate | null;
  readonly card: PassedCardCheck | null;
  readonly pin: KeptPin | null;
  readonly isPinRepeated: boolean;
  readonly phone: Phone | null;
  readonly otpId: string | null;
}

/** Answers with nothing missing: what an account is made of, once the OTP is right. */
export type WholeRegistration = {
  readonly [K in keyof RegistrationAnswers]: NonNullable<RegistrationAnswers[K]>;
};

export type RegistrationEvent =
  | { readonly kind: "consented"; readonly version: string }
  | { readonly kind: "numbered"; readonly citizenId: CitizenId }
  | { readonly kind: "named"; readonly firstName: PersonName; readonly lastName: PersonName }
  | { readonly kind: "card_checked"; readonly birth: BirthDate; readonly card: PassedCardCheck }
  | { readonly kind: "pin_chosen"; readonly pin: KeptPin }
  | { readonly kind: "pin_repeated" }
  /** Typed differently the second time, or found to be the phone's last six: chosen anew, nothing else lost. */
  | { readonly kind: "pin_dropped" }
  | { readonly kind: "phone_given"; readonly phone: Phone }
  /** The last look was confirmed, or a new OTP asked for. */
  | { readonly kind: "otp_sent"; readonly otpId: string };

type EventOf<K extends RegistrationEvent["kind"]> = Extract<RegistrationEvent, { kind: K }>;

/** The step at which each event happens. */
const stepOfEvent = {
  consented: "consent",
  numbered: "number",
  named: "name",
  card_checked: "birth",
  pin_chosen: "pin",
  pin_repeated: "pin_again",
  pin_dropped: "pin_again",
  phone_given: "phone",
  otp_sent: "review",
} as const satisfies Record<RegistrationEvent["kind"], RegistrationStep>;

/** When each step is done. The OTP never is: its right answer ends the draft. */
export const registrationWalk: Walk<RegistrationStep, RegistrationAnswers> = {
  steps: registrationSteps,
  isDone: {
    consent: (answers) => answers.consentVersion !== null,
    number: (answers) => answers.citizenId !== null,
    name: (answers) => answers.firstName !== null && answers.lastName !== null,
    birth: (answers) => answers.birth !== null && answers.card !== null,
    pin: (answers) => answers.pin !== null,
    pin_again: (answers) => answers.isPinRepeated,
    phone: (answers) => answers.phone !== null,
    review: (answers) => answers.otpId !== null,
    otp: () => false,
  },
};

const withoutPin = { pin: null, isPinRepeated: false, otpId: null };

/**
 * What each event changes. A changed number or name makes the card check void; a changed number or birth date the
 * PIN, which was judged against them; every change makes an OTP on its way void, so the last look comes again.
 */
const changes: {
  readonly [K in RegistrationEvent["kind"]]: (
    answers: RegistrationAnswers,
    event: EventOf<K>,
  ) => Partial<RegistrationAnswers>;
} = {
  consented: (_, { version }) => ({ consentVersion: version }),
  numbered: (before, { citizenId }) =>
    citizenId === before.citizenId ? {} : { citizenId, card: null, ...withoutPin },
  named: (before, { firstName, lastName }) =>
    firstName === before.firstName && lastName === before.lastName
      ? {}
      : { firstName, lastName, card: null, otpId: null },
  card_checked: (before, { birth, card }) => ({
    birth,
    card,
    ...(isSameBirth(birth, before.birth) ? {} : withoutPin),
  }),
  pin_chosen: (_, { pin }) => ({ ...withoutPin, pin }),
  pin_repeated: () => ({ isPinRepeated: true }),
  pin_dropped: () => withoutPin,
  phone_given: (before, { phone }) => (phone === before.phone ? {} : { phone, otpId: null }),
  otp_sent: (_, { otpId }) => ({ otpId }),
};

/** Nothing answered yet. */
export const noRegistrationAnswers: RegistrationAnswers = {
  consentVersion: null,
  citizenId: null,
  firstName: null,
  lastName: null,
  birth: null,
  card: null,
  pin: null,
  isPinRepeated: false,
  phone: null,
  otpId: null,
};

/**
 * Takes one answer. Legal at its step when every step before is done; answering an earlier step again is always
 * legal and keeps all that still holds. Refuses a step out of order and names the step to take.
 */
export function register(
  answers: RegistrationAnswers,
  event: RegistrationEvent,
): Result<RegistrationAnswers, StepOutOfOrder<RegistrationStep>> {
  const granted = checkStep(registrationWalk, answers, stepOfEvent[event.kind]);
  if (!granted.ok) return granted;
  const change = changes[event.kind] as (
    a: RegistrationAnswers,
    e: RegistrationEvent,
  ) => Partial<RegistrationAnswers>;
  return ok({ ...answers, ...change(answers, event) });
}

/** The step a draft resumes at: the first that is not done. */
export function registrationStep(answers: RegistrationAnswers): RegistrationStep {
  return stepToTake(registrationWalk, answers);
}

/** How many steps are still to be taken, the present one included: nine at the start, one at the OTP. */
export function registrationStepsLeft(answers: RegistrationAnswers): number {
  return registrationSteps.length - registrationSteps.indexOf(registrationStep(answers));
}

/** The whole answers, to be made an account when the OTP is right. Refuses a draft that is not at the OTP. */
export function finishRegistration(
  answers: RegistrationAnswers,
): Result<WholeRegistration, StepOutOfOrder<RegistrationStep>> {
  const granted = checkStep(registrationWalk, answers, "otp");
  return granted.ok ? ok(answers as WholeRegistration) : granted;
}

function isSameBirth(one: BirthDate, other: BirthDate | null): boolean {
  return other !== null && one.yearBe === other.yearBe && one.month === other.month && one.day === other.day;
}
