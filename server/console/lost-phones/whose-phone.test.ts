import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { townWorld } from "../../../tests/support/municipality.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { seatSomebody, type Seated } from "../../../tests/support/seated.ts";
import { cameIn, type StaffInside } from "../../../tests/support/staff.ts";
import { readWhose, whoseValue } from "./whose-phone.ts";

let world: TestWorld;
let head: StaffInside;
let seated: Seated;
let open: (cookie?: string) => TestBrowser;

beforeAll(async () => {
  world = await townWorld();
  open = testApp(world);
  seated = await seatSomebody(world);
  head = await cameIn(world.ports, open, seated.agencyId, "seat_head");
}, 60_000);
afterAll(() => world.close());

test("the head chooses whose phone is lost by name, and today stands as the day", async () => {
  const page = await (await head.browser.get("/console/lost-phones/new")).text();
  expect(page).toContain(`value="${whoseValue(seated.userCode, "holder")}"`);
  expect(page).not.toContain('name="userCode"');
  expect(page).toMatch(/name="lostOnYear"[^>]*value="25\d\d"|value="25\d\d"[^>]*name="lostOnYear"/);
});

test("nobody chosen is told at the choice; whoever was chosen is stopped", async () => {
  const day = { lostOnDay: "1", lostOnMonth: "1", lostOnYear: "2569" };
  const none = await head.browser.post("/console/lost-phones/new", day);
  expect([none.status, (await none.text()).includes('href="#whose"')]).toEqual([422, true]);
  const whose = whoseValue(seated.userCode, "holder");
  const sent = await head.browser.post("/console/lost-phones/new", { ...day, whose });
  expect([sent.status, sent.headers.get("location")]).toEqual([
    303,
    expect.stringContaining("done=reported"),
  ]);
});

test("where nothing can be chosen, what is typed counts", () => {
  const typed: Record<string, string> = { userCode: "A75XXX000008001", part: "deputy" };
  const text = (name: string) => typed[name] ?? "";
  expect(readWhose({ text })).toEqual({ userCode: "A75XXX000008001", part: "deputy" });
});
