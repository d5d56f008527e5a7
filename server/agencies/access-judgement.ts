import { ok, refuse, type Result } from "../kernel/result.ts";
import type { AccessDecision } from "./access-request.ts";

/** What a registrar chose for one person; `decision` is none of the two while it is left for later. */
export interface TypedJudgement {
  readonly personId: string;
  readonly decision: string;
  readonly reason: string;
}

export interface Judgement {
  readonly personId: string;
  readonly decision: Exclude<AccessDecision, "pending">;
  /** Empty: granted without a word. */
  readonly reason: string;
}

export const judgementFaults = [
  "reason_missing",
  "reason_long",
  "person_has_access",
  "person_decided",
] as const;
export interface JudgementFault {
  readonly personId: string;
  readonly kind: (typeof judgementFaults)[number];
}

export type JudgementRefusal =
  | { readonly kind: "judgement_faults"; readonly faults: readonly JudgementFault[] }
  | { readonly kind: "nothing_judged" };

export const longestReason = 300;

/**
 * Reads what a registrar decided of the people of one request (F1.2). Those left for later are passed over. Refuses
 * when nothing was decided, and a refusal without a reason: the person has to be told one.
 */
export function readJudgements(
  typed: readonly TypedJudgement[],
): Result<readonly Judgement[], JudgementRefusal> {
  const read: Judgement[] = [];
  const faults: JudgementFault[] = [];
  for (const { personId, decision, reason: text } of typed) {
    if (decision !== "granted" && decision !== "refused") continue;
    const reason = text.trim();
    if (decision === "refused" && reason === "") faults.push({ personId, kind: "reason_missing" });
    if ([...reason].length > longestReason) faults.push({ personId, kind: "reason_long" });
    read.push({ personId, decision, reason });
  }
  if (faults.length > 0) return refuse({ kind: "judgement_faults", faults });
  return read.length > 0 ? ok(read) : refuse({ kind: "nothing_judged" });
}
