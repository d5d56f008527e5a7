/** Who asks for a passkey: the host people see (WebAuthn's RP ID) and the origin pages come from. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/** A passkey as it is proven: its id (base64url), its public key (COSE) and the count of its last use. */
export interface ProvableKey {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
}

/** The ceremonies of passkeys (WebAuthn level 3). What is asked and answered travels as JSON between page and server. */
export interface Passkeys {
  /** What a browser is asked for to make a passkey; `known` credentials of the account are not made twice. */
  askToAdd(
    party: RelyingParty,
    asked: {
      readonly challenge: Uint8Array;
      readonly userId: Uint8Array;
      readonly username: string;
      readonly known: readonly string[];
    },
  ): Promise<object>;
  /** The passkey a browser made; null: not for this challenge, origin or host, or nothing that can be read. */
  readAdded(party: RelyingParty, challenge: Uint8Array, answer: unknown): Promise<ProvableKey | null>;
  /** What a browser is asked for to prove one of the `known` passkeys. */
  askToProve(
    party: RelyingParty,
    asked: { readonly challenge: Uint8Array; readonly known: readonly string[] },
  ): Promise<object>;
  /** The count of uses a proof carries; null: it is no proof by that key of this challenge, origin and host. */
  readProof(
    party: RelyingParty,
    challenge: Uint8Array,
    key: ProvableKey,
    answer: unknown,
  ): Promise<number | null>;
}

/** What an ID card answered through the agent: its certificate (PEM) and its signature (base64url). */
export interface SignedCard {
  readonly certificate: string;
  readonly signature: string;
}

/** Proofs by an ID card's own key. */
export interface CardProofs {
  /** False: the deployment trusts no card authority, so nobody signs in by card. */
  readonly available: boolean;
  /**
   * The citizen number of the card that signed `text`; null: the certificate is not of the trusted authority or not
   * of this time, or the signature is not its key's over this text.
   */
  numberOf(text: string, answer: SignedCard, now: Date): string | null;
}
