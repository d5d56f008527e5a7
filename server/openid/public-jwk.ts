import type { PublicJwk } from "../kernel/jwt-port.ts";

const coordinate = /^[A-Za-z0-9_-]{43}$/;

/**
 * Reads a public key a relying party gives us, as a JWK on P-256. Null for another curve, one without a name, and one with
 * its private half in it: that is a secret no more.
 */
export function readPublicJwk(given: unknown): PublicJwk | null {
  if (typeof given !== "object" || given === null || "d" in given) return null;
  const { kty, crv, x, y, kid } = given as Readonly<Record<string, unknown>>;
  if (kty !== "EC" || crv !== "P-256" || typeof x !== "string" || typeof y !== "string") return null;
  if (!coordinate.test(x) || !coordinate.test(y) || typeof kid !== "string" || kid === "") return null;
  return { kty, crv, x, y, kid, alg: "ES256", use: "sig" };
}
