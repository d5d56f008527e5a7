import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const keyNames = ["INDEX_KEY", "CODE_KEY", "QR_KEY", "PIN_PEPPER", "OTP_KEY"] as const;

/** The demo's own secrets, under the names of the settings they fill. */
export type DemoSecrets = Readonly<Record<string, string>>;

/**
 * Secrets of the demo: made at the first start, kept in the data folder (readable by the owner only), never
 * committed. The same ones come back at every start, for what they sealed must stay readable.
 */
export async function demoSecrets(dataFolder: string): Promise<DemoSecrets> {
  const path = join(dataFolder, "secrets.json");
  const kept = await readFile(path, "utf8").catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  });
  if (kept !== null) return JSON.parse(kept) as DemoSecrets;
  const made = makeSecrets();
  await mkdir(dataFolder, { recursive: true, mode: 0o755 });
  await writeFile(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}

function makeSecrets(): DemoSecrets {
  const key = () => randomBytes(32).toString("base64");
  return {
    ...Object.fromEntries(keyNames.map((name) => [name, key()])),
    DATA_KEY: `demo1:${key()}`,
    LINE_CHANNEL_SECRET: randomBytes(16).toString("hex"),
    LINE_CHANNEL_ID: digits(10),
    LINE_LOGIN_CHANNEL_ID: digits(10),
    LINE_LOGIN_CHANNEL_SECRET: randomBytes(16).toString("hex"),
    LIFF_ID: `${digits(10)}-${randomBytes(6).toString("base64url").replace(/[-_]/g, "x")}`,
    THAIBULKSMS_KEY: randomBytes(8).toString("hex"),
    THAIBULKSMS_SECRET: randomBytes(8).toString("hex"),
  };
}

function digits(length: number): string {
  return `2${Array.from(randomBytes(length - 1), (byte) => String(byte % 10)).join("")}`;
}
