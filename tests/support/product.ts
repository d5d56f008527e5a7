import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseConfig, type Config } from "../../server/config.ts";
import { buildClient } from "../../scripts/build-client.ts";
import { seedDemo } from "../../scripts/demo/seed.ts";
import type { Seeded } from "../../scripts/demo/seeded.ts";
import { demoEnvironment } from "../../scripts/demo/settings.ts";
import { startDemoSimulator } from "../../scripts/demo/simulator.ts";
import { anyFreePort } from "../../scripts/free-port.ts";
import type { Simulator } from "../../scripts/simulator/simulator.ts";
import { wirePorts } from "../../server/wiring.ts";
import type { Ports } from "../../server/ports.ts";
import { createDatabase, type TestDatabase } from "./database.ts";
import { hostOnNode, type AppHost } from "./host-node.ts";
import { hostOnWorkerd } from "./host-workerd.ts";

/** The whole product, running: app, simulator, database, demo world. */
export interface Product {
  /** The address of a simulated phone. */
  phone(number: number): string;
  readonly origin: string;
  readonly config: Config;
  /** Ports of the test's own, over the same database: for seeding and looking. */
  readonly ports: Ports;
  readonly simulator: Simulator;
  readonly seeded: Seeded;
  readonly database: TestDatabase;
  /** Where its demo keeps secrets and what the simulator holds. */
  readonly dataFolder: string;
  /** What the app said so far. */
  readonly logFile: string;
  /** Ends the app without warning and starts it again (kill -9). */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts everything for a journey, on Node or, with PRATU_HOST=workerd, in workerd: the journeys are the same.
 */
export async function startProduct(): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), "pratu-product-"));
  const [database, port, apiPort, mailPort] = await Promise.all([
    createDatabase(),
    anyFreePort(),
    anyFreePort(),
    anyFreePort(),
  ]);
  const env = await demoEnvironment({ PORT: String(port) }, folder, { port, apiPort, mailPort });
  const parsed = parseConfig(env);
  if ("wrong" in parsed) throw new Error(JSON.stringify(parsed.wrong));
  const { config } = parsed;
  await buildClient({ minify: true });
  const host: AppHost =
    process.env["PRATU_HOST"] === "workerd"
      ? await hostOnWorkerd(env, database.appUrl, folder)
      : await hostOnNode(env, database.appUrl, folder);
  const ports = wirePorts(config, {
    databaseUrl: database.appUrl,
    connections: 3,
    closesDatabase: true,
    hashesAtOnce: 1,
  });
  const seeded = await seedDemo(ports);
  const simulator = await startDemoSimulator(
    config,
    { port: host.port, ports },
    { apiPort, mailPort, dataFolder: folder, seeded },
  );
  return {
    origin: `http://localhost:${port}`,
    phone: (number) => `http://phone${number}.localhost:${port}`,
    config,
    ports,
    simulator,
    seeded,
    database,
    dataFolder: folder,
    logFile: host.logFile,
    crash: () => host.crash(),
    stop: async () => {
      await simulator.close();
      await host.stop();
      await ports.db.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
