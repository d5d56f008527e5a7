import { afterAll, beforeAll, expect, test } from "vitest";
import { appOver, origin } from "../tests/support/app.ts";
import { testWorld, type TestWorld } from "../tests/support/ports.ts";

const safe = new Set(["GET", "HEAD", "OPTIONS", "ALL"]);
const webhook = "POST /line/webhook";
const elsewhere = "https://evil.example";
const longest = 256 * 1024;

let world: TestWorld;
let app: ReturnType<typeof appOver>;
let doors: readonly string[];

beforeAll(async () => {
  world = await testWorld();
  app = appOver(world);
  doors = [...new Set(app.routes.filter(({ method }) => !safe.has(method)).map(doorOf))];
});
afterAll(() => world.close());

/** Method and path of a route, with something in the place of each parameter. */
function doorOf({ method, path }: { method: string; path: string }): string {
  return `${method} ${path.replaceAll(/:\w+(\{[^}]*\})?\??/g, "x")}`;
}

async function statusOf(door: string, headers: Record<string, string>, body: string): Promise<number> {
  const [method = "", path = ""] = door.split(" ");
  const type = { "content-type": "application/x-www-form-urlencoded" };
  const sent = { method, headers: { ...type, ...headers }, body };
  return (await app.request(new URL(path, origin), sent)).status;
}

/** The doors that do not answer `expected`, with what they answer. */
async function others(
  expected: number,
  which: readonly string[],
  headers: Record<string, string>,
  body = "a=1",
): Promise<string[]> {
  const wrong: string[] = [];
  for (const door of which) {
    const status = await statusOf(door, headers, body);
    if (status !== expected) wrong.push(`${door} ${status}`);
  }
  return wrong;
}

/** Reached by a hospital's own system, with a key instead of a session. */
const isOfSystems = (door: string) => door.includes(" /api/");

/** Where relying parties post people's requests from their own pages: they go on as a GET, and nothing is done by them. */
const passing: readonly string[] = ["POST /openid/authorize", "POST /openid/logout"];

test("everything that changes something is in the catalog", () => {
  expect(doors.length).toBeGreaterThan(30);
  expect(doors).toContain(webhook);
  expect(doors).toContain("POST /liff/ask/x");
  expect(doors).toContain("POST /liff/session");
});

test.each([
  ["from another origin", { origin: elsewhere }],
  ["from another origin, whatever host it names", { origin: elsewhere, host: "evil.example" }],
  ["from another site, by the browser's own word", { "sec-fetch-site": "cross-site" }],
  ["from a sibling of ours", { origin: elsewhere, "sec-fetch-site": "same-site" }],
  ["from a page without an origin", { origin: "null" }],
  ["with no word of where it comes from", {}],
])("every door refuses a post %s", async (_, headers: Record<string, string>) => {
  const ours = doors.filter((door) => door !== webhook && !isOfSystems(door) && !passing.includes(door));
  expect(await others(403, ours, headers)).toEqual([]);
});

test("what relying parties post from their own pages goes on as the same GET, and sets no cookie", async () => {
  for (const door of passing) {
    const path = door.replace("POST ", "");
    const headers = { origin: elsewhere, "content-type": "application/x-www-form-urlencoded" };
    const answer = await app.request(new URL(path, origin), { method: "POST", headers, body: "a=1" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${path}?a=1`]);
    expect(answer.headers.get("set-cookie")).toBeNull();
  }
});

test("doors for other systems, whose callers have no origin and no cookie, refuse who has no key", async () => {
  const theirs = doors.filter(isOfSystems);
  expect(theirs.length).toBeGreaterThan(0);
  for (const headers of [{}, { origin }, { authorization: "Bearer made-up" }]) {
    expect(await others(401, theirs, headers)).toEqual([]);
  }
});

test("the webhook, whose callers have no origin, refuses who cannot sign", async () => {
  for (const headers of [{}, { origin }, { "x-line-signature": "bm9ib2R5" }]) {
    expect(await statusOf(webhook, headers, "{}")).toBe(401);
  }
});

test("every door refuses a body over a quarter of a megabyte, said or not", async () => {
  const ours = { origin, "sec-fetch-site": "same-origin" };
  const body = "a".repeat(longest + 1);
  expect(await others(413, doors, ours, body)).toEqual([]);
  expect(await others(413, doors, { ...ours, "content-length": String(body.length) }, body)).toEqual([]);
});
