import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { bootstrap } from "../../db/bootstrap.ts";
import { discardPostgres, startPostgres } from "../../scripts/postgres/embedded.ts";
import { alive } from "../../scripts/postgres/postmaster.ts";

declare module "vitest" {
  export interface ProvidedContext {
    cluster: Cluster;
  }
}

/** One PostgreSQL for the whole run; every test file copies its own database from the migrated template. */
export interface Cluster {
  readonly superuserUrl: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
  readonly template: string;
}

/** Starts the cluster before the first test and ends it after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepLeftovers();
  const folder = await mkdtemp(join(tmpdir(), `pratu-tests-${process.pid}-`));
  // The user that PostgreSQL runs as must reach it.
  await chmod(folder, 0o711);
  const postgres = await startPostgres({
    dataFolder: folder,
    fsync: false,
    settings: { max_connections: "300" },
  });
  const cluster: Cluster = {
    superuserUrl: postgres.superuserUrl,
    ownerPassword: randomBytes(12).toString("hex"),
    appPassword: randomBytes(12).toString("hex"),
    template: "pratu_template",
  };
  // An interrupted run ends without its teardown.
  const endServer = () => alive(postgres.pid) && process.kill(postgres.pid, "SIGINT");
  process.once("exit", endServer);
  await bootstrap({ ...cluster, database: cluster.template });
  project.provide("cluster", cluster);
  return async () => {
    process.off("exit", endServer);
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** Ends the clusters of runs that were killed before they could: their folders carry a pid that is gone. */
async function sweepLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(/^pratu-tests-(\d+)-/.exec(name)?.[1]);
    if (!pid || alive(pid)) continue;
    await discardPostgres(join(tmpdir(), name));
    await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}
