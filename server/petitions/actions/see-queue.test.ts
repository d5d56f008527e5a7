import type postgres from "postgres";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { layPetition } from "../../../tests/support/lay-petitions.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { openTown, townsman, type Town } from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import type { Staff } from "../../kernel/actor.ts";
import { onward } from "../../kernel/keyset.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import {
  nothingFiltered,
  openViews,
  ordersOf,
  petitionsAPage,
  queueViews,
  type QueueFilter,
  type QueuePlace,
  type QueueView,
} from "../queue.ts";
import { reachOf } from "../reach.ts";
import { countQueues, listQueue, queuePlaceOf } from "../store/queue.ts";
import { findInQueue } from "./find-in-queue.ts";
import { seeQueue } from "./see-queue.ts";

let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let stranger: Town;
let serviceId: string;
const ids: Record<string, string> = {};

beforeAll(async () => {
  world = await testWorld({
    sms: { available: true, send: () => Promise.resolve({ kind: "sent" }) },
    cardRegistry: { check: () => Promise.resolve("normal") },
    pinHash: lightPinHash,
  });
  all = asSuperuser(world);
  // A Monday.
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  town = await openTown(world.ports);
  stranger = await openTown(world.ports);
  ({ serviceId } = await town.serviceOf());
  const [works, finance] = town.unitIds;
  const lay = async (name: string, more: Partial<Parameters<typeof layPetition>[2]>) => {
    ids[name] = await layPetition(world.ports, all, { agencyId: town.agencyId, serviceId, ...more });
  };
  await lay("mine", {
    unitId: works,
    officerId: town.officer.staffId,
    dueDay: "2026-11-30",
    status: "received",
  });
  await lay("free", { unitId: works, dueDay: "2026-11-25" });
  await lay("late", { unitId: works, dueDay: "2026-11-20", status: "in_progress" });
  await lay("paused", { unitId: works, pauseReason: "correction", status: "received" });
  await lay("nowhere", { dueDay: "2026-12-15" });
  await lay("elsewhere", { unitId: finance, officerId: town.other.staffId, dueDay: "2026-11-24" });
  await lay("given", { unitId: finance, officerId: town.officer.staffId, dueDay: "2026-12-01" });
  await lay("done", {
    unitId: works,
    officerId: town.officer.staffId,
    dueDay: "2026-11-01",
    status: "completed",
  });
});
afterAll(async () => {
  await all.end();
  await world.close();
});

const queue = (actor: Staff, view: QueueView, filter: Partial<QueueFilter> = {}) =>
  seeQueue(world.ports, actor, {
    view,
    order: ordersOf(view)[0],
    filter: { ...nothingFiltered, ...filter },
    turn: null,
  });

async function named(actor: Staff, view: QueueView, filter: Partial<QueueFilter> = {}): Promise<string[]> {
  const { lines } = await queue(actor, view, filter);
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  return lines.map(({ id }) => names.get(id) ?? "unknown");
}

test("each view shows what it names, what is due first on top and what has no day last", async () => {
  const { officer } = town;
  expect(await named(officer, "mine")).toEqual(["mine", "given"]);
  expect(await named(officer, "unit")).toEqual(["late", "free", "mine", "paused"]);
  expect(await named(officer, "unassigned")).toEqual(["late", "free", "nowhere", "paused"]);
  expect(await named(officer, "due_soon")).toEqual(["free"]);
  expect(await named(officer, "overdue")).toEqual(["late"]);
  expect(await named(officer, "completed")).toEqual(["done"]);
});

test("an officer sees their own units', nobody's and what was given to them, and no more", async () => {
  expect((await named(town.officer, "all")).sort()).toEqual(
    ["done", "free", "given", "late", "mine", "nowhere", "paused"].sort(),
  );
  expect((await named(town.other, "all")).sort()).toEqual(["elsewhere", "given", "nowhere"].sort());
});

test("whoever may assign sees all of the agency, and an agency nothing of another", async () => {
  expect(await named(town.supervisor, "all")).toHaveLength(8);
  expect(await named(town.localAdmin, "all")).toHaveLength(8);
  expect(await named(stranger.supervisor, "all")).toEqual([]);
  expect(await named(stranger.officer, "unassigned")).toEqual([]);
});

test("an officer who left a unit sees its petitions no more", async () => {
  await all`delete from staff_unit where staff_id = ${town.other.staffId}`;
  expect((await named(town.other, "all")).sort()).toEqual(["elsewhere", "nowhere"]);
  await all`insert into staff_unit values (${town.agencyId}, ${town.other.staffId}, ${town.unitIds[1]})`;
});

test("filters leave out all else", async () => {
  const { supervisor } = town;
  expect(await named(supervisor, "unit", {})).toEqual([]);
  expect(await named(supervisor, "all", { unitId: town.unitIds[1] })).toHaveLength(2);
  expect(await named(supervisor, "all", { officerId: town.other.staffId })).toEqual(["elsewhere"]);
  expect(await named(supervisor, "all", { status: "in_progress" })).toEqual(["late"]);
  expect(await named(supervisor, "all", { waits: true })).toEqual(["paused"]);
  expect(await named(supervisor, "all", { serviceId: stranger.unitIds[0] })).toEqual([]);
  const days = { from: "2026-11-24" as BangkokDay, until: "2026-11-30" as BangkokDay };
  expect(await named(supervisor, "all", days)).toEqual([]);
});

test("the views are counted as they are listed", async () => {
  for (const actor of [town.officer, town.other, town.supervisor]) {
    const { counts } = await queue(actor, "mine");
    for (const view of openViews) expect(counts[view], view).toBe((await named(actor, view)).length);
  }
});

