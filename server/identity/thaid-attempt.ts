import type { ThaIdIdentity, ThaIdRefusal } from "../kernel/thaid-port.ts";

/** A way to ThaID and back is open for so long. */
export const thaIdWayMs = 10 * 60_000;
/** Digits of the code that carries a proof from another browser back to the session, and how often it may be mistyped. */
export const thaIdCodeDigits = 6;
export const mostWrongThaIdCodes = 5;

/** The secrets of a way, sealed until ThaID sends the person back. */
export interface ThaIdSecrets {
  readonly nonce: string;
  readonly verifier: string;
}

/** What was proven in another browser than the one that began, sealed until its code is typed there. */
export interface ThaIdProof {
  readonly code: string;
  readonly identity: ThaIdIdentity;
}

export function thaIdPlace(attemptId: string) {
  return { table: "thaid_attempt", rowId: attemptId };
}

export type BeginThaIdRefusal =
  | { readonly kind: "session_locked" }
  | { readonly kind: "thaid_already" }
  | { readonly kind: "thaid_too_many" }
  | ThaIdRefusal;

export type ReturnThaIdRefusal =
  | ThaIdRefusal
  /** No such way: never begun, used, or over ten minutes old. */
  | { readonly kind: "thaid_gone" }
  /** Whoever proved themselves is not the person of the account. */
  | { readonly kind: "thaid_other_person" };

export type TakeThaIdRefusal =
  | { readonly kind: "session_locked" }
  | { readonly kind: "thaid_gone" }
  | { readonly kind: "thaid_code_wrong"; readonly left: number };

/** How coming back ended: raised here and now, or proven in another browser that shows a code to type where it began. */
export type ThaIdReturned =
  { readonly kind: "raised"; readonly next: string } | { readonly kind: "elsewhere"; readonly code: string };
