import type { HoldingEnd, HoldingState } from "./holding.ts";

/** What is asked for, in the order of part 3 of the form ("แบบคำร้องขอใช้บริการ Soft Token", flows T6): case 1 is the first. */
export const serviceCases = [
  "password_forgotten",
  "phone_changed",
  "phone_lost",
  "other",
  "holder_resigned",
  "holder_moved",
  "holder_other",
  "email_changed",
] as const;
export type ServiceCase = (typeof serviceCases)[number];

/** The number a case has on the form, 1–8. */
export function caseNumber(of: ServiceCase): number {
  return serviceCases.indexOf(of) + 1;
}

/** Who asks: whoever is in the seat, the agency's head, the person named next, or the central office from a paper form. */
export const requesters = ["holder", "head", "new_holder", "office"] as const;
export type Requester = (typeof requesters)[number];

/**
 * `unsigned` was written and waits for whoever asks to sign it: it is no petition yet, and the central office sees nothing of
 * it. `sent` waits for the central office; `granted` and `refused` are final. `withdrawn`: whoever asked took it back.
 */
export const requestStates = ["unsigned", "sent", "granted", "refused", "withdrawn"] as const;
export type RequestState = (typeof requestStates)[number];

/**
 * How somebody signed: with their password, with the password in a session that their Soft Token signed in, with the key on
 * their phone and its PIN (`device`), with their second step, or by hand on paper, of which a scan is attached.
 */
export const signingWays = ["password", "soft_token", "device", "second_step", "paper"] as const;
export type SigningWay = (typeof signingWays)[number];

/** Whose hand is on a form: one file of each stands with a request. */
export type RequestSigner = "requester" | "head";

/** Parts 1–3 of the form as they were sent; kept sealed. */
export interface RequestFacts {
  /** "รหัสหน่วยเบิกจ่าย", 15 digits. */
  readonly payingUnit: string;
  readonly agency: string;
  /** The person whom it is about: in the seat, or named to it. */
  readonly name: string;
  readonly citizenId: string;
  /** "email ที่ใช้ลงทะเบียน Soft Token"; empty: none was given yet. */
  readonly registeredEmail: string;
  readonly mobile: string;
  /** "หน่วยงานสังกัด (สำนัก/กองหรือเทียบเท่า)". */
  readonly division: string;
  readonly ministry: string;
  readonly userCode: string;
  /** What is asked for under 4, and why under 7; else empty. */
  readonly said: string;
  /** "email รับรหัสผ่านใหม่" of 5–7, the new address of 8; else empty. */
  readonly newEmail: string;
}

/** What became of a call: somebody answered, or nobody did. */
export const callOutcomes = ["reached", "no_answer"] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** One try of the central office to call back. */
export interface OfficeCall {
  readonly number: string;
  /** A moment in ISO 8601, for it stands sealed as JSON. */
  readonly at: string;
  /** The registrar who called. */
  readonly staffId: string;
  readonly outcome: CallOutcome;
  /** Who answered, and what was said; empty: nothing. */
  readonly note: string;
}

/** What the central office wrote on it; kept sealed. */
export interface OfficeWords {
  /** Every try to call back (4 and 8), the first one first. */
  readonly calls?: readonly OfficeCall[];
  /** Why it was refused, or what was said with the grant. */
  readonly reason?: string;
}

/** Cases that put another person in the seat. */
export function changesHolder(of: ServiceCase): boolean {
  return of === "holder_resigned" || of === "holder_moved" || of === "holder_other";
}

/** Cases that need a text. */
export function needsText(of: ServiceCase): boolean {
  return of === "other" || of === "holder_other";
}

/** Cases that name another address. */
export function needsEmail(of: ServiceCase): boolean {
  return changesHolder(of) || of === "email_changed";
}

/** Cases that the central office calls back about. */
export function needsCall(of: ServiceCase): boolean {
  return of === "other" || of === "email_changed";
}

/** What can be asked from a phone that works; another phone or another holder is begun at the computer (flows T5). */
export const phoneCases = [
  "password_forgotten",
  "other",
  "email_changed",
] as const satisfies readonly ServiceCase[];

/** Why the time in the seat ends that a case ends. */
export const endOfCase = {
  holder_resigned: "resigned",
  holder_moved: "transferred",
  holder_other: "holder_changed",
} as const satisfies Partial<Record<ServiceCase, HoldingEnd>>;

/** True where a case can be granted to somebody who stands so: two of them help whoever is not yet approved, too. */
export function fitsHolding(of: ServiceCase, state: HoldingState): boolean {
  if (of === "password_forgotten" || of === "other") return state !== "ended";
  return state === "live";
}

const ownCases = ["password_forgotten", "phone_changed", "phone_lost", "other", "email_changed"] as const;
const nextCases = ["password_forgotten", "other", "holder_resigned", "holder_moved", "holder_other"] as const;

/** What each may ask for: a holder not for the next one, whoever comes next not for the holder's phone and address. */
export function casesOf(requester: Requester): readonly ServiceCase[] {
  if (requester === "holder") return ownCases;
  return requester === "new_holder" ? nextCases : serviceCases;
}
