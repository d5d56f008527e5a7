import { createHash, randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { bootstrap } from "../../db/bootstrap.ts";
import { parseConfig, type Config } from "../../server/config.ts";
import { serveOnNode, type NodeServer } from "../../server/node.ts";
import { demoEnvironment } from "../demo/settings.ts";
import { seedDemo, type Seeded } from "../demo/seed.ts";
import { startPostgres } from "../postgres/embedded.ts";
import { buildClient } from "../build-client.ts";

/** A real PostgreSQL (fsync on) and the app in front of it, for measuring. */
export interface BenchWorld {
  readonly config: Config;
  readonly app: NodeServer;
  readonly appUrl: string;
  readonly seeded: Seeded;
  /** Sees everything: for laying out many rows at once. */
  readonly superuser: postgres.Sql;
  stop(): Promise<void>;
}

/** Starts a world of its own in a temporary folder. */
export async function benchWorld(): Promise<BenchWorld> {
  const folder = await mkdtemp(join(tmpdir(), "pratu-bench-"));
  // The user that PostgreSQL runs as must reach it.
  await chmod(folder, 0o711);
  const cluster = await startPostgres({ dataFolder: folder });
  const password = () => randomBytes(12).toString("hex");
  const { appUrl } = await bootstrap({
    superuserUrl: cluster.superuserUrl,
    database: "pratu",
    ownerPassword: password(),
    appPassword: password(),
  });
  const parsed = parseConfig(
    await demoEnvironment({ SMS_PROVIDER: "none" }, folder, { port: 8787, apiPort: 9 }),
  );
  if ("wrong" in parsed) throw new Error(JSON.stringify(parsed.wrong));
  await buildClient({ minify: true });
  const app = await serveOnNode(parsed.config, { host: "127.0.0.1", port: 0 }, appUrl);
  const seeded = await seedDemo(app.ports);
  const address = new URL(cluster.superuserUrl);
  address.pathname = "/pratu";
  const superuser = postgres(address.toString(), { max: 2, onnotice: () => {} });
  return {
    config: parsed.config,
    app,
    appUrl,
    seeded,
    superuser,
    stop: async () => {
      await superuser.end();
      await app.stop();
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A citizen who is signed in: what a request or a raw call needs of them. */
export interface BenchCitizen {
  readonly personId: string;
  readonly lineUserId: string;
  /** Value of the session's cookie. */
  readonly cookie: string;
}

/** Lays out `count` citizens with unlocked sessions, straight into the tables. */
export async function layCitizens(
  world: BenchWorld,
  count: number,
  channel: string,
): Promise<BenchCitizen[]> {
  const { app, superuser } = world;
  const now = app.ports.clock.now();
  const citizens = Array.from({ length: count }, () => ({
    personId: app.ports.random.uuid(),
    lineUserId: `U${randomBytes(16).toString("hex")}`,
    cookie: randomBytes(32).toString("base64url"),
  }));
  const dataKey = Buffer.from(app.ports.vault.newDataKey());
  for (let from = 0; from < count; from += 2_000) {
    const some = citizens.slice(from, from + 2_000);
    await superuser`insert into person ${superuser(
      some.map(({ personId }) => ({
        id: personId,
        citizen_index: randomBytes(32),
        data_key: dataKey,
        sealed: Buffer.alloc(0),
        assurance: "phone",
        created_at: now,
      })),
    )}`;
    await superuser`insert into line_user ${superuser(
      some.map(({ personId, lineUserId }) => ({
        channel,
        line_user_id: lineUserId,
        person_id: personId,
        linked_at: now,
        language: "th",
        large_text: false,
        created_at: now,
      })),
    )}`;
    await superuser`insert into session ${superuser(
      some.map(({ lineUserId, cookie }) => ({
        token_hash: createHash("sha256").update(cookie).digest(),
        id: app.ports.random.uuid(),
        channel,
        line_user_id: lineUserId,
        via: "liff",
        device: "bench",
        signed_in_at: now,
        unlocked_at: now,
        last_used_at: now,
      })),
    )}`;
  }
  return citizens;
}
