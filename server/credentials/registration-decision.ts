import { ok, refuse, type Result } from "../kernel/result.ts";

/** Reasons of a refusal that the central office often gives; each is a sentence in the words. */
export const refusalReasons = [
  "order_missing",
  "order_unsigned",
  "name_differs",
  "unreadable",
  "wrong_right",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Characters of a reason, at most. */
export const reasonLimit = 500;

export type DecisionRefusal =
  | { readonly kind: "registration_not_found" }
  /** Somebody else decided it, or it ended meanwhile. */
  | { readonly kind: "registration_decided" }
  /** It came with another address than the one a granted change of holder gave (T6, cases 5–7). */
  | { readonly kind: "email_bound" }
  /** The registrar who approves has opened their sealed letter; `others` of the office may approve. */
  | { readonly kind: "letter_opened_by_you"; readonly others: readonly string[] }
  | { readonly kind: "reason_missing" }
  | { readonly kind: "reason_long"; readonly limit: number };

/** A registrar's answer. `reason` is what the holder reads. */
export type Decision = { readonly kind: "approve" } | { readonly kind: "refuse"; readonly reason: string };

/** Reads an answer. Refuses one without a reason, and a reason that is too long. */
export function readDecision(decision: Decision): Result<Decision, DecisionRefusal> {
  if (decision.kind === "approve") return ok(decision);
  const reason = decision.reason.normalize("NFC").replace(/\s+/g, " ").trim();
  if (reason === "") return refuse({ kind: "reason_missing" });
  return [...reason].length > reasonLimit
    ? refuse({ kind: "reason_long", limit: reasonLimit })
    : ok({ kind: "refuse", reason });
}
