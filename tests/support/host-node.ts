import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import type { Environment } from "../../server/config.ts";
import { anyFreePort } from "../../scripts/free-port.ts";
import { untilReady } from "./until.ts";

/** An app that runs in a process of its own, so that it can be killed. */
export interface AppHost {
  readonly port: number;
  /** What the app said, since it was first started. */
  readonly logFile: string;
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** Serves the app from a Node process of its own; `crash` kills it with -9 and starts it again on the same port. */
export async function hostOnNode(env: Environment, databaseUrl: string, folder: string): Promise<AppHost> {
  const port = await anyFreePort();
  const logFile = join(folder, "app.log");
  const start = () => launch({ ...env, DATABASE_URL: databaseUrl, INNER_PORT: String(port) }, logFile, port);
  let child = await start();
  return {
    port,
    logFile,
    crash: async () => {
      await ended(child, "SIGKILL");
      child = await start();
    },
    stop: () => ended(child, "SIGTERM"),
  };
}

async function launch(env: Environment, logFile: string, port: number): Promise<ChildProcess> {
  const log = openSync(logFile, "a");
  const child = spawn(process.execPath, ["--enable-source-maps", inject("appBundle")], {
    env: { ...process.env, ...env },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  await untilReady(`http://127.0.0.1:${port}/readyz`, child, logFile);
  return child;
}

/** Signals a process and resolves when it is gone. */
export function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}
