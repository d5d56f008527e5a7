import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { bootstrap } from "../../db/bootstrap.ts";
import { startPostgres } from "../../scripts/postgres/embedded.ts";

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
  const folder = await mkdtemp(join(tmpdir(), "pratu-tests-"));
  // The user that PostgreSQL runs as must reach it.
  await chmod(folder, 0o711);
  const postgres = await startPostgres({ dataFolder: folder, fsync: false });
  const cluster: Cluster = {
    superuserUrl: postgres.superuserUrl,
    ownerPassword: randomBytes(12).toString("hex"),
    appPassword: randomBytes(12).toString("hex"),
    template: "pratu_template",
  };
  await bootstrap({ ...cluster, database: cluster.template });
  project.provide("cluster", cluster);
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
