import { rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import postgres from "postgres";
import { findBinaries } from "./binaries.ts";
import { keptPassword, movedTo, reachableFolder } from "./folder.ts";
import { initialise } from "./initialise.ts";
import { gaveWay, launch, reasonOf, unsafeSettings, type Launch } from "./launch.ts";
import { alive, findPostmaster, waitUntilGone, type Postmaster } from "./postmaster.ts";
import { broken } from "./problems.ts";
import { runAs } from "./run-as.ts";

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
  /** Ends it cleanly: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
}

const superuser = "pratu_superuser";
const startWithinMs = 30_000;
const pollMs = 20;

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
  const password = await keptPassword(folder);
  if (!(await exists(cluster))) await initialise({ binaries, cluster, superuser, password, user });
  const settings = { ...(options.fsync === false ? unsafeSettings : {}), ...options.settings };
  const { takenUp, server, superuserUrl } = await takeUpOrLaunch(
    { binaries, cluster, log: join(folder, "postgres.log"), user, settings },
    (port) => `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`,
  );
  return { ...server, superuserUrl, takenUp, stop: () => end(server) };
}

/** Ends the server that may run in `dataFolder` and removes a cluster that was moved out of it. */
export async function discardPostgres(dataFolder: string): Promise<void> {
  const moved = await movedTo(dataFolder);
  const running = await findPostmaster(join(moved ?? dataFolder, "cluster"));
  if (running) await end(running);
  if (moved !== null) await rm(moved, { recursive: true, force: true });
}

interface Started {
  readonly server: Postmaster;
  readonly superuserUrl: string;
  readonly takenUp: boolean;
}

/** Tries again while a server that is going, or another that is coming, holds the cluster. */
async function takeUpOrLaunch(wanted: Launch, addressOf: (port: number) => string): Promise<Started> {
  const until = Date.now() + startWithinMs;
  for (;;) {
    const running = await findPostmaster(wanted.cluster);
    const server = running ?? (await launch(wanted));
    const superuserUrl = addressOf(server.port);
    if (await becomesReady(superuserUrl, server.pid, until)) {
      return { server, superuserUrl, takenUp: running !== null };
    }
    if (Date.now() > until || !(running || (await gaveWay(wanted.log)))) throw await reasonOf(wanted.log);
    await pause();
  }
}

/** True once the server answers, false when its process is gone. */
async function becomesReady(url: string, pid: number, until: number): Promise<boolean> {
  for (;;) {
    const failure = await failureOf(url);
    if (failure === null) return true;
    if (failure.code === "28P01") throw broken("its password does not fit");
    if (!alive(pid)) return false;
    if (Date.now() > until) throw broken("it does not answer");
    await pause();
  }
}

async function failureOf(url: string): Promise<{ code?: string } | null> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  try {
    await sql`select 1`;
    return null;
  } catch (error) {
    return error as { code?: string };
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function end(server: Postmaster): Promise<void> {
  if (alive(server.pid)) process.kill(server.pid, "SIGINT");
  await waitUntilGone(server.pid);
}

const pause = () => new Promise((resolve) => setTimeout(resolve, pollMs));

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
