import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../tests/support/app.ts";
import { openTown, plainService, townWorld, type Town } from "../../tests/support/municipality.ts";
import type { TestWorld } from "../../tests/support/ports.ts";
import { cameIn } from "../../tests/support/staff.ts";
import { join, joiner } from "../../tests/support/web-joiner.ts";
import { withoutNul, withoutNulEscapes } from "./nul.ts";

let world: TestWorld;
let town: Town;
let open: (cookie?: string) => TestBrowser;
beforeAll(async () => {
  world = await townWorld();
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  open = testApp(world);
  town = await openTown(world.ports);
});
afterAll(() => world.close());

test("JSON without the escapes of NUL is the same JSON with every NUL out of its texts", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "\u0000", "\\", '"', "u0000", "ก") });
  fc.assert(
    fc.property(text, (one) => {
      const read = JSON.parse(withoutNulEscapes(JSON.stringify({ one, many: [one] }))) as unknown;
      expect(read).toEqual({ one: withoutNul(one), many: [withoutNul(one)] });
    }),
  );
});

test("an address with a NUL anywhere in it leads nowhere, signed in or not", async () => {
  const { slug } = town;
  const addresses = [
    "/%00",
    "/check/%00",
    "/licences/x%00",
    `/licences/${slug}?q=%00`,
    "/open/%00/petitions.csv",
    "/open311/v2/requests.json?service_code=%00",
    "/liff/e-service/%00",
    `/liff/e-service/${slug}?q=%00`,
    "/liff/id-check/%00",
    "/liff/petitions?after=%00",
  ];
  for (const address of addresses) expect((await open().get(address)).status, address).toBe(404);
  const officer = await cameIn(world.ports, open, town.agencyId, "local_admin");
  for (const address of ["/console/documents?q=%00", "/console/petitions/%00", "/console/services/%00"])
    expect((await officer.browser.get(address)).status, address).toBe(404);
  expect((await open().post("/liff/forgot?x=%00", { email: "a@example.com" })).status).toBe(404);
});

test("a NUL in a posted text is left out, and the rest is taken as it was typed", async () => {
  const officer = await cameIn(world.ports, open, town.agencyId, "local_admin");
  const posts: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ["/console/local", { welcomeTh: "ยินดีต้อนรับ\u0000", keepDays: "3650", phone: "0\u00002" }],
    ["/console/local/units", { nameTh: "กองช่าง\u0000ใหม่", nameEn: "" }],
    ["/console/petitions/views", { viewName: "ของฉัน\u0000", query: "view=mine" }],
  ];
  for (const [path, fields] of posts) {
    const { status } = await officer.browser.post(path, fields);
    expect(status, path).toBeLessThan(500);
  }
  expect(await (await officer.browser.get("/console/local/units")).text()).toContain("กองช่างใหม่");
});

test("a NUL in an answer that a script saves is left out", async () => {
  const { slug } = await town.serviceOf(plainService());
  const me = open((await join(world, open, joiner())).cookie);
  const at = (await me.post(`/liff/e-service/${town.slug}/${slug}/start`, {})).headers.get("location") ?? "";
  const saved = await me.postJson(`${at}/save`, { seen: 1, answers: { place: "หน้า\u0000ตลาด" } });
  expect(saved.status).toBe(200);
  expect(await (await me.get(at)).text()).toContain("หน้าตลาด");
});
