import type { SigningPurpose } from "./sign-in-challenge.ts";

/**
 * What a phone's key signs. Phone and server make the same text of the same parts, so that a signature is worth nothing
 * for another challenge, session, system, seat or purpose. A list in JSON: no part can run into its neighbour.
 */
export interface ChallengeParts {
  readonly id: string;
  /** 32 bytes, base64url. */
  readonly nonce: string;
  readonly purpose: SigningPurpose;
  readonly relyingParty: string;
  /** The seat session that waits; null: something else than a sign-in is signed. */
  readonly sessionId: string | null;
  readonly subjectId: string | null;
  readonly userCode: string;
}

/** The text an answer to a challenge signs. */
export function challengeText(parts: ChallengeParts): string {
  const { id, nonce, purpose, relyingParty, sessionId, subjectId, userCode } = parts;
  return JSON.stringify([
    "pratu/soft-token/answer/1",
    id,
    nonce,
    purpose,
    relyingParty,
    sessionId,
    subjectId,
    userCode,
  ]);
}

export interface NewKeyParts {
  /** The activation that asks for the key. */
  readonly id: string;
  /** 32 bytes, base64url. */
  readonly nonce: string;
  readonly userCode: string;
  /** SubjectPublicKeyInfo of the new key, base64url. */
  readonly publicKey: string;
  /** The key it takes the place of; null: a first one, or one on a new phone. */
  readonly renewsId: string | null;
}

/** The text a new key signs to prove itself, and an old one to hand over to it. */
export function newKeyText({ id, nonce, userCode, publicKey, renewsId }: NewKeyParts): string {
  return JSON.stringify(["pratu/soft-token/new-key/1", id, nonce, userCode, publicKey, renewsId]);
}

/** What a report of a colleague's lost phone says, as it is typed. */
export interface LossParts {
  /** The reporter's own key. */
  readonly keyId: string;
  /** Given with the form, good for a while and for this key only. */
  readonly nonce: string;
  /** One press of the button. */
  readonly requestKey: string;
  /** Whose phone: the user code and the part, as they are typed. */
  readonly userCode: string;
  readonly part: string;
}

/** The text a colleague's key signs under a report: it stops that phone and no other, once. */
export function lossText({ keyId, nonce, requestKey, userCode, part }: LossParts): string {
  return JSON.stringify(["pratu/soft-token/report-loss/1", keyId, nonce, requestKey, userCode, part]);
}
