import { spawn } from "node:child_process";
import { createHash, randomBytes, randomInt } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { bootstrap } from "../../db/bootstrap.ts";
import { parseConfig, type Config, type Environment } from "../../server/config.ts";
import { completeCitizenId } from "../../server/kernel/citizen-id.ts";
import type { Ports } from "../../server/ports.ts";
import { channelOf, wirePorts } from "../../server/wiring.ts";
import { demoEnvironment } from "../demo/settings.ts";
import { seedDemo } from "../demo/seed.ts";
import type { Seeded } from "../demo/seeded.ts";
import { startPostgres } from "../postgres/embedded.ts";
import { buildClient } from "../build-client.ts";

/** A real PostgreSQL (fsync on) and the app in front of it, for measuring. */
export interface BenchWorld {
  readonly config: Config;
  readonly channel: string;
  /** Where the app listens: a process of its own, so that load and app do not share a thread. */
  readonly origin: string;
  /** The process of the app. */
  readonly appPid: number;
  /** Ports of the bench's own over the same database. */
  readonly ports: Ports;
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
  await buildClient({ minify: true });
  const env = await demoEnvironment({ SMS_PROVIDER: "none" }, folder, {
    port: 8787,
    apiPort: 9,
    mailPort: 9,
  });
  const parsed = parseConfig(env);
  if ("wrong" in parsed) throw new Error(JSON.stringify(parsed.wrong));
  const app = await launchApp({ ...env, DATABASE_URL: appUrl });
  const ports = wirePorts(parsed.config, {
    databaseUrl: appUrl,
    connections: 4,
    closesDatabase: true,
    hashesAtOnce: 1,
  });
  const seeded = await seedDemo(ports);
  const address = new URL(cluster.superuserUrl);
  address.pathname = "/pratu";
  const superuser = postgres(address.toString(), { max: 2, onnotice: () => {} });
  return {
    config: parsed.config,
    channel: channelOf(parsed.config),
    origin: app.origin,
    appPid: app.pid,
    ports,
    appUrl,
    seeded,
    superuser,
    stop: async () => {
      await superuser.end();
      await ports.db.close();
      await app.stop();
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Starts the app in a process of its own and waits for its port. */
async function launchApp(env: Environment): Promise<{ origin: string; pid: number; stop(): Promise<void> }> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/serve.ts"], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const found = /port (\d+)/.exec(chunk.toString())?.[1];
      if (found) resolve(found);
    });
    child.once("exit", () => reject(new Error("the app ended before it listened")));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
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
  const { ports, superuser } = world;
  const now = ports.clock.now();
  const citizens = Array.from({ length: count }, () => ({
    personId: ports.random.uuid(),
    lineUserId: `U${randomBytes(16).toString("hex")}`,
    cookie: randomBytes(32).toString("base64url"),
  }));
  const dataKey = Buffer.from(ports.vault.newDataKey());
  for (let from = 0; from < count; from += 2_000) {
    const some = citizens.slice(from, from + 2_000);
    await superuser`insert into person ${superuser(
      some.map(({ personId }) => ({
        id: personId,
        citizen_index: randomBytes(32),
        data_key: dataKey,
        sealed: Buffer.from(sealedFacts(ports, dataKey, personId)),
        assurance: "phone",
        created_at: now,
      })),
    )}`;
    await superuser`insert into account ${superuser(
      some.map(({ personId }) => ({
        person_id: personId,
        pin_id: ports.random.uuid(),
        pin_hash: randomBytes(48),
        pin_changed_at: now,
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
        id: ports.random.uuid(),
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

function sealedFacts(ports: Ports, dataKey: Uint8Array, personId: string): Uint8Array {
  const citizenId = completeCitizenId(String(100_000_000_000 + (randomInt(2 ** 47) % 800_000_000_000)));
  const facts = {
    citizenId,
    firstName: "มานี",
    lastName: "รักเรียน",
    birth: { yearBe: 2498, month: 3, day: 5 },
  };
  return ports.vault.seal(dataKey, { table: "person", rowId: personId }, facts);
}
