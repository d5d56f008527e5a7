import { ok, refuse, type Result } from "../kernel/result.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";

/** What a person may answer to the consent text. Withdrawing is an answer too, as easy as giving (PDPA s.19). */
export const consentAnswers = ["given", "refused", "withdrawn"] as const;
export type ConsentAnswer = (typeof consentAnswers)[number];

/** A version of the consent text, in force from that day until a later one is. */
export interface ConsentVersion {
  readonly version: string;
  readonly inForceFrom: BangkokDay;
}

/** One answer that was kept. */
export interface AnsweredConsent {
  readonly version: string;
  readonly answer: ConsentAnswer;
  readonly answeredAt: Date;
}

/** After each answer (null: none yet), the answers that may follow. */
export const consentMoves = {
  none: ["given", "refused"],
  given: ["given", "withdrawn"],
  refused: ["given", "refused"],
  withdrawn: ["given", "refused"],
} as const satisfies Record<ConsentAnswer | "none", readonly ConsentAnswer[]>;

/** The version in force on a day: the latest that has begun. Throws when none has, which is a fault of the texts. */
export function consentInForce<V extends ConsentVersion>(versions: readonly V[], day: BangkokDay): V {
  const begun = versions.filter((version) => version.inForceFrom <= day);
  const latest = begun.reduce<V | null>(
    (best, version) => (best && best.inForceFrom > version.inForceFrom ? best : version),
    null,
  );
  if (!latest) throw new Error(`no consent text is in force on ${day}`);
  return latest;
}

/** The answer that counts: the last one given. */
export function latestConsent(answers: readonly AnsweredConsent[]): AnsweredConsent | null {
  return answers.reduce<AnsweredConsent | null>(
    (last, answer) => (last && last.answeredAt > answer.answeredAt ? last : answer),
    null,
  );
}

/** True when the last answer is a yes to the version in force. */
export function consentStands(answers: readonly AnsweredConsent[], inForce: ConsentVersion): boolean {
  const last = latestConsent(answers);
  return last?.answer === "given" && last.version === inForce.version;
}

/**
 * Says whether an answer may follow what was answered before. Refuses an answer to another version than the one in
 * force (it changed while the page was open) and the withdrawal of what was not given.
 */
export function checkAnswer(
  answers: readonly AnsweredConsent[],
  answer: { readonly version: string; readonly answer: ConsentAnswer },
  inForce: ConsentVersion,
): Result<undefined, { readonly kind: "consent_version_changed" } | { readonly kind: "consent_not_given" }> {
  const withdraws = answer.answer === "withdrawn";
  if (!withdraws && answer.version !== inForce.version) return refuse({ kind: "consent_version_changed" });
  const moves: readonly ConsentAnswer[] = consentMoves[latestConsent(answers)?.answer ?? "none"];
  return moves.includes(answer.answer) ? ok() : refuse({ kind: "consent_not_given" });
}
