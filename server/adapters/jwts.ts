import {
  calculateJwkThumbprint,
  CompactSign,
  compactVerify,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CompactVerifyResult,
} from "jose";
import type { JwtClaims, Jwts, PublicJwk } from "../kernel/jwt-port.ts";

const alg = "ES256";
const longestToken = 8_000;

/** Tokens over jose, whose WebCrypto both hosts have. */
export const jwts: Jwts = {
  newPair: async () => {
    const pair = await generateKeyPair(alg, { extractable: true });
    const { x = "", y = "", d = "" } = await exportJWK(pair.privateKey);
    const point = { kty: "EC", crv: "P-256", x, y } as const;
    const kid = await calculateJwkThumbprint(point);
    return { publicKey: { ...point, alg, use: "sig", kid }, privateKey: { x, y, d } };
  },
  sign: async (kid, { x, y, d }, claims) => {
    const key = await importJWK({ kty: "EC", crv: "P-256", x, y, d }, alg);
    const bytes = new TextEncoder().encode(JSON.stringify(claims));
    return new CompactSign(bytes).setProtectedHeader({ alg, kid, typ: "JWT" }).sign(key);
  },
  verify: async (token, keys) => {
    if (token.length > longestToken) return null;
    const verified = await compactVerify(token, keyFor(keys), { algorithms: [alg] }).catch(() => null);
    return verified && claimsOf(verified);
  },
};

/** The key a header names; a header without a name fits where there is but one key. Throws for none. */
function keyFor(keys: readonly PublicJwk[]) {
  return async ({ kid }: { kid?: string }) => {
    const found = keys.filter((key) => kid === undefined || key.kid === kid);
    const [key] = found;
    if (!key || found.length > 1) throw new Error("no such key");
    const { kty, crv, x, y } = key;
    return importJWK({ kty, crv, x, y }, alg);
  };
}

function claimsOf({ payload }: CompactVerifyResult): JwtClaims | null {
  try {
    const claims: unknown = JSON.parse(new TextDecoder().decode(payload));
    return typeof claims === "object" && claims !== null && !Array.isArray(claims) ? { ...claims } : null;
  } catch {
    return null;
  }
}
