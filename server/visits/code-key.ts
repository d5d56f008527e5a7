import type { P256PublicKey } from "../kernel/p256-key.ts";
import type { VerifyCode } from "./code-token.ts";

/** A public key that signs no more than service codes, as it is published (JWK, RFC 7517). */
export interface CodePublicKey extends P256PublicKey {
  readonly kty: "EC";
  readonly crv: "P-256";
  readonly alg: "ES256";
  readonly use: "sig";
  readonly kid: string;
}

/** The first letters of a key's thumbprint are its name: enough to tell a handful apart, and few in a QR. */
export const kidLength = 8;

const ecdsa = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

/** Names a public key by its thumbprint (RFC 7638, base64url). */
export function publicCodeKey({ x, y }: P256PublicKey, thumbprint: string): CodePublicKey {
  const kid = thumbprint.slice(0, kidLength);
  return { kty: "EC", crv: "P-256", x, y, alg: "ES256", use: "sig", kid };
}

/** Verifies with published keys, here and in browsers: a name that none of them has fits nothing. */
export function verifierOf(keys: readonly CodePublicKey[]): VerifyCode {
  return async (kid, message, signature) => {
    const key = keys.find((each) => each.kid === kid);
    if (!key) return false;
    const { kty, crv, x, y } = key;
    const imported = await crypto.subtle.importKey("jwk", { kty, crv, x, y }, ecdsa, false, ["verify"]);
    return crypto.subtle.verify(ecdsa, imported, signature, message);
  };
}
