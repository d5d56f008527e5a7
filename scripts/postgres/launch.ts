import { spawn } from "node:child_process";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { anyFreePort } from "../free-port.ts";
import type { RunAs } from "./run-as.ts";
import { broken, diskFull, saysDiskFull } from "./problems.ts";

/** A server to start. */
export interface Launch {
  readonly binaries: string;
  readonly cluster: string;
  /** File that takes what the server says; begun anew at each start. */
  readonly log: string;
  readonly user: RunAs | null;
  /** Settings of postgresql.conf, over the common ones. */
  readonly settings: Readonly<Record<string, string>>;
}

const commonSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "128MB",
  password_encryption: "scram-sha-256",
  timezone: "UTC",
  // Statements, bind parameters and the rows that break a constraint hold keys and sealed data: none reaches the log.
  log_statement: "none",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
};

/** Twice as fast; nothing survives a power cut. For tests. */
export const unsafeSettings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_wal_size: "2GB",
};

/** Starts a server on a free port of 127.0.0.1 and answers before it is ready. */
export async function launch({ binaries, cluster, log, user, settings }: Launch) {
  const port = await anyFreePort();
  const flags = Object.entries({ ...commonSettings, ...settings, port: String(port) });
  const output = await open(log, "w");
  // Its own process group: Ctrl-C in the terminal must reach us first, and it last.
  const child = spawn(
    join(binaries, "postgres"),
    ["-D", cluster, ...flags.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    { ...(user ?? {}), cwd: "/", detached: true, stdio: ["ignore", output.fd, output.fd] },
  );
  const failed = new Promise<never>((_, reject) =>
    child.once("error", (error) => reject(broken(error.message))),
  );
  failed.catch(() => {});
  child.unref();
  await output.close();
  return child.pid === undefined ? failed : { pid: child.pid, port };
}

/** Why a server that was launched is gone again, by what it wrote. */
export async function reasonOf(log: string): Promise<Error> {
  const text = await readFile(log, "utf8").catch(() => "");
  if (saysDiskFull(text)) return diskFull();
  return broken(/(?:FATAL|PANIC): {2}(.*)/.exec(text)?.[1] ?? "the server ended at once");
}

/**
 * True when a launched server gave way to one still there: one launched at the same moment, or the last workers
 * of one that was killed and have not noticed yet. Either passes.
 */
export async function gaveWay(log: string): Promise<boolean> {
  const text = await readFile(log, "utf8").catch(() => "");
  return /lock file .* already exists|pre-existing shared memory block/.test(text);
}
