import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { CardAgent } from "./agent.ts";
import type { CardAuthority } from "./authority.ts";
import { cards } from "./cards.ts";
import { controlPage } from "./control-page.ts";
import { CardSigning } from "./signing.ts";

export interface RunningAgent {
  readonly port: number;
  readonly agent: CardAgent;
  close(): Promise<void>;
}

/**
 * Serves the stand-in of the card agent on this machine only; rejects when the port is taken. With an authority its
 * cards can sign, which no real agent offers.
 */
export async function serveCardAgent(
  port: number,
  now: () => Date = () => new Date(),
  authority: CardAuthority | null = null,
): Promise<RunningAgent> {
  const agent = new CardAgent(now, authority && new CardSigning(authority, now));
  const server = createServer((request, response) => void handle(agent, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    agent,
    close: () => closed(server),
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function handle(agent: CardAgent, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://localhost");
  const method = request.method ?? "GET";
  if (url.pathname === "/" && method === "GET") return page(response, controlPage(agent.desk, agent.signing));
  if (url.pathname === "/desk" && method === "POST") {
    setDesk(agent, new URLSearchParams(await bodyOf(request)));
    response.writeHead(303, { location: "/" });
    response.end();
    return;
  }
  if (url.pathname === "/authority.pem" && method === "GET" && agent.signing) {
    response.writeHead(200, { "content-type": "application/x-pem-file" });
    response.end(agent.signing.authorityCertificate);
    return;
  }
  // A service that was stopped in the system's list of services: nothing answers.
  if (agent.desk.stopped) return void request.socket.destroy();
  const origin = request.headers.origin ?? "";
  const headers = {
    "access-control-allow-origin": origin || "*",
    "access-control-allow-headers": "content-type",
    "access-control-allow-methods": "GET, POST",
    // Chromium asks before a page of the internet reaches a private address.
    "access-control-allow-private-network": "true",
    "content-type": "application/json; charset=utf-8",
  };
  if (method === "OPTIONS") {
    response.writeHead(204, headers);
    response.end();
    return;
  }
  const body: unknown = method === "POST" ? JSON.parse((await bodyOf(request)) || "null") : null;
  const answer = await agent.answer(method, url.pathname, url.searchParams, body, origin);
  response.writeHead(answer?.status ?? 404, headers);
  response.end(JSON.stringify(answer?.body ?? { status: 404, error: "Not Found" }));
}

function setDesk({ desk, signing }: CardAgent, form: URLSearchParams): void {
  const card = form.get("card");
  if (card !== null) desk.card = card === "" ? null : Number(card);
  const readers = form.get("readers");
  if (readers !== null) desk.readers = Number(readers);
  if (form.has("stopped")) desk.stopped = form.get("stopped") === "1";
  if (form.has("pullsOut")) desk.pullsOut = form.get("pullsOut") === "1";
  const inserted = desk.card === null ? undefined : cards[desk.card];
  if (inserted && form.get("office") === "pin") signing?.giveNewPin(inserted);
  if (inserted && form.get("office") === "card") signing?.makeNewCard(inserted);
}

function page(response: ServerResponse, html: string): void {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.end(html);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
