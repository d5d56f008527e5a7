import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

const keyNames = ["INDEX_KEY", "CODE_KEY", "QR_KEY", "PIN_PEPPER", "OTP_KEY"] as const;

/** The demo's own secrets, under the names of the settings they fill. */
export type DemoSecrets = Readonly<Record<string, string>>;

/**
 * Secrets of the demo: made at the first start, kept in the data folder (readable by the owner only), never
 * committed. The same ones come back at every start, for what they sealed must stay readable; one that a data folder
 * of an earlier version lacks is added to the others.
 */
export async function demoSecrets(dataFolder: string): Promise<DemoSecrets> {
  const path = join(dataFolder, "secrets.json");
  const kept = await readKept(path);
  const whole = { ...makeSecrets(), ...kept };
  if (Object.keys(whole).length === Object.keys(kept).length) return kept;
  await mkdir(dataFolder, { recursive: true, mode: 0o755 });
  await writeFile(`${path}.part`, `${JSON.stringify(whole, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.part`, path);
  return whole;
}

async function readKept(path: string): Promise<DemoSecrets> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "{}";
    throw error;
  });
  return JSON.parse(text) as DemoSecrets;
}

function makeSecrets(): DemoSecrets {
  const key = () => randomBytes(32).toString("base64");
  return {
    ...Object.fromEntries(keyNames.map((name) => [name, key()])),
    CODE_SIGNING_KEY: signingKey(),
    AUDIT_SIGNING_KEY: signingKey(),
    DATA_KEY: `demo1:${key()}`,
    LINE_CHANNEL_SECRET: randomBytes(16).toString("hex"),
    LINE_CHANNEL_ID: digits(10),
    LINE_LOGIN_CHANNEL_ID: digits(10),
    LINE_LOGIN_CHANNEL_SECRET: randomBytes(16).toString("hex"),
    LIFF_ID: `${digits(10)}-${randomBytes(6).toString("base64url").replace(/[-_]/g, "x")}`,
    THAIBULKSMS_KEY: randomBytes(8).toString("hex"),
    THAIBULKSMS_SECRET: randomBytes(8).toString("hex"),
    SMSMKT_KEY: randomBytes(8).toString("hex"),
    SMSMKT_SECRET: randomBytes(8).toString("hex"),
    THAID_CLIENT_SECRET: randomBytes(16).toString("hex"),
    PAOTANG_CLIENT_SECRET: randomBytes(16).toString("hex"),
  };
}

function signingKey(): string {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
}

function digits(length: number): string {
  return `2${Array.from(randomBytes(length - 1), (byte) => String(byte % 10)).join("")}`;
}
