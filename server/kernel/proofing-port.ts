import type { CitizenId } from "./citizen-id.ts";
import type { PersonName } from "./person-name.ts";
import type { Result } from "./result.ts";

/** Who proved themselves, as whoever vouches says. */
export interface ProvenIdentity {
  readonly pid: CitizenId;
  /** Null where none is given that is a name by our rules. */
  readonly firstName: PersonName | null;
  readonly lastName: PersonName | null;
}

export const proofingRefusals = ["proof_denied", "proof_pending", "proof_invalid", "proof_down"] as const;
/**
 * `denied`: the person said no. `pending`: the app must prove more of the person first ("รอการยืนยันตัวตนเพิ่มเติม").
 * `invalid`: what came back proves nothing. `down`: no answer.
 */
export type ProofingRefusal = { readonly kind: (typeof proofingRefusals)[number] };

/** An app that vouches for who somebody is, as a relying party meets it: a way there with a redirect, and back with a code. */
export interface Proofing {
  /** False: this deployment is no client there, and nothing offers it. */
  readonly available: boolean;
  /** Where the person is sent; the challenge is S256 of the verifier. */
  authorizeUrl(way: {
    readonly state: string;
    readonly nonce: string;
    readonly challenge: string;
    readonly redirectUri: string;
  }): Promise<Result<string, ProofingRefusal>>;
  /** Exchanges the code for who it was. */
  exchange(grant: {
    readonly code: string;
    readonly verifier: string;
    readonly nonce: string;
    readonly redirectUri: string;
  }): Promise<Result<ProvenIdentity, ProofingRefusal>>;
  /** Reads an error that was sent back in the address instead of a code. */
  refusalOf(error: string): ProofingRefusal;
}
