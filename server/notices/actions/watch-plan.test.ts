import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp } from "../../../tests/support/app.ts";
import { startChatBench, type ChatBench } from "../../../tests/support/chat-bench.ts";
import { openTown, type Town } from "../../../tests/support/municipality.ts";
import { cameIn, type StaffInside } from "../../../tests/support/staff.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { watchPlan } from "./watch-plan.ts";

const sweeper = { kind: "system", job: "test" } as const;
const channel = "c";

let bench: ChatBench;
let town: Town;
let inside: StaffInside;

beforeAll(async () => {
  bench = await startChatBench();
  town = await openTown(bench.ports);
});
afterAll(() => bench.close());

const watch = () => watchPlan(bench.ports, sweeper, { channel });
const readings = () =>
  bench.all`select allowed, used, warned_percent from line_plan_reading order by read_at`;
const warned = async () =>
  (await bench.all`select refs from notice where kind = 'staff_line_plan' order by queued_at`).map(
    ({ refs }) =>
      `${String(refs.staffId) === town.localAdmin.staffId ? "admin" : "other"} ${String(refs.percent)}`,
  );
const nextHour = () => bench.world.clock.pass(3600);

test("the plan is read once an hour, however often the job runs", async () => {
  bench.simulator.setQuota({ limit: 1000, used: 100 });
  await Promise.all([watch(), watch(), watch()]);
  await watch();
  expect(await readings()).toEqual([{ allowed: 1000, used: 100, warned_percent: 0 }]);
});

test("the administrators are told once of each share that is reached, and anew in a new month", async () => {
  nextHour();
  bench.simulator.setQuota({ limit: 1000, used: 810 });
  await watch();
  nextHour();
  await watch();
  expect(await warned()).toEqual(["admin 80"]);
  nextHour();
  bench.simulator.setQuota({ limit: 1000, used: 960 });
  await watch();
  expect(await warned()).toEqual(["admin 80", "admin 95"]);
  bench.world.clock.set(new Date("2026-12-20T10:00:00+07:00"));
  bench.simulator.setQuota({ limit: 1000, used: 800 });
  await watch();
  expect(await warned()).toEqual(["admin 80", "admin 95", "admin 80"]);
});

test("nothing is kept while LINE does not tell, and it is asked again", async () => {
  const before = await readings();
  nextHour();
  await bench.simulator.outage("line", true);
  expect(await watch()).toEqual({ read: false });
  expect(await readings()).toEqual(before);
  await bench.simulator.outage("line", false);
  expect(await watch()).toEqual({ read: true });
});

test("the console shows the plan, its warning and what messages cost; a price that is none comes back", async () => {
  nextHour();
  bench.simulator.setQuota({ limit: 1000, used: 960 });
  await watch();
  const open = testApp({ ...bench.world, ports: { ...bench.ports, pinHash: lightPinHash } });
  inside = await cameIn({ ...bench.ports, pinHash: lightPinHash }, open, town.agencyId, "local_admin");
  const page = await (await inside.browser.get("/console/messages")).text();
  expect(page).toContain("ใช้ไป 960 จาก 1,000 ข้อความ");
  expect(page).toContain("ใช้โควตาไปแล้วเกิน 95%");
  await bench.all`insert into notice (id, medium, kind, channel, line_user_id, refs, state, queued_at, due_at, dies_at,
      attempts, settled_at, sent_by)
    select gen_random_uuid(), 'line', 'petition_moved', 'c', 'U', ${bench.all.json({ agencyId: town.agencyId })},
      'sent', now(), now(), now(), 1, ${bench.world.clock.now()}, 'push' from generate_series(1, 30)`;
  const wrong = await inside.browser.post("/console/messages/prices", { push: "แพง", sms: "0.35" });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain("แพง");
  const right = await inside.browser.post("/console/messages/prices", { push: "0.10", sms: "0.35" });
  expect(right.status).toBe(303);
  expect(await (await inside.browser.get("/console/messages")).text()).toContain("3.00 บาท");
  const elsewhere = await openTown(bench.ports);
  const other = await cameIn(
    { ...bench.ports, pinHash: lightPinHash },
    open,
    elsewhere.agencyId,
    "local_admin",
  );
  expect(await (await other.browser.get("/console/messages")).text()).not.toContain("3.00 บาท");
});
