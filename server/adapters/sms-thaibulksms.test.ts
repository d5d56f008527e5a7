import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { thaiBulkSms } from "./sms-thaibulksms.ts";

interface Seen {
  path: string;
  authorization: string;
  form: URLSearchParams;
}

const servers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of servers.splice(0)) await close();
});

/** A gateway that answers as documented; `answer` decides what. */
async function gateway(answer: (response: ServerResponse) => void): Promise<{ base: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      seen.push({
        path: `${request.method} ${request.url}`,
        authorization: request.headers.authorization ?? "",
        form: new URLSearchParams(body),
      });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  servers.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const json = (status: number, body: unknown) => (response: ServerResponse) =>
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

const sms = (base: string) => thaiBulkSms({ base, key: "k", secret: "s", sender: "PRATU", timeoutMs: 300 });

test("sends the documented form under Basic key:secret", async () => {
  const accepted = { remaining_credit: 9, phone_number_list: [{ number: "66812345678", message_id: "1" }] };
  const { base, seen } = await gateway(json(201, accepted));
  expect(await sms(base).send("+66812345678", "รหัส 123456")).toEqual({ kind: "sent" });
  expect(seen[0]?.path).toBe("POST /sms");
  expect(seen[0]?.authorization).toBe(`Basic ${Buffer.from("k:s").toString("base64")}`);
  expect(Object.fromEntries(seen[0]?.form ?? [])).toEqual({
    sender: "PRATU",
    msisdn: "66812345678",
    message: "รหัส 123456",
  });
});

test("a refusal carries the gateway's own words", async () => {
  const { base } = await gateway(
    json(400, { error: { code: 109, name: "ERROR_CREDIT", description: "Not enough credit" } }),
  );
  expect(await sms(base).send("+66812345678", "x")).toEqual({
    kind: "refused",
    message: "Not enough credit",
  });
});

test("an accepted call that took no number is a refusal", async () => {
  const { base } = await gateway(
    json(200, {
      phone_number_list: [],
      bad_phone_number_list: [{ number: "66", message: "Invalid number" }],
    }),
  );
  expect(await sms(base).send("+66812345678", "x")).toEqual({ kind: "refused", message: "Invalid number" });
});

test.each([500, 503, 429])("status %i may be tried again", async (status) => {
  const { base } = await gateway(json(status, {}));
  expect(await sms(base).send("+66812345678", "x")).toEqual({ kind: "later" });
});

test("an answer that never comes is unknown, for the message may have gone out", async () => {
  const { base } = await gateway(() => {});
  expect(await sms(base).send("+66812345678", "x")).toEqual({ kind: "unknown" });
});

test("a gateway that cannot be reached may be tried again", async () => {
  const { base } = await gateway(json(200, {}));
  await servers.pop()?.();
  expect(await sms(base).send("+66812345678", "x")).toEqual({ kind: "later" });
});
