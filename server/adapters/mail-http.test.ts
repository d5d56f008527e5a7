import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { httpMail } from "./mail-http.ts";

const closes: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closes.splice(0)) await close();
});

interface Seen {
  readonly request: IncomingMessage;
  readonly body: unknown;
}

/** A mail service; `answer` decides what it says. */
async function service(answer: (response: ServerResponse) => void): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    void request.toArray().then((chunks: Buffer[]) => {
      seen.push({ request, body: JSON.parse(Buffer.concat(chunks).toString()) });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closes.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`, seen };
}

const says = (status: number) => (response: ServerResponse) => response.writeHead(status).end("{}");
const from = { name: "ประตู", address: "no-reply@pratu.example" };
const mailer = (url: string) => httpMail({ url, token: "bearer", from, timeoutMs: 300 });
const mail = {
  to: "manee@clinic.example",
  subject: "เชิญ",
  text: "สวัสดี",
  html: "<p>สวัสดี</p>",
  messageId: "id-1",
};

test("hands the mail over as JSON under its bearer and its idempotency key", async () => {
  const { url, seen } = await service(says(202));
  expect(await mailer(url).send(mail)).toEqual({ kind: "sent" });
  const [one] = seen;
  expect(one?.request.url).toBe("/send");
  expect(one?.request.headers).toMatchObject({ authorization: "Bearer bearer", "idempotency-key": "id-1" });
  expect(one?.body).toEqual({
    from: "ประตู <no-reply@pratu.example>",
    to: ["manee@clinic.example"],
    subject: "เชิญ",
    text: "สวัสดี",
    html: "<p>สวัสดี</p>",
    messageId: "<id-1@pratu.example>",
  });
});

test.each([400, 404, 422, 302])("status %i is a refusal", async (status) => {
  const { url } = await service(says(status));
  expect(await mailer(url).send(mail)).toEqual({ kind: "refused", message: `status ${status}` });
});

test.each([401, 403, 408, 425, 429, 500, 503])("status %i may be tried again", async (status) => {
  const { url } = await service(says(status));
  expect(await mailer(url).send(mail)).toEqual({ kind: "later" });
});

test("a gateway that heard nothing leaves it unknown", async () => {
  const { url } = await service(says(504));
  expect(await mailer(url).send(mail)).toEqual({ kind: "unknown" });
});

test("an answer that never comes is unknown", async () => {
  const { url } = await service(() => {});
  expect(await mailer(url).send(mail)).toEqual({ kind: "unknown" });
});

test("a service that cannot be reached may be tried again", async () => {
  const { url } = await service(says(200));
  await closes.pop()?.();
  expect(await mailer(url).send(mail)).toEqual({ kind: "later" });
});

test("a header in the recipient is never sent", async () => {
  const { url, seen } = await service(says(200));
  const hostile = { ...mail, to: "a@b.example\r\nBcc: thief@example.com" };
  expect(await mailer(url).send(hostile)).toMatchObject({ kind: "refused" });
  expect(seen).toEqual([]);
});
