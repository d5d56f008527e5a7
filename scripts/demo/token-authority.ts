import { generateKeyPairSync } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeX509 } from "../card-agent/x509.ts";

const name = { commonName: "Pratu demo authority of Soft Tokens" };
const dayMs = 24 * 60 * 60_000;
const years = 9;

/** The settings of an authority that certifies Soft Tokens. */
export type TokenAuthoritySettings = Readonly<Record<"TOKEN_CA_KEY" | "TOKEN_CA_CERT", string>>;

/** Makes an authority of its own. */
export function newTokenAuthority(now: Date): TokenAuthoritySettings {
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const certificate = makeX509({
    subject: name,
    issuer: name,
    publicKey: pair.publicKey.export({ format: "der", type: "spki" }),
    issuerKey: pair.privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
    from: new Date(now.getTime() - dayMs),
    until: new Date(now.getTime() + years * 365 * dayMs),
    isAuthority: true,
  });
  const key = pair.privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
  return { TOKEN_CA_KEY: key, TOKEN_CA_CERT: certificate };
}

/** The demo's authority: made at the first start and kept, for certificates of earlier days must stay good. */
export async function demoTokenAuthority(dataFolder: string): Promise<TokenAuthoritySettings> {
  const path = join(dataFolder, "token-authority.json");
  const kept = await readFile(path, "utf8").catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  });
  if (kept !== null) return JSON.parse(kept) as TokenAuthoritySettings;
  const made = newTokenAuthority(new Date());
  await mkdir(dataFolder, { recursive: true, mode: 0o755 });
  await writeFile(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}
