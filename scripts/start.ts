import { appendFileSync } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseConfig, type Config, type Environment } from "../server/config.ts";
import { makeLog } from "../server/adapters/log.ts";
import type { Log, Ports } from "../server/ports.ts";
import { serveOnNode } from "../server/node.ts";
import { serveCardAgent } from "./card-agent/serve.ts";
import { buildClient } from "./build-client.ts";
import { openServedDatabase } from "./database.ts";
import { demoCardAuthority } from "./demo/card-authority.ts";
import { seedDemo } from "./demo/seed.ts";
import { openDemoAccounts } from "./demo/staff.ts";
import { startDemoSimulator } from "./demo/simulator.ts";
import { openTreasuryPortal } from "./demo/treasury-portal/open.ts";
import { anyFreePort, requireFreePort, StartProblem } from "./free-port.ts";
import { localSettings, meansDemo } from "./local-settings.ts";
import { discardPostgres } from "./postgres/embedded.ts";
import { claimDataFolder, refuseServedFolder } from "./running.ts";
import { sayStarted } from "./say-started.ts";

type Stop = () => Promise<unknown>;

/** Starts the product: a demo with its simulator, or, with LINE settings given, the real channel. */
async function start(fresh: boolean, env: Environment): Promise<Stop> {
  const stops: Stop[] = [];
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  try {
    const dataFolder = resolve(env["DATA_DIR"] || ".data");
    const demo = meansDemo(env);
    const port = Number(env["PORT"] || 8787);
    const host = env["HOST"] || "127.0.0.1";
    await requireFreePort(host, port);
    const own = { pid: process.pid, host, port };
    if (fresh) await startOver(dataFolder);
    stops.push(await claimDataFolder(dataFolder, own));
    const stand = { apiPort: demo ? await anyFreePort() : 0, mailPort: demo ? await anyFreePort() : 0 };
    const config = configOrProblem(await localSettings(env, stand));
    const [database] = await Promise.all([
      openServedDatabase({ ...config, dataFolder }),
      buildClient({ minify: true }),
    ]);
    stops.push(() => database.stop());
    const listen = demo ? { host: "127.0.0.1", port: 0 } : { host, port };
    const app = await serveOnNode(config, listen, database.appUrl, demo ? { log: logTo(dataFolder) } : {});
    stops.push(() => app.stop());
    const treasury = demo ? await startDemoTreasury(env, config, app.ports, stops) : null;
    if (demo) {
      const seeded = await seedDemo(app.ports);
      await openDemoAccounts(app.ports, dataFolder, seeded);
      const simulator = await startDemoSimulator(config, app, { ...stand, dataFolder, seeded, treasury });
      stops.push(() => simulator.close());
    }
    const cardAgentPort = demo ? await startDemoCardAgent(env, dataFolder, stops) : null;
    sayStarted(config, database.where, { cardAgentPort, treasury });
    return stopAll;
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/** The treasury's system of the demo, where seats sign in through Pratu: answers where it is opened. */
async function startDemoTreasury(
  env: Environment,
  config: Config,
  ports: Ports,
  stops: Stop[],
): Promise<string> {
  const port = Number(env["TREASURY_PORT"] || config.port + 10);
  const portal = await openTreasuryPortal(ports, { issuer: config.publicUrl.origin, port });
  stops.push(() => portal.close());
  return portal.origin;
}

/** The stand-in of the counter's card agent. Its port is fixed by the real one; when it is taken the demo goes on. */
async function startDemoCardAgent(
  env: Environment,
  dataFolder: string,
  stops: Stop[],
): Promise<number | null> {
  const authority = await demoCardAuthority(dataFolder);
  const port = Number(env["CARD_AGENT_PORT"] || 8189);
  const running = await serveCardAgent(port, () => new Date(), authority).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") return null;
    throw error;
  });
  if (running) stops.push(() => running.close());
  return running?.port ?? null;
}

/** In a demo the log goes to a file: the terminal is for people. */
function logTo(dataFolder: string): Log {
  const path = join(dataFolder, "log.jsonl");
  const write = (line: string) => appendFileSync(path, `${line}\n`);
  return makeLog({ out: write, err: write });
}

function configOrProblem(env: Environment): Config {
  const parsed = parseConfig(env);
  if ("config" in parsed) return parsed.config;
  const lines = parsed.wrong.map(({ name, expected }) => `  ${name}: expected ${expected}`);
  throw new StartProblem(`These settings are missing or wrong:\n${lines.join("\n")}`);
}

/** Empties the data folder; refuses a folder that is not one of ours. */
async function startOver(dataFolder: string): Promise<void> {
  await refuseServedFolder(dataFolder);
  const ours = await Promise.all(
    ["database.json", "secrets.json", "postgres"].map((name) =>
      stat(join(dataFolder, name)).catch(() => null),
    ),
  );
  const exists = await stat(dataFolder).catch(() => null);
  if (!exists) return;
  if (ours.every((found) => found === null)) {
    throw new StartProblem(`${dataFolder} is not a data folder of Pratu, so it was not emptied.`);
  }
  await discardPostgres(join(dataFolder, "postgres"));
  await rm(dataFolder, { recursive: true });
}

function sentenceOf(error: unknown): string {
  if (error instanceof StartProblem) return error.message;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOSPC") return "The disk is full. Free some space and start again; nothing was lost.";
  if (code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "CONNECT_TIMEOUT") {
    return "The database that DATABASE_URL names does not answer. Start it, or correct the address.";
  }
  if (code === "28P01") return "The database refused the password in DATABASE_URL or DATABASE_OWNER_URL.";
  if (code === "EACCES" || code === "EROFS")
    return "The data folder cannot be written. Name another: DATA_DIR=…";
  return error instanceof Error ? error.message : String(error);
}

const started = await start(process.argv.includes("--fresh"), process.env).catch((error: unknown) => {
  console.error(`\nPratu did not start. ${sentenceOf(error)}\n`);
  if (process.env["PRATU_DEBUG"]) console.error(error);
  process.exit(1);
});

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void started().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(`Pratu did not stop cleanly. ${sentenceOf(error)}`);
        process.exit(1);
      },
    );
  });
}
