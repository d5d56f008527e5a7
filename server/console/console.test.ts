import { decode } from "fast-png";
import { afterAll, beforeAll, expect, test } from "vitest";
import { staffCookie, testApp, type TestBrowser } from "../../tests/support/app.ts";
import { generalCare, hangQr, openFacility, type HungQr } from "../../tests/support/facilities.ts";
import { lightPinHash } from "../../tests/support/light-pin-hash.ts";
import { testWorld, type TestWorld } from "../../tests/support/ports.ts";
import { granted, registered, somebody } from "../../tests/support/people.ts";
import { readQr } from "../../tests/support/read-qr.ts";
import { askCode } from "../visits/actions/ask-code.ts";
import { makeConsoleLink } from "../visits/actions/make-console-link.ts";
import { takeScan } from "../visits/actions/take-scan.ts";
import type { ScreenState } from "../visits/screen-state.ts";

let world: TestWorld;
let open: (cookie?: string) => TestBrowser;
let clerk: TestBrowser;
let stranger: TestBrowser;
let agencyId: string;
let screen: HungQr;

beforeAll(async () => {
  world = await testWorld({
    sms: { available: true, send: () => Promise.resolve({ kind: "sent" }) },
    cardRegistry: { check: () => Promise.resolve("normal") },
    pinHash: lightPinHash,
  });
  open = testApp(world);
  agencyId = await openFacility(world.ports);
  screen = await hangQr(world.ports, agencyId, "screen");
  const other = await openFacility(world.ports, { hcode: "99902", nameTh: "คลินิกอื่น" });
  clerk = open(await staffCookie(world, open(), agencyId));
  stranger = open(await staffCookie(world, open(), other));
});
afterAll(() => world.close());

const link = (to: string) =>
  granted(makeConsoleLink(world.ports, { kind: "system", job: "test" }, { agencyId: to }));

async function makePrinted(requestKey = ""): Promise<string> {
  const made = await clerk.post("/console/qr", { service: generalCare, kind: "printed", requestKey });
  expect(made.status).toBe(303);
  return made.headers.get("location") ?? "";
}

test("a link works once, within the hour", async () => {
  const { token } = await link(agencyId);
  const first = await open().get(`/console/enter/${token}?to=/console/screen/${screen.id}`);
  expect([first.status, first.headers.get("location")]).toEqual([303, `/console/screen/${screen.id}`]);
  expect((await open().get(`/console/enter/${token}`)).status).toBe(403);
  const late = await link(agencyId);
  world.clock.pass(61 * 60);
  expect((await open().get(`/console/enter/${late.token}`)).status).toBe(403);
});

test("entering leads to our own pages only", async () => {
  for (const to of [
    "https://evil.example",
    "//evil.example",
    "/liff/home",
    "/console/../liff",
    "/console//x",
  ]) {
    const { token } = await link(agencyId);
    const entered = await open().get(`/console/enter/${token}?to=${encodeURIComponent(to)}`);
    expect(entered.headers.get("location")).toBe("/console");
  }
});

test("nothing of the console is shown without a session", async () => {
  const paths = ["/console", "/console/qr", `/console/screen/${screen.id}`, `/console/printed/${screen.id}`];
  for (const path of paths) {
    const answer = await open().get(path);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/console/sign-in"]);
  }
  expect((await open().get(`/console/screen/${screen.id}/state`)).status).toBe(401);
});

test("the screen holds the QR of now and ten minutes ahead, and nothing of a key", async () => {
  const answer = await clerk.get(`/console/screen/${screen.id}/state`);
  const state = (await answer.json()) as ScreenState;
  expect(state.steps).toHaveLength(21);
  expect(state.steps[0]?.text).toBe(`HTTP://LOCALHOST:8787/Q/${screen.token()}`);
  expect(state.steps[0]?.shortCode.join("")).toBe(screen.shortCode());
  expect(Object.keys(state).sort()).toEqual(["count", "latest", "now", "steps"]);
});

