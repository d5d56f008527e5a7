import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { smsMkt } from "./sms-smsmkt.ts";

interface Seen {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A gateway on this machine; `answer` decides what it says. */
async function gateway(answer: (response: ServerResponse) => void): Promise<{ base: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    void request.toArray().then((parts) => {
      const body: unknown = JSON.parse(Buffer.concat(parts as Buffer[]).toString());
      seen.push({ path: `${request.method} ${request.url}`, headers: request.headers, body });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const says = (status: number, body: string) => (response: ServerResponse) =>
  response.writeHead(status, { "content-type": "application/json" }).end(body);
const send = (base: string) =>
  smsMkt({ base, key: "k", secret: "s", sender: "PRATU", timeoutMs: 300 }).send("+66812345678", "รหัส 123456");

test("sends the documented JSON under the two keys, to the number as it is dialled", async () => {
  const { base, seen } = await gateway(says(200, '{"code":"000","detail":"OK."}'));
  expect(await send(base)).toEqual({ kind: "sent" });
  expect(seen[0]).toMatchObject({
    path: "POST /api/send-message",
    headers: { api_key: "k", secret_key: "s", "content-type": "application/json" },
    body: { message: "รหัส 123456", phone: "0812345678", sender: "PRATU" },
  });
});

test.each([
  [
    "a wrong number",
    200,
    '{"code":"107","detail":"invalid phone"}',
    { kind: "refused", message: "invalid phone" },
  ],
  ["a code alone", 400, '{"code":"100"}', { kind: "refused", message: "code 100" }],
  ["a wrong key", 401, "<html>", { kind: "refused", message: "status 401" }],
  ["a page instead of an answer", 200, "<html>", { kind: "unknown" }],
  ["too many", 429, "{}", { kind: "later" }],
  ["a fault", 503, "{}", { kind: "later" }],
] as const)("%s", async (_, status, body, expected) => {
  const { base } = await gateway(says(status, body));
  expect(await send(base)).toEqual(expected);
});

test("an answer that never comes is unknown; a gateway nobody reaches is asked again later", async () => {
  const { base } = await gateway(() => {});
  expect(await send(base)).toEqual({ kind: "unknown" });
  await closers.pop()?.();
  expect(await send(base)).toEqual({ kind: "later" });
});
