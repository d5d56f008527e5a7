import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from "jose";
import { readKept } from "../world/read-kept.ts";

/** The key LINE signs LIFF's ID tokens with, and its public half as `certs` gives it. */
export interface LoginKeys {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** Reads the ES256 key of the data folder; makes it at the first start. */
export async function openLoginKeys(folder: string): Promise<LoginKeys> {
  const path = join(folder, "login-key.json");
  const kept = await readKept(path);
  if (kept !== null) return fromJwk(JSON.parse(kept) as JWK);
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: crypto.randomUUID() };
  await mkdir(folder, { recursive: true });
  await writeFile(path, JSON.stringify(jwk), { mode: 0o600 });
  return fromJwk(jwk);
}

async function fromJwk(jwk: JWK): Promise<LoginKeys> {
  const { kty, crv, x, y, kid } = jwk;
  const publicJwk = { kty, crv, x, y, kid, alg: "ES256", use: "sig" } as JWK;
  return {
    kid: String(kid),
    privateKey: (await importJWK(jwk, "ES256")) as CryptoKey,
    publicKey: (await importJWK(publicJwk, "ES256")) as CryptoKey,
    publicJwk,
  };
}
