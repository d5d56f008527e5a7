import type { CitizenId } from "./citizen-id.ts";
import type { PersonName } from "./person-name.ts";
import type { Result } from "./result.ts";

/** What ThaID says of whoever proved themselves there. */
export interface ThaIdIdentity {
  readonly pid: CitizenId;
  /** Null where ThaID gives none that is a name by our rules. */
  readonly firstName: PersonName | null;
  readonly lastName: PersonName | null;
}

export const thaIdRefusals = ["thaid_denied", "thaid_invalid", "thaid_down"] as const;
/** `denied`: the person said no. `invalid`: what came back proves nothing. `down`: ThaID does not answer. */
export type ThaIdRefusal = { readonly kind: (typeof thaIdRefusals)[number] };

/** ThaID of the Department of Provincial Administration, an OpenID provider (N6). */
export interface ThaId {
  /** False: this deployment is no relying party of ThaID, and nothing offers it. */
  readonly available: boolean;
  /** Where the person is sent, with state and nonce; the challenge (S256) goes along where ThaID announces PKCE. */
  authorizeUrl(way: {
    readonly state: string;
    readonly nonce: string;
    readonly challenge: string;
    readonly redirectUri: string;
  }): Promise<Result<string, ThaIdRefusal>>;
  /** Exchanges the code for who it was: issuer, audience, time, signature and nonce of the ID token are checked. */
  exchange(grant: {
    readonly code: string;
    readonly verifier: string;
    readonly nonce: string;
    readonly redirectUri: string;
  }): Promise<Result<ThaIdIdentity, ThaIdRefusal>>;
  /** Reads an error that ThaID sent back in the address instead of a code. */
  refusalOf(error: string): ThaIdRefusal;
}
