import { spawnSync } from "node:child_process";
import { chown, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { RunAs } from "./run-as.ts";
import { diskFull, saysDiskFull } from "./problems.ts";

/** What a new cluster is made with. */
export interface NewCluster {
  /** Folder of PostgreSQL's programs. */
  readonly binaries: string;
  /** Where it will stand; its parent exists and `user` can pass through it. */
  readonly cluster: string;
  readonly superuser: string;
  readonly password: string;
  readonly user: RunAs | null;
}

/**
 * Makes a cluster: UTF-8, byte order, SCRAM passwords. It is made beside its place and moved there when whole, so
 * that one broken off half-way is never taken for a cluster. Throws a sentence when the disk is full.
 */
export async function initialise({
  binaries,
  cluster,
  superuser,
  password,
  user,
}: NewCluster): Promise<void> {
  const making = `${cluster}.making`;
  const passwordFile = join(dirname(cluster), "password.tmp");
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [making, passwordFile]) await chown(path, user.uid, user.gid);
  const flags = ["-D", making, "-U", superuser, `--pwfile=${passwordFile}`, "-A", "scram-sha-256"];
  const made = spawnSync(
    join(binaries, "initdb"),
    [...flags, "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"],
    { ...(user ?? {}), cwd: "/", encoding: "utf8", env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C" } },
  );
  await rm(passwordFile, { force: true });
  if (made.status === 0) return rename(making, cluster);
  await rm(making, { recursive: true, force: true });
  throw reasonOf(`${made.stdout}${made.stderr}`);
}

function reasonOf(output: string): Error {
  if (saysDiskFull(output)) return diskFull();
  const reason = /(?:FATAL|PANIC|error): +(.*)/.exec(output)?.[1] ?? output.trim().split("\n").at(-1);
  return new Error(`The database could not be made: ${reason ?? "no reason given"}`);
}
