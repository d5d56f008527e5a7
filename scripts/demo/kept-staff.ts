import { randomInt } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What the demo knows of one of its own accounts: enough to sign in as that person. */
export interface KeptStaff {
  readonly staffId: string;
  readonly password: string;
  /** The authenticator's secret in base32; null: the account is not whole yet. */
  readonly totp: string | null;
}

export type KeptStaffOf = Readonly<Record<string, KeptStaff>>;

/** The demo's accounts by username, as the data folder keeps them; none before the first start. */
export async function readKeptStaff(dataFolder: string): Promise<KeptStaffOf> {
  try {
    return JSON.parse(await readFile(pathIn(dataFolder), "utf8")) as KeptStaffOf;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw error;
  }
}

/** Keeps them whole or not at all, readable by the owner only. */
export async function keepStaff(dataFolder: string, kept: KeptStaffOf): Promise<void> {
  const unfinished = `${pathIn(dataFolder)}.new`;
  await writeFile(unfinished, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  await rename(unfinished, pathIn(dataFolder));
}

const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password nobody chose: sixteen letters that are told apart when read aloud, about 79 bits. */
export function makePassword(): string {
  const four = () => Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join("");
  return [four(), four(), four(), four()].join("-");
}

function pathIn(dataFolder: string): string {
  return join(dataFolder, "demo-staff.json");
}