test("the screen shows who has come, by first letters only", async () => {
  const citizen = await registered(world.ports, somebody({ firstName: "มานะ", lastName: "อดทน" }));
  const scan = await granted(takeScan(world.ports, { kind: "gate" }, { token: screen.token() }));
  await granted(askCode(world.ports, citizen, { ticket: scan.ticket, delegationId: null }));
  const text = await (await clerk.get(`/console/screen/${screen.id}/state`)).text();
  const state = JSON.parse(text) as ScreenState;
  expect(state.count).toBe(1);
  expect(state.latest[0]?.code).toMatch(/^PP \d{4} \d{3} \d{3}$/);
  expect(state.latest[0]?.name).toBe("มxxxxx อxxxxx");
  expect(text).not.toContain("มานะ");
});

test("a printed QR is made once for one request, listed, and read back from its PNG", async () => {
  const key = "abcdefghijklmnopqrstuv";
  const path = await makePrinted(key);
  expect(await makePrinted(key)).toBe(path);
  expect(await (await clerk.get("/console/qr")).text()).toContain(path);
  const file = await clerk.get(`${path}/qr.png`);
  expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="qr-99901-\d{5}\.png"$/);
  const { data, width, height } = decode(await file.arrayBuffer());
  const token = /\/Q\/(\w+)$/.exec(await readQr(Uint8Array.from(data), width, height))?.[1] ?? "";
  expect((await takeScan(world.ports, { kind: "gate" }, { token })).ok).toBe(true);
});

test("a screen QR is one a service, however often it is asked for", async () => {
  const made = await clerk.post("/console/qr", { service: generalCare, kind: "screen" });
  expect(made.headers.get("location")).toBe(`/console/screen/${screen.id}`);
});

test("a printed QR is revoked after a question, and then shows only that it has ended", async () => {
  const path = await makePrinted();
  expect((await clerk.get(`${path}/revoke`)).status).toBe(200);
  const revoked = await clerk.post(`${path}/revoke`);
  expect(revoked.headers.get("location")).toBe("/console/qr?revoked=1");
  expect((await clerk.get(path)).headers.get("location")).toBe(
    path.replace("printed", "qr").concat("/scans"),
  );
  expect((await clerk.get(`${path}/qr.png`)).status).toBe(404);
  expect(await (await clerk.get("/console/qr")).text()).not.toContain(path);
});

test("a service that was not chosen or is not offered is refused in words, and nothing is made", async () => {
  const none = await clerk.post("/console/qr", { kind: "printed" });
  expect([none.status, (await none.text()).includes("เลือกบริการก่อน")]).toEqual([422, true]);
  const unknown = await clerk.post("/console/qr", { kind: "printed", service: "PG9999999" });
  expect(unknown.status).toBe(422);
});

test("another facility's QRs are not found: neither seen, nor downloaded, nor revoked", async () => {
  const path = await makePrinted();
  const gets = [path, `${path}/qr.png`, `${path}/qr.svg`, `${path}/revoke`];
  for (const each of [...gets, `/console/screen/${screen.id}`, `/console/screen/${screen.id}/state`]) {
    expect((await stranger.get(each)).status).toBe(404);
  }
  expect((await stranger.post(`${path}/revoke`)).status).toBe(404);
  expect((await clerk.get(path)).status).toBe(200);
  expect(await (await stranger.get("/console/qr")).text()).not.toContain("โรงพยาบาลสมมติ");
});

test("an id that is no id, or the wrong kind of QR, is not found", async () => {
  const printed = (await makePrinted()).split("/").at(-1);
  const paths = ["/console/screen/1", `/console/screen/${printed}`, `/console/printed/${screen.id}`];
  for (const path of [...paths, "/console/printed/x/qr.png"]) {
    expect((await clerk.get(path)).status).toBe(404);
  }
});

test("a post from another site changes nothing", async () => {
  const path = await makePrinted();
  const headers = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  expect((await clerk.post(`${path}/revoke`, {}, headers)).status).toBe(403);
  expect((await clerk.get(path)).status).toBe(200);
});
