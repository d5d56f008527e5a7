import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp } from "../../../tests/support/app.ts";
import { consoleRoutes } from "../../../tests/support/console-routes.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { openTown } from "../../../tests/support/municipality.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { laySeatObjects } from "../../../tests/support/seat-objects.ts";
import { openTreasury } from "../../../tests/support/seats.ts";
import { cameIn, type StaffInside } from "../../../tests/support/staff.ts";
import { mayStaff } from "../../agencies/role.ts";

/** What everybody in the console may post: language, size of letters, signing out. They change nothing of anybody's. */
const everybodys = /^\/console\/(language|sign-out|look)|^\/language/;

let world: TestWorld;
let auditors: readonly StaffInside[];
let objects: Readonly<Record<string, string>>;

beforeAll(async () => {
  world = await testWorld({ pinHash: lightPinHash });
  const open = testApp(world);
  const { ports } = world;
  const [treasury, town] = [await openTreasury(ports), await openTown(ports)];
  objects = await laySeatObjects(ports, treasury, town.agencyId);
  auditors = [
    await cameIn(ports, open, town.agencyId, "internal_auditor"),
    await cameIn(ports, open, treasury.agencyId, "internal_auditor"),
  ];
}, 60_000);
afterAll(async () => {
  await world.close();
});

const own = consoleRoutes().filter(
  ({ rights }) => rights.length > 0 && rights.every((right) => mayStaff("internal_auditor", right)),
);

function addressed(path: string): string {
  return `/console${path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => objects[name] ?? "")}`;
}

test("no route that an internal auditor has the right to changes anything", () => {
  expect(own.map(({ method }) => method)).toEqual(own.map(() => "GET"));
  expect(own.map(({ path }) => path)).toContain("/oversight");
});

test("no page an internal auditor sees has a form that posts, in a town or at the central office", async () => {
  let seen = 0;
  for (const { browser } of auditors) {
    for (const { path } of own) {
      const answer = await browser.get(addressed(path));
      expect.soft(answer.status, path).toBe(200);
      if (!(answer.headers.get("content-type") ?? "").startsWith("text/html")) {
        await answer.body?.cancel();
        continue;
      }
      seen += 1;
      const forms = [...(await answer.text()).matchAll(/<form[^>]*>/g)].map(([form]) => form);
      const posting = forms.filter((form) => /method="post"/i.test(form));
      const actions = posting.map((form) => /action="([^"]*)"/.exec(form)?.[1] ?? "");
      expect
        .soft(
          actions.filter((action) => !everybodys.test(action)),
          path,
        )
        .toEqual([]);
    }
  }
  expect(seen).toBeGreaterThan(5);
});

test("a town's auditor is shown a lost phone whose letter is to come, with its figure", async () => {
  const answer = await auditors[0]?.browser.get("/console/oversight?finding=letter_waiting");
  const page = (await answer?.text()) ?? "";
  expect(page).toContain("ยังไม่ส่งหนังสือแจ้งโทรศัพท์หาย (1)");
  expect(page).toContain('href="/console/oversight?finding=letter_waiting"');
});
