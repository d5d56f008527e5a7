import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Environment } from "../../server/config.ts";
import { anyFreePort } from "../../scripts/free-port.ts";
import { untilReady } from "./until.ts";

/** An app that runs in a process of its own, so that it can be killed. */
export interface AppHost {
  readonly port: number;
  crash(): Promise<void>;
  stop(): Promise<void>;
}

const script = fileURLToPath(new URL("serve-node.ts", import.meta.url));

/** Serves the app from a Node process of its own; `crash` kills it with -9 and starts it again on the same port. */
export async function hostOnNode(env: Environment, databaseUrl: string): Promise<AppHost> {
  const port = await anyFreePort();
  let child = await launch(env, databaseUrl, port);
  return {
    port,
    crash: async () => {
      await ended(child, "SIGKILL");
      child = await launch(env, databaseUrl, port);
    },
    stop: () => ended(child, "SIGTERM"),
  };
}

async function launch(env: Environment, databaseUrl: string, port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", script], {
    env: { ...process.env, ...env, DATABASE_URL: databaseUrl, INNER_PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await untilReady(`http://127.0.0.1:${port}/readyz`, child);
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