test("every view goes on and back by key through all its petitions, in each of its orders", async () => {
  const busy = await openTown(world.ports);
  const service = (await busy.serviceOf()).serviceId;
  const many = petitionsAPage * 2 + 7;
  for (let made = 0; made < many; made += 1) {
    await layPetition(world.ports, all, {
      ...{ agencyId: busy.agencyId, serviceId: service, unitId: [...busy.unitIds, null][made % 3] ?? null },
      officerId: made % 2 === 0 ? busy.officer.staffId : null,
      at: new Date(Date.UTC(2026, 9, 1 + (made % 9), 3)),
      dueDay: made % 5 === 0 ? null : `2026-12-${String(1 + (made % 4)).padStart(2, "0")}`,
    });
  }
  for (const actor of [busy.officer, busy.supervisor]) {
    for (const view of ["mine", "unit", "unassigned", "all"] as const) {
      for (const order of ordersOf(view)) {
        const ask = (turn: Parameters<typeof seeQueue>[2]["turn"]) =>
          seeQueue(world.ports, actor, { view, order, filter: nothingFiltered, turn });
        const seen: string[] = [];
        const pages: string[][] = [];
        let place: QueuePlace | null = null;
        do {
          const page = await ask(onward(place));
          pages.push(page.lines.map(({ id }) => id));
          seen.push(...page.lines.map(({ id }) => id));
          place = page.next;
        } while (place !== null);
        expect(new Set(seen).size, `${view} ${order}`).toBe(seen.length);
        const whole = await world.ports.db.as(actor, async (tx) => {
          const unitIds = actor === busy.officer ? [busy.unitIds[0]] : [];
          const of = { ...actor, unitIds, reach: reachOf(actor, unitIds), today: "2026-11-23" as BangkokDay };
          const asked = { view, order, filter: nothingFiltered, turn: null, limit: 1000 };
          return listQueue(tx, { ...of, soonUntil: "2026-11-26" as BangkokDay }, asked);
        });
        expect(seen, `${view} ${order}`).toEqual(whole.map(({ id }) => id));
        const second = pages[1];
        if (second === undefined) continue;
        const first = whole.find(({ id }) => id === second[0]);
        if (!first) throw new Error("no second page");
        const back = await ask({ way: "before", place: queuePlaceOf(order)(first) });
        expect(back.lines.map(({ id }) => id)).toEqual(pages[0]);
      }
    }
  }
});

test("no view walks through the whole table", async () => {
  // Twenty thousand more, one in fifty of them open.
  await all`insert into petition select agency_id, gen_random_uuid(), number || '-' || n, person_id, service_id,
      service_version, case when n % 50 = 0 then 'received' else 'completed' end, case when n % 50 = 0 then null else 'done' end,
      via, filed_by, wants_paper, data_key, sealed, submitted_at - make_interval(mins => n), deemed_received_at,
      due_day + n % 40, null, null, (array[${town.unitIds[0]}, ${town.unitIds[1]}, null]::uuid[])[1 + n / 50 % 3],
      (array[${town.officer.staffId}, ${town.other.staffId}, null]::uuid[])[1 + n / 150 % 3], version, completed_at,
      test_until, reopened, latitude, longitude, request_key || n
    from petition, generate_series(1, 20000) n where id = ${ids["done"] ?? ""}`;
  await all`analyze petition`;
  const plans: string[] = [];
  for (const actor of [town.officer, town.supervisor]) {
    const unitIds = [town.unitIds[0]];
    const of = { ...actor, unitIds, reach: reachOf(actor, unitIds), today: "2026-11-23" as BangkokDay };
    const asked = { ...of, soonUntil: "2026-11-26" as BangkokDay };
    await world.ports.db.as(actor, async (tx) => {
      const explained = new Proxy(tx, {
        get: (target, name) =>
          name === "execute"
            ? async (query: ReturnType<typeof sql>) => {
                const rows = await target.execute<Record<string, string>>(sql`explain ${query}`);
                plans.push([...rows].map((row) => row["QUERY PLAN"]).join("\n"));
                return [];
              }
            : (Reflect.get(target, name) as unknown),
      });
      for (const view of queueViews) {
        for (const order of ordersOf(view)) {
          await listQueue(explained, asked, { view, order, filter: nothingFiltered, turn: null, limit: 51 });
        }
      }
      await countQueues(explained, asked);
    });
  }
  expect(plans.length).toBe(2 * (5 * 3 + 2 * 2 + 1));
  expect(plans.filter((plan) => /Seq Scan on petition\b/.test(plan))).toEqual([]);
});

test("a petition is found by its number however it is written, and by its citizen", async () => {
  const citizen = await townsman(world.ports);
  const petition = await town.filed(citizen, serviceId);
  const { officer, other } = town;
  const find = (actor: Staff, text: string) => findInQueue(world.ports, actor, { text, purpose: "ค้นหา" });
  const thai = petition.number.replace(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙".charAt(Number(digit)));
  for (const text of [
    petition.number,
    petition.number.replaceAll("-", ""),
    petition.number.toLowerCase(),
    thai,
  ]) {
    expect(await granted(find(officer, text))).toEqual({ kind: "petition", petitionId: petition.id });
  }
  expect(await refusal(find(other, petition.number))).toEqual({ kind: "petition_not_found" });
  expect(await refusal(find(stranger.supervisor, petition.number))).toEqual({ kind: "petition_not_found" });
  expect(await refusal(find(officer, "ไม่ใช่เลข"))).toEqual({ kind: "number_unreadable" });
});
