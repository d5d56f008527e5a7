import { request, type IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { startBench, type Bench } from "../test-bench.ts";

function ask(
  bench: Bench,
  path: string,
  more: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { body, ...options } = more;
    request({ host: "127.0.0.1", port: bench.simulator.port, path, ...options }, resolve)
      .on("error", reject)
      .end(body);
  });
}

async function textOf(message: IncomingMessage): Promise<string> {
  return Buffer.concat((await message.toArray()) as Buffer[]).toString("utf8");
}

test("what is not the simulator's reaches the app with Host, Origin, cookies and body untouched", async () => {
  const bench = await startBench();
  bench.serve = (incoming, response) => {
    void textOf(incoming).then((body) => {
      response.setHeader("set-cookie", ["__Host-a=1; Path=/", "__Host-b=2; Path=/"]);
      response.writeHead(303, { location: "/liff/home" });
      response.end(JSON.stringify({ url: incoming.url, headers: incoming.headers, body }));
    });
  };
  const headers = {
    host: "phone2.localhost:8787",
    origin: "http://phone2.localhost:8787",
    cookie: "__Host-a=1",
  };
  const answer = await ask(bench, "/liff/pin?x=1", { method: "POST", headers, body: "pin=๑๒๓" });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, "/liff/home"]);
  expect(answer.headers["set-cookie"]).toHaveLength(2);
  expect(JSON.parse(await textOf(answer))).toMatchObject({ url: "/liff/pin?x=1", headers, body: "pin=๑๒๓" });
});

test("a stream passes as it comes", async () => {
  const bench = await startBench();
  let finish = (): void => undefined;
  bench.serve = (_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write("data: one\n\n");
    finish = () => response.end("data: two\n\n");
  };
  const answer = await ask(bench, "/console/events");
  const parts = answer[Symbol.asyncIterator]();
  const first = await parts.next();
  expect(String(first.value)).toBe("data: one\n\n");
  finish();
  expect(String((await parts.next()).value)).toBe("data: two\n\n");
});

test("an app that is down is said so plainly, with 502", async () => {
  const bench = await startBench({ inner: { host: "127.0.0.1", port: 1 } });
  const answer = await ask(bench, "/liff/home");
  expect(answer.statusCode).toBe(502);
  expect(await textOf(answer)).toContain("ระบบยังไม่ตอบ");
});

test("a bare localhost leads to the first phone", async () => {
  const bench = await startBench();
  const answer = await ask(bench, "/", { headers: { host: "localhost:8787" } });
  expect(answer.headers.location).toBe("http://phone1.localhost:8787/simulator");
});

test("the controls answer by name, say what went wrong, and hear no other site", async () => {
  const bench = await startBench();
  const call = (name: string, body: unknown, headers = {}) =>
    ask(bench, `/simulator/api/${name}`, { method: "POST", headers, body: JSON.stringify(body) });
  expect(JSON.parse(await textOf(await call("follow", ["phone1"])))).toMatchObject({
    attempts: [{ outcome: "ok" }],
  });
  const unknown = await call("sendText", ["phone99", "x"]);
  expect([unknown.statusCode, await textOf(unknown)]).toEqual([400, expect.stringContaining("phone99")]);
  expect((await call("block", ["phone1"], { "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
  expect((await call("close", [])).statusCode).toBe(404);
});

test("the stand-in for LINE's SDK, the page's script, its style and its fonts are served", async () => {
  const bench = await startBench();
  for (const name of ["sign-in.js", "page.js", "style.css", "thai-400.woff2", "door.svg"]) {
    expect([name, (await ask(bench, `/simulator/assets/${name}`)).statusCode]).toEqual([name, 200]);
  }
});
