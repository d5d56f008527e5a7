import { spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chown, mkdir, open, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import postgres from "postgres";
import { anyFreePort } from "../free-port.ts";
import { findBinaries, runAs, type RunAs } from "./binaries.ts";
import { alive, findPostmaster, waitUntilGone } from "./postmaster.ts";

export interface EmbeddedOptions {
  /** Holds the cluster, its password and its log; made when missing. */
  readonly dataFolder: string;
  /** False in tests: twice as fast, nothing survives a power cut. */
  readonly fsync?: boolean;
  /** More settings of postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  readonly port: number;
  /** The cluster's superuser, over TCP on 127.0.0.1. Never serves. */
  readonly superuserUrl: string;
  readonly pid: number;
  /** True when an earlier process had left it running. */
  readonly takenUp: boolean;
  stop(): Promise<void>;
}

const superuser = "pratu_superuser";
/** Stands in the data folder and names where the cluster is, when the user PostgreSQL runs as cannot reach it. */
const movedNote = "moved-to.txt";
const startWithinMs = 30_000;

/**
 * Starts a real PostgreSQL in `dataFolder`, making the cluster at the first start. Takes up a server that an
 * earlier process left running there, and recovers after a kill. Throws one sentence a person can act on when
 * the folder is broken or the disk is full.
 */
export async function startPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const user = runAs();
  const binaries = await findBinaries(user);
  const folder = await reachableFolder(resolve(options.dataFolder), user);
  const cluster = join(folder, "cluster");
  const log = join(folder, "postgres.log");
  const password = await keptPassword(folder);
  if (!(await exists(join(cluster, "PG_VERSION")))) await initialise(binaries, cluster, password, user);
  const running = await findPostmaster(cluster);
  const server = running ?? (await launch(binaries, cluster, log, user, options));
  const superuserUrl = `postgres://${superuser}:${password}@127.0.0.1:${server.port}/postgres`;
  await waitUntilReady(superuserUrl, server.pid, log);
  return {
    ...server,
    superuserUrl,
    takenUp: running !== null,
    stop: async () => {
      if (alive(server.pid)) process.kill(server.pid, "SIGINT");
      await waitUntilGone(server.pid);
    },
  };
}

/** Ends the server that may run in `dataFolder` and removes a cluster that was moved out of it. */
export async function discardPostgres(dataFolder: string): Promise<void> {
  const moved = await readFile(join(dataFolder, movedNote), "utf8").catch(() => null);
  const folder = moved?.trim() ?? dataFolder;
  const running = await findPostmaster(join(folder, "cluster"));
  if (running) {
    process.kill(running.pid, "SIGINT");
    await waitUntilGone(running.pid);
  }
  if (moved !== null) await rm(folder, { recursive: true, force: true });
}

async function launch(
  binaries: string,
  cluster: string,
  log: string,
  user: RunAs | null,
  options: EmbeddedOptions,
): Promise<{ pid: number; port: number }> {
  const port = await anyFreePort();
  const settings = {
    ...commonSettings,
    ...(options.fsync === false ? unsafeSettings : {}),
    ...options.settings,
  };
  const flags = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const output = await open(log, "w");
  // Its own process group: Ctrl-C in the terminal must reach us first, and it last.
  const child = spawn(join(binaries, "postgres"), ["-D", cluster, ...flags], {
    ...(user ?? {}),
    cwd: "/",
    detached: true,
    stdio: ["ignore", output.fd, output.fd],
  });
  child.unref();
  await output.close();
  if (child.pid === undefined) throw new Error("PostgreSQL could not be started.");
  return { pid: child.pid, port };
}

const commonSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "128MB",
  password_encryption: "scram-sha-256",
  // Bind parameters hold keys and sealed data: they never reach the log.
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
  log_min_error_statement: "panic",
  timezone: "UTC",
};

const unsafeSettings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_wal_size: "2GB",
};

async function initialise(
  binaries: string,
  cluster: string,
  password: string,
  user: RunAs | null,
): Promise<void> {
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  const passwordFile = join(cluster, "..", "password.tmp");
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [cluster, passwordFile]) await chown(path, user.uid, user.gid);
  const flags = [
    "-D",
    cluster,
    "-U",
    superuser,
    `--pwfile=${passwordFile}`,
    "-A",
    "scram-sha-256",
    "-E",
    "UTF8",
  ];
  const made = spawnSync(join(binaries, "initdb"), [...flags, "--locale=C.UTF-8", "--no-instructions"], {
    ...(user ?? {}),
    cwd: "/",
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C" },
  });
  await rm(passwordFile, { force: true });
  if (made.status === 0) return;
  await rm(cluster, { recursive: true, force: true });
  const output = `${made.stdout}${made.stderr}`;
  if (/No space left/i.test(output)) throw diskFull();
  throw new Error(`The database could not be made: ${output.trim().split("\n").at(-1) ?? "no reason given"}`);
}

async function waitUntilReady(url: string, pid: number, log: string): Promise<void> {
  const until = Date.now() + startWithinMs;
  for (;;) {
    const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
    const failure = await sql`select 1`.then(
      () => null,
      (error: unknown) => error as Error & { code?: string },
    );
    await sql.end({ timeout: 1 });
    if (!failure) return;
    if (failure.code === "28P01") throw broken("its password does not fit");
    if (!alive(pid)) throw await reasonOf(log);
    if (Date.now() > until) throw broken("it does not answer");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function reasonOf(log: string): Promise<Error> {
  const text = await readFile(log, "utf8").catch(() => "");
  if (/No space left/i.test(text)) return diskFull();
  const fatal = /(?:FATAL|PANIC): {2}(.*)/.exec(text)?.[1];
  return broken(fatal ?? "the server ended at once");
}

function broken(reason: string): Error {
  return new Error(
    `The database in the data folder does not start (${reason}). Start over with: npm start -- --fresh`,
  );
}

function diskFull(): Error {
  return new Error("The disk is full. Free some space and start again; nothing that was confirmed is lost.");
}

/** `wanted`, or a folder of its own that `user` can reach when a private folder stands in the way. */
async function reachableFolder(wanted: string, user: RunAs | null): Promise<string> {
  await mkdir(wanted, { recursive: true });
  if (user === null) return wanted;
  const reaches = spawnSync("test", ["-x", wanted], { ...user, cwd: "/" }).status === 0;
  if (reaches) return wanted;
  const name = createHash("sha256").update(wanted).digest("hex").slice(0, 16);
  const elsewhere = join("/var/tmp", `pratu-${name}`);
  await mkdir(elsewhere, { recursive: true, mode: 0o755 });
  if ((await stat(elsewhere)).uid !== process.getuid?.())
    throw new Error(`${elsewhere} belongs to somebody else.`);
  await writeFile(join(wanted, movedNote), `${elsewhere}\n`);
  return elsewhere;
}

async function keptPassword(folder: string): Promise<string> {
  const path = join(folder, "superuser.txt");
  const kept = await readFile(path, "utf8").catch(() => null);
  if (kept) return kept.trim();
  const password = randomBytes(18).toString("hex");
  await writeFile(path, password, { mode: 0o600 });
  return password;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
