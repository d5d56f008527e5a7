import type { JwtClaims } from "../kernel/jwt-port.ts";

/** The only kind of client assertion there is (RFC 7523). */
export const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

const longestLifeSeconds = 300;
const clockSkewSeconds = 30;

/** A proof of a relying party by its own key, as far as its claims tell; its id is good once until it ends. */
export interface ClientAssertion {
  readonly jti: string;
  readonly expiresAt: Date;
}

/**
 * Judges the claims of a verified client assertion (OpenID Connect Core 9): the client says it of itself, to us, now, for
 * five minutes at most, under an id of its own. Null: it proves nothing.
 */
export function judgeAssertion(
  claims: JwtClaims,
  expected: { readonly clientId: string; readonly audiences: readonly string[] },
  now: Date,
): ClientAssertion | null {
  const { iss, sub, aud, jti, exp, nbf } = claims;
  const seconds = now.getTime() / 1000;
  const audiences: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  if (iss !== expected.clientId || sub !== expected.clientId) return null;
  if (!audiences.some((each) => expected.audiences.some((ours) => ours === each))) return null;
  if (typeof jti !== "string" || jti === "" || jti.length > 200) return null;
  if (typeof exp !== "number" || exp <= seconds || exp > seconds + longestLifeSeconds + clockSkewSeconds)
    return null;
  if (nbf !== undefined && (typeof nbf !== "number" || nbf > seconds + clockSkewSeconds)) return null;
  return { jti, expiresAt: new Date(exp * 1000) };
}

/** Whom an assertion says it is of, before anything is verified; empty: nobody. Good for finding the keys to verify with. */
export function claimedClient(assertion: string): string {
  const [, payload = ""] = assertion.split(".");
  try {
    const text = atob(payload.replaceAll("-", "+").replaceAll("_", "/"));
    const claims: unknown = JSON.parse(text);
    const sub = typeof claims === "object" && claims !== null && "sub" in claims ? claims.sub : "";
    return typeof sub === "string" ? sub : "";
  } catch {
    return "";
  }
}
