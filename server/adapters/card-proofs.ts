import { verify, X509Certificate } from "node:crypto";
import { decodeBase64url } from "../kernel/base64url.ts";
import type { CardProofs } from "../kernel/proof-ports.ts";

/** No authority of cards is trusted: nobody signs in by card. */
export const cardProofsNone: CardProofs = { available: false, numberOf: () => null };

/**
 * Proofs by cards whose certificates the one authority signed (PEM): an EC key, the citizen number as the subject's
 * serialNumber, the signature ECDSA with SHA-256 in the form r‖s.
 */
export function cardProofs(authorityPem: string): CardProofs {
  const authority = new X509Certificate(authorityPem);
  return {
    available: true,
    numberOf: (text, { certificate, signature }, now) => {
      const card = readCertificate(certificate);
      const signed = decodeBase64url(signature);
      if (!card || signed === null || !isOf(card, authority, now)) return null;
      if (!isSignedBy(card, text, signed)) return null;
      return /(?:^|\n)serialNumber=(\d{13})(?:\n|$)/.exec(card.subject)?.[1] ?? null;
    },
  };
}

/** True when that card's key signed the text. Hosts differ in whether a signature of no use is false or thrown. */
function isSignedBy({ publicKey }: X509Certificate, text: string, signature: Uint8Array): boolean {
  if (publicKey.asymmetricKeyType !== "ec") return false;
  // As PEM: workerd takes no key object together with an encoding.
  const key = publicKey.export({ type: "spki", format: "pem" });
  try {
    return verify("sha256", new TextEncoder().encode(text), { key, dsaEncoding: "ieee-p1363" }, signature);
  } catch {
    return false;
  }
}

/** True for the certificate of an authority, in PEM. */
export function isAuthority(pem: string): boolean {
  return readCertificate(pem)?.ca ?? false;
}

function readCertificate(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}

/** Signed by the authority, no authority itself, and neither too early nor too late. */
function isOf(card: X509Certificate, authority: X509Certificate, now: Date): boolean {
  const [from, to] = [new Date(card.validFrom), new Date(card.validTo)];
  if (card.ca || !(from <= now && now <= to)) return false;
  return card.checkIssued(authority) && card.verify(authority.publicKey);
}
