import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { apiApp } from "./api/api.ts";
import { makeControl, type Control } from "./control/control.ts";
import { makeFront, type StandIn } from "./front/front.ts";
import { simulatorPages } from "./front/pages.ts";
import type { SimulatorOptions } from "./options.ts";
import { makeMailServer } from "./mail/mail-server.ts";
import { makePaotangStandIn, paotangPath } from "./paotang/provider.ts";
import { makePlatform } from "./platform/platform.ts";
import { openLoginKeys } from "./sign-in/login-keys.ts";
import { makeThaIdStandIn, thaIdPath } from "./thaid/provider.ts";
import { openPhone } from "./world/phones.ts";
import { openWorld } from "./world/world.ts";

export type { SimulatorOptions } from "./options.ts";

/** A running simulator: its ports, the controls, and its end. */
export interface Simulator extends Control {
  readonly port: number;
  readonly apiPort: number;
  readonly mailPort: number;
  /** Stops listening, keeps the state, forgets what was held. */
  close(): Promise<void>;
}

/**
 * Starts a LINE platform, an SMS gateway and a mailbox on this machine: the front on `port` (the page, and the app
 * behind it), LINE's and the gateway's paths at the root of `apiPort`, SMTP on `mailPort`. Throws when a port is taken.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const host = options.host ?? "127.0.0.1";
  const world = await openWorld(options);
  const keys = await openLoginKeys(world.folder);
  openPhone(world, "phone1");
  let port = options.port;
  const platform = makePlatform(world, () => `localhost:${port}`);
  const control = makeControl(world, platform);
  const answer = getRequestListener(apiApp(world, platform, keys).fetch, { overrideGlobalObjects: false });
  const api = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  const front = makeFront(options, simulatorPages(world, platform, control, keys), await standInsOf(options));
  const mail = makeMailServer(world);
  const closeAll = () => Promise.all([closeServer(front), closeServer(api), mail.close()]);
  const listening = async () => {
    const apiPort = await listen(api, options.apiPort, host);
    const mailPort = await mail.listen(options.mailPort ?? 0, "127.0.0.1");
    port = await listen(front, options.port, host);
    return { port, apiPort, mailPort };
  };
  const ports = await listening().catch(async (error: unknown) => {
    await closeAll();
    throw error;
  });
  return {
    ...control,
    ...ports,
    close: async () => {
      platform.webhooks.close();
      await closeAll();
      await world.flush();
    },
  };
}

/** Each phone, and each computer of an official, goes to the app's stand-in and comes back on its own host. */
function mayReturnTo(address: string): boolean {
  return URL.canParse(address) && /^([a-z0-9-]+\.)?localhost$/.test(new URL(address).hostname);
}

async function standInsOf({ thaId, paotang, port }: SimulatorOptions): Promise<readonly StandIn[]> {
  const issuerAt = (path: string) => `http://localhost:${port}${path}`;
  const made: StandIn[] = [];
  if (thaId) {
    const standIn = await makeThaIdStandIn({ issuer: issuerAt(thaIdPath), client: thaId, mayReturnTo });
    made.push({ path: thaIdPath, handle: standIn.handle });
  }
  if (paotang) {
    const standIn = await makePaotangStandIn({ issuer: issuerAt(paotangPath), client: paotang, mayReturnTo });
    made.push({ path: paotangPath, handle: standIn.handle });
  }
  return made;
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
