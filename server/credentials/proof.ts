import type { Proofer } from "./token-registration.ts";

/**
 * How a proof of identity ended: proven; the person said no; somebody else proved themselves; the app wants more of them
 * first ("รอการยืนยันตัวตนเพิ่มเติม"); or what came back proves nothing.
 */
export const proofOutcomes = ["proven", "denied", "other_person", "pending", "failed"] as const;
export type ProofOutcome = (typeof proofOutcomes)[number];

/** How long the QR on the computer leads somewhere, and how long a way through the app is open. */
export const proofMs = 15 * 60_000;

/** The secrets of a way through the app, sealed until it sends the person back. */
export interface ProofSecrets {
  readonly nonce: string;
  readonly verifier: string;
}

/** Where the secrets of a proof stand sealed: bound to its row. */
export function proofPlace(proofId: string) {
  return { table: "identity_proof", rowId: proofId };
}

/** Where the QR of a proof leads, under the address of the deployment. */
export function provePath(token: string): string {
  return `/seat/prove/${token}`;
}

/** A proof as the phone is shown it: whose registration it is for, and what became of it. */
export interface SeenProof {
  readonly userCode: string;
  readonly agency: { readonly nameTh: string; readonly nameEn: string };
  readonly begunAt: Date;
  readonly proofer: Proofer | null;
  readonly outcome: ProofOutcome | null;
}

export type ProofLinkRefusal =
  /** Made up, run out, replaced, or the registration needs no proof any more. */
  { readonly kind: "proof_gone" };

export type BeginProofRefusal =
  | ProofLinkRefusal
  /** The app does not answer. */
  | { readonly kind: "proof_down" }
  /** The deployment is no client of that app. */
  | { readonly kind: "proof_not_offered" };
