import { serve, type HttpBindings } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { join } from "node:path";
import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import { diskFiles } from "./adapters/files-disk.ts";
import { makePdf } from "./adapters/pdf/pdf.ts";
import { compileCodec, makePictures, pictureFont } from "./adapters/pictures/pictures.ts";
import { nodeHooks } from "./adapters/hooks-node.ts";
import { makeWorkQueue } from "./adapters/work-queue.ts";
import { callerAddress } from "./http/address.ts";
import { siteOf } from "./http/env.ts";
import { runJobs, runMails, runSeal, runWebhooks } from "./jobs.ts";
import type { Log, Ports } from "./ports.ts";
import { channelOf, hookSettings, wirePorts } from "./wiring.ts";

export interface NodeServer {
  readonly port: number;
  readonly ports: Ports;
  /** Takes no new connection, finishes what is under way (at most `graceMs`), closes the database. */
  stop(): Promise<void>;
}

const connections = 10;
const jobsEveryMs = 1_000;
const graceMs = 10_000;
/**
 * By how many percent the heap may grow before all of it is looked over. Left alone, V8 lets the rows of a long export
 * pile up to several times what lives; like this they are gone sooner, and the export is as quick.
 */
const heapGrowingPercent = 50;
/** Few at once, so that connections and the processor stay free for answers. */
const background = { atOnce: 2, waiting: 1_000 };

/** Serves the app on Node: a real HTTP server, static assets, the job loop, a graceful stop. */
export async function serveOnNode(
  config: Config,
  listen: { host: string; port: number },
  databaseUrl: string,
  { publicFolder = "dist/public", log }: { publicFolder?: string; log?: Log } = {},
): Promise<NodeServer> {
  setFlagsFromString(`--heap-growing-percent=${heapGrowingPercent}`);
  const assets = JSON.parse(await readFile("dist/manifest.json", "utf8")) as Record<string, string>;
  const readAsset = (name: string) => readFile(join(publicFolder, assets[name] ?? name));
  const ports = wirePorts(config, {
    databaseUrl,
    connections,
    closesDatabase: true,
    hashesAtOnce: Math.max(1, availableParallelism() - 1),
    hooks: nodeHooks(hookSettings(config)),
    pdf: makePdf(readAsset),
    pictures: makePictures(compileCodec(readAsset), () => readAsset(pictureFont)),
    files: diskFiles(join(config.dataFolder, "files")),
    ...(log ? { log } : {}),
  });
  await refusePowerfulRole(ports);
  const queue = makeWorkQueue(background, (error) => ports.log.error("later.failed", error));
  const site = siteOf(config, channelOf(config), assets);
  const app = createApp<HttpBindings>(site, (_request, bindings) => ({
    ports,
    later: queue.add,
    address: callerAddress(
      bindings.incoming.socket.remoteAddress ?? "",
      bindings.incoming.headers["x-forwarded-for"]?.toString(),
      config.trustedProxies,
    ),
  }));
  const files = serveStatic({
    root: publicFolder,
    precompressed: true,
    onFound: (_path, c) => setAssetHeaders(c),
  });
  app.get("/assets/*", files);
  const { server, port } = await listening(app.fetch, listen);
  const jobs = startLoop(() => runJobs(ports, site), ports);
  const mails = startLoop(() => runMails(ports, site), ports);
  const webhooks = startLoop(() => runWebhooks(ports), ports);
  const seal = startLoop(() => runSeal(ports), ports);
  return {
    port,
    ports,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ("closeIdleConnections" in server) server.closeIdleConnections();
      const loops = [jobs, mails, webhooks, seal].map((loop) => loop.stop());
      await Promise.race([Promise.all([closed, ...loops]), pause(graceMs)]);
      await Promise.race([queue.close(), pause(graceMs)]);
      await ports.db.close();
    },
  };
}

function setAssetHeaders(c: { header(name: string, value: string): void }): void {
  c.header("cache-control", "public, max-age=31536000, immutable");
}

function listening(
  fetch: Parameters<typeof serve>[0]["fetch"],
  { host, port }: { host: string; port: number },
) {
  return new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, (info: AddressInfo) =>
      resolve({ server, port: info.port }),
    );
    server.once("error", reject);
  });
}

/** Runs the jobs again and again, one round at a time, until stopped. */
function startLoop(round: () => Promise<unknown>, ports: Ports): { stop(): Promise<void> } {
  let running = true;
  let wake = () => {};
  const loop = (async () => {
    while (running) {
      await round().catch((error: unknown) => ports.log.error("jobs.failed", error));
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, running ? jobsEveryMs : 0).unref();
      });
    }
  })();
  return {
    stop: () => {
      running = false;
      wake();
      return loop;
    },
  };
}

/** Row-level security does not hold for superusers, BYPASSRLS roles and owners: none of them may serve. */
async function refusePowerfulRole(ports: Ports): Promise<void> {
  const [role] = await ports.db.hot<{ powerful: boolean }[]>`
    select rolsuper or rolbypassrls or exists (
      select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and c.relowner = pg_roles.oid
    ) as powerful from pg_roles where rolname = current_user`;
  if (role?.powerful !== false) {
    await ports.db.close();
    throw new Error(
      "DATABASE_URL names a role that row-level security does not hold (superuser, BYPASSRLS or owner of tables): use pratu_app.",
    );
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
