import { createHmac } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type postgres from "postgres";
import { botFace } from "../../bot/face.ts";
import { makeLine } from "../../server/adapters/line.ts";
import { makeLineToken } from "../../server/adapters/line-token.ts";
import { smtpMail } from "../../server/adapters/mail-smtp.ts";
import { thaiBulkSms } from "../../server/adapters/sms-thaibulksms.ts";
import { siteOf, type AppEnv, type Site } from "../../server/http/env.ts";
import type { Log, Ports } from "../../server/ports.ts";
import { startSimulator, type Simulator } from "../../scripts/simulator/simulator.ts";
import { asSuperuser } from "./citizens.ts";
import { testWorld, type TestWorld } from "./ports.ts";
import { testConfig } from "./settings.ts";

const channel = { id: "2000000001", secret: "secret-of-the-chat-bench" };
const login = { id: "c", secret: "login-secret-of-the-chat-bench" };
const sms = { key: "key", secret: "secret" };
const mailbox = {
  host: "127.0.0.1",
  tls: "none",
  login: null,
  from: { name: "ประตู", address: "no-reply@pratu.example" },
} as const;
const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** The bot over a real database, talking to the simulator's LINE and SMS gateway by HTTP, to its mailbox by SMTP. */
export interface ChatBench {
  readonly world: TestWorld;
  readonly ports: Ports;
  readonly site: Site;
  readonly all: postgres.Sql;
  readonly simulator: Simulator;
  readonly bot: Hono<AppEnv>;
  readonly webhook: string;
  /** The bot's work after an answer, finished. */
  settled(): Promise<void>;
  /** Posts these events, or this very body, signed as LINE does unless another signature is given. */
  post(body: string | Uint8Array | readonly object[], signature?: string): Promise<Response>;
  close(): Promise<void>;
}

/** Starts it; calls to LINE and the gateway are given up after `timeoutMs`. */
export async function startChatBench(timeoutMs = 2_000, connections = 10): Promise<ChatBench> {
  const folder = await mkdtemp(join(tmpdir(), "chat-bench-"));
  const world = await testWorld({ log: quiet }, connections);
  const site: Site = {
    ...siteOf(testConfig({ LINE_CHANNEL_SECRET: channel.secret }), login.id, {}),
    channelSecret: channel.secret,
  };
  const underWay = new Set<Promise<unknown>>();
  let ports: Ports = world.ports;
  const bot = new Hono<AppEnv>();
  bot.use(async (c, next) => {
    c.set("ports", ports);
    c.set("site", site);
    c.set("requestId", ports.random.uuid());
    c.set("later", (work) => {
      const tracked = work().finally(() => underWay.delete(tracked));
      underWay.add(tracked);
    });
    await next();
  });
  bot.route("/line", botFace);
  const { server, port } = await listen(bot);
  const simulator = await startSimulator({
    port: 0,
    apiPort: 0,
    inner: { host: "127.0.0.1", port },
    dataFolder: folder,
    channel,
    login,
    sms,
    liffId: site.liffId,
    botName: "ประตู",
    now: () => world.clock.now(),
    redeliveryWaitsMilliseconds: [],
  });
  const apiBase = `http://127.0.0.1:${simulator.apiPort}`;
  const token = makeLineToken({ kind: "channel", ...channel }, apiBase, world.clock);
  ports = {
    ...world.ports,
    line: makeLine({ apiBase, timeoutMs, token }),
    sms: thaiBulkSms({ base: apiBase, sender: "PRATU", timeoutMs, ...sms }),
    mail: smtpMail({ ...mailbox, port: simulator.mailPort, timeoutMs }),
  };
  const webhook = `http://127.0.0.1:${port}/line/webhook`;
  const all = asSuperuser(world);
  const settled = async () => {
    while (underWay.size > 0) await Promise.allSettled([...underWay]);
  };
  return {
    world,
    ports,
    site,
    all,
    simulator,
    bot,
    webhook,
    settled,
    post: (body, signature) => {
      const sent =
        typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify({ events: body });
      const signed = createHmac("sha256", channel.secret).update(sent).digest("base64");
      const headers = { "content-type": "application/json", "x-line-signature": signature ?? signed };
      return fetch(webhook, { method: "POST", headers, body: sent as BodyInit });
    },
    close: async () => {
      await settled();
      await simulator.close();
      server.close();
      await all.end();
      await world.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function listen(bot: Hono<AppEnv>): Promise<{ server: ReturnType<typeof serve>; port: number }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: bot.fetch, hostname: "127.0.0.1", port: 0 }, (info: AddressInfo) =>
      resolve({ server, port: info.port }),
    );
  });
}
