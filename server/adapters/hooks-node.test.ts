import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nodeHooks, type Resolve } from "./hooks-node.ts";

let server: Server;
let port: number;
let asked = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked += 1;
    if (request.url === "/slow") return;
    response.writeHead(request.url === "/away" ? 302 : 200, { location: "/" }).end("x".repeat(1_000_000));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const answersAs =
  (...addresses: readonly string[]): Resolve =>
  (_, done) => {
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  };

test("posts, and tells the status without reading or following", async () => {
  const hooks = nodeHooks({ timeoutMs: 5_000, mayStayHere: true });
  const here = `http://127.0.0.1:${port}`;
  expect(await hooks.post(`${here}/`, {}, "{}")).toEqual({ kind: "answered", status: 200 });
  expect(await hooks.post(`${here}/away`, {}, "{}")).toEqual({ kind: "answered", status: 302 });
});

test("gives up a receiver that does not answer", async () => {
  const hooks = nodeHooks({ timeoutMs: 200, mayStayHere: true });
  expect(await hooks.post(`http://127.0.0.1:${port}/slow`, {}, "{}")).toEqual({ kind: "timeout" });
});

test("tells a receiver that is not there", async () => {
  const hooks = nodeHooks({ timeoutMs: 2_000, mayStayHere: true });
  expect(await hooks.post("http://127.0.0.1:1/", {}, "{}")).toEqual({ kind: "unreachable" });
});

test.each([
  ["a literal", `http://127.0.0.1:0/`, answersAs("1.1.1.1")],
  ["a literal of IPv6", `http://[::1]:0/`, answersAs("1.1.1.1")],
  ["a name that leads home", "http://hospital.example:0/", answersAs("127.0.0.1")],
  [
    "a name with one private answer among public ones",
    "http://hospital.example:0/",
    answersAs("1.1.1.1", "10.0.0.1"),
  ],
  ["a name that leads to a cloud's own address", "http://hospital.example:0/", answersAs("169.254.169.254")],
])("never connects to a private address: %s", async (_, address, resolve) => {
  const hooks = nodeHooks({ timeoutMs: 2_000, mayStayHere: false, resolve });
  const before = asked;
  const url = address.replace(":0/", `:${port}/`);
  expect(await hooks.post(url, {}, "{}")).toEqual({ kind: "address_refused" });
  expect(asked).toBe(before);
});
