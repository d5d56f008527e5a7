import type { ContactFacts } from "./contact.ts";
import type { AgencyYes } from "./terms.ts";
import { nothingTyped, type JoinedWho, type TypedJoin } from "./join.ts";

/** Belongs to the shape of the answers: a draft of another version starts afresh. */
export const joinVersion = 1;

/** A chosen password as a draft keeps it: its slow hash (base64url), bound to the number it is for. */
export interface ChosenPassword {
  readonly hash: string;
  readonly citizenId: string;
}

/** A form that was whole, waiting for its OTP. */
export interface WholeJoin {
  readonly who: JoinedWho;
  readonly contact: ContactFacts;
  readonly otpId: string;
}

/** What somebody without an account has answered so far. Plain JSON, kept sealed. */
export interface JoinAnswers {
  readonly termsVersion: string;
  /** The own terms of the agency they came from, accepted with ours; left out or null: it has none. */
  readonly agencyYes?: AgencyYes | null;
  readonly typed: TypedJoin;
  readonly password: ChosenPassword | null;
  /** Null: the form is still to be filled or mended. */
  readonly whole: WholeJoin | null;
}

/** The screens of joining, in order. */
export const joinSteps = ["terms", "form", "otp"] as const;
export type JoinStep = (typeof joinSteps)[number];

/** Accepted terms and nothing else. */
export function begunJoin(termsVersion: string, agencyYes: AgencyYes | null): JoinAnswers {
  return { termsVersion, agencyYes, typed: nothingTyped, password: null, whole: null };
}

/** The screen a draft goes on at; null: there is no draft. */
export function joinStep(answers: JoinAnswers | null, termsVersion: string): JoinStep {
  if (answers === null || answers.termsVersion !== termsVersion) return "terms";
  return answers.whole === null ? "form" : "otp";
}
