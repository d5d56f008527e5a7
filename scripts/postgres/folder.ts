import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RunAs } from "./run-as.ts";

/** Stands in the data folder and names where the cluster is, when the user PostgreSQL runs as cannot reach it. */
const movedNote = "moved-to.txt";

/**
 * `wanted`, made when missing; or a folder of its own that `user` can reach, when a private folder (a home of 0700)
 * stands in the way. Always the same one for the same `wanted`.
 */
export async function reachableFolder(wanted: string, user: RunAs | null): Promise<string> {
  await mkdir(wanted, { recursive: true });
  if (user === null || passes(wanted, user)) return wanted;
  const name = createHash("sha256").update(wanted).digest("hex").slice(0, 16);
  const elsewhere = join("/var/tmp", `pratu-${name}`);
  await mkdir(elsewhere, { recursive: true, mode: 0o755 });
  await requireOwn(elsewhere);
  await writeFile(join(wanted, movedNote), `${elsewhere}\n`);
  return elsewhere;
}

function passes(folder: string, user: RunAs): boolean {
  return spawnSync("test", ["-x", folder], { ...user, cwd: "/" }).status === 0;
}

/** Where the cluster of this data folder was moved to, or null when it was not. */
export async function movedTo(wanted: string): Promise<string | null> {
  return readFile(join(wanted, movedNote), "utf8").then(
    (text) => text.trim(),
    () => null,
  );
}

/** Refuses a folder in a place open to all that somebody else made, or may write to. */
export async function requireOwn(folder: string): Promise<void> {
  const { uid, mode } = await stat(folder);
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0)
    throw new Error(`${folder} belongs to somebody else. Remove it, or start as its owner.`);
}

/** The superuser's password, made at the first start and kept beside the cluster, for its owner's eyes only. */
export async function keptPassword(folder: string): Promise<string> {
  const path = join(folder, "superuser.txt");
  const kept = await readFile(path, "utf8").catch(() => null);
  if (kept) return kept.trim();
  const password = randomBytes(18).toString("hex");
  await writeFile(path, password, { mode: 0o600 });
  return password;
}
