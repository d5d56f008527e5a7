import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Environment } from "../../server/config.ts";
import { anyFreePort } from "../../scripts/free-port.ts";
import type { AppHost } from "./host-node.ts";
import { untilReady } from "./until.ts";

const wrangler = resolve("node_modules/wrangler/bin/wrangler.js");

/**
 * Serves the app from workerd (wrangler dev, local), with Hyperdrive pointed at the test's database. The program
 * is wrangler's own node script, so that signals reach it and not a shell.
 */
export async function hostOnWorkerd(env: Environment, databaseUrl: string, folder: string): Promise<AppHost> {
  const port = await anyFreePort();
  const secrets = join(folder, "worker.env");
  const lines = Object.entries(env).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  await writeFile(secrets, `${lines.join("\n")}\n`, { mode: 0o600 });
  const logFile = join(folder, "app.log");
  const launch = async () => {
    const log = openSync(logFile, "a");
    const child = spawn(
      process.execPath,
      [
        wrangler,
        "dev",
        "--local",
        "--ip=127.0.0.1",
        `--port=${port}`,
        `--inspector-port=${await anyFreePort()}`,
        `--env-file=${secrets}`,
        `--persist-to=${join(folder, "wrangler")}`,
        "--log-level=log",
        "--show-interactive-dev-session=false",
      ],
      {
        env: {
          ...process.env,
          CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_DATABASE: databaseUrl,
          WRANGLER_HYPERDRIVE_LOCAL_CONNECTION_STRING_DATABASE: databaseUrl,
          WRANGLER_SEND_METRICS: "false",
          CI: "1",
        },
        // Its own process group: workerd, which wrangler starts, must end with it.
        detached: true,
        stdio: ["ignore", log, log],
      },
    );
    closeSync(log);
    await untilReady(`http://127.0.0.1:${port}/readyz`, child, logFile);
    return child;
  };
  let child = await launch();
  return {
    port,
    logFile,
    crash: async () => {
      await groupEnded(child, "SIGKILL");
      child = await launch();
    },
    stop: () => groupEnded(child, "SIGTERM"),
  };
}

/** Signals wrangler and everything it started, and resolves when it is gone. */
function groupEnded(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    process.kill(-pid, signal);
  });
}
