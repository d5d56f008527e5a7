import { createHash } from "node:crypto";
import { encodeBase64url } from "../../kernel/base64url.ts";
import type { Ports } from "../../ports.ts";
import { secretBytes } from "../grant.ts";

/** A code, an access token or a client's secret: 256 bits that mean nothing. */
export function drawSecret({ random }: Pick<Ports, "random">): string {
  return encodeBase64url(random.bytes(secretBytes));
}

/** What is kept of one. */
export function hashOfSecret(secret: string): Uint8Array {
  return createHash("sha256").update(secret).digest();
}

/** What an ID token says of the access token beside it (OpenID Connect Core 3.1.3.6). */
export function accessTokenHash(token: string): string {
  return encodeBase64url(hashOfSecret(token).slice(0, 16));
}

/** The S256 of a verifier. */
export function challengeOf(verifier: string): string {
  return encodeBase64url(hashOfSecret(verifier));
}

/** How one client knows a person: always the same there, and another at every other client. */
export function subjectOf({ keys }: Pick<Ports, "keys">, clientId: string, personId: string): string {
  return encodeBase64url(keys.openIdSubject(`person|${clientId}|${personId}`));
}

/** How one client knows the session of a seat. */
export function sidOf({ keys }: Pick<Ports, "keys">, clientId: string, sessionId: string): string {
  return encodeBase64url(keys.openIdSubject(`session|${clientId}|${sessionId}`));
}
