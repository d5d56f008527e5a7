import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { channelAccessToken, HTTPFetchError, LineBotClient, type webhook } from "@line/bot-sdk";
import { onTestFinished } from "vitest";
import type { SimulatorOptions } from "./options.ts";
import { startSimulator, type Simulator } from "./simulator.ts";

/** What the app behind the simulator received at its webhook. */
export interface Received {
  readonly bytes: Buffer;
  readonly signature: string;
  readonly host: string;
  readonly events: readonly (webhook.Event & { readonly replyToken?: string })[];
}

export interface Bench {
  readonly simulator: Simulator;
  readonly bot: LineBotClient;
  readonly received: Received[];
  readonly api: string;
  readonly front: string;
  /** What the app does with a webhook: by default it answers 200 at once. */
  answer: (response: ServerResponse, received: Received) => void;
  /** What the app does with anything else. */
  serve: (request: IncomingMessage, response: ServerResponse) => void;
  /** The simulator's clock: how many milliseconds it is ahead of the real one. */
  readonly clock: { ahead: number };
  readonly folder: string;
  readonly options: SimulatorOptions;
}

export const channel = { id: "2000000001", secret: "channel-secret-of-the-bench" };
export const login = { id: "2000000002", secret: "login-secret-of-the-bench" };

/** Starts a simulator before a throwaway app, with LINE's own client as the bot; all of it ends with the test. */
export async function startBench(more: Partial<SimulatorOptions> = {}): Promise<Bench> {
  const folder = more.dataFolder ?? (await mkdtemp(join(tmpdir(), "simulator-")));
  const received: Received[] = [];
  const clock = { ahead: 0 };
  const app = createServer((request, response) => void take(request, response));
  const port = await listening(app);
  const options: SimulatorOptions = {
    port: 0,
    apiPort: 0,
    inner: { host: "127.0.0.1", port },
    dataFolder: folder,
    channel,
    login,
    sms: { key: "sms-key", secret: "sms-secret" },
    liffId: "2000000002-AbcdEfgh",
    botName: "ประตู",
    now: () => new Date(Date.now() + clock.ahead),
    redeliveryWaitsMilliseconds: [],
    ...more,
  };
  const simulator = await startSimulator(options);
  const api = `http://127.0.0.1:${simulator.apiPort}`;
  const bench: Bench = {
    simulator,
    bot: await botOf(api),
    received,
    api,
    front: `http://127.0.0.1:${simulator.port}`,
    answer: (response) => response.end(),
    serve: (_request, response) => response.end("the app"),
    clock,
    folder,
    options,
  };
  async function take(request: IncomingMessage, response: ServerResponse) {
    if (request.url !== "/line/webhook") return bench.serve(request, response);
    const bytes = Buffer.concat((await request.toArray()) as Buffer[]);
    const { events } = JSON.parse(bytes.toString("utf8")) as { events: Received["events"] };
    const signature = String(request.headers["x-line-signature"]);
    const one = { bytes, signature, host: String(request.headers.host), events };
    received.push(one);
    bench.answer(response, one);
  }
  onTestFinished(async () => {
    await simulator.close();
    app.closeAllConnections();
    await new Promise((resolve) => app.close(resolve));
    if (!more.dataFolder) await rm(folder, { recursive: true });
  });
  return bench;
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

async function botOf(api: string): Promise<LineBotClient> {
  const tokens = new channelAccessToken.ChannelAccessTokenClient({ baseURL: api });
  const { access_token } = await tokens.issueStatelessChannelTokenByClientSecret(channel.id, channel.secret);
  return LineBotClient.fromChannelAccessToken({
    channelAccessToken: access_token,
    apiBaseURL: api,
    dataApiBaseURL: api,
  });
}

/** The refusal a call of LINE's client ended in; throws when it did not. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ status: number; body: RefusalBody; headers: Headers }> {
  const error: unknown = await call.then(
    () => new Error("the call was taken"),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof HTTPFetchError)) throw error;
  return { status: error.status, body: JSON.parse(error.body) as RefusalBody, headers: error.headers };
}

export interface RefusalBody {
  readonly message: string;
  readonly details?: readonly { readonly message: string; readonly property: string }[];
  readonly sentMessages?: readonly { readonly id: string }[];
}

/** A friend on phone1, and the LINE user id. */
export async function befriend(bench: Bench, phone = "phone1"): Promise<string> {
  await bench.simulator.follow(phone);
  return bench.simulator.openPhone(phone).userId;
}
