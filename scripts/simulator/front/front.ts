import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import type { SimulatorOptions } from "../options.ts";
import { passOn } from "./proxy.ts";

/** An app that vouches for people, played under a path of the front. */
export interface StandIn {
  readonly path: string;
  handle(incoming: IncomingMessage, outgoing: ServerResponse): void;
}

/** The server people open: /simulator… is ours, a bare localhost leads there, everything else is the app's. */
export function makeFront(options: SimulatorOptions, pages: Hono, providers: readonly StandIn[]): Server {
  const ours = getRequestListener(pages.fetch, { overrideGlobalObjects: false });
  return createServer((incoming, outgoing) => {
    const path = (incoming.url ?? "/").split("?")[0] ?? "/";
    const host = incoming.headers.host ?? "";
    const provider = providers.find((each) => path.startsWith(`${each.path}/`));
    if (provider) return provider.handle(incoming, outgoing);
    if (path === "/simulator" || path.startsWith("/simulator/")) return void ours(incoming, outgoing);
    if (path === "/" && !/^phone\d+\./.test(host)) {
      const port = /:\d+$/.exec(host)?.[0] ?? "";
      outgoing.writeHead(302, { location: `http://phone1.localhost${port}/simulator` });
      return void outgoing.end();
    }
    passOn(options, incoming, outgoing);
  });
}

/** The phone whose host this is (`phone2.localhost:8787` → phone2); null for any other host. */
export function phoneOfHost(host: string): string | null {
  return /^(phone[1-9]\d?)\./i.exec(host)?.[1]?.toLowerCase() ?? null;
}
