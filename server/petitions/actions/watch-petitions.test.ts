import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { and, eq } from "drizzle-orm";
import { notice } from "../../../db/schema/index.ts";
import {
  openTown,
  plainService,
  townsman,
  townWorld,
  type Town,
} from "../../../tests/support/municipality.ts";
import { testCheck } from "../../../tests/support/papers.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import type { Citizen } from "../../kernel/actor.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import { takeStep } from "../desk/take-step.ts";
import { listEvents } from "../store/petition-event.ts";
import { listDelayDrafts } from "../store/clock-mark.ts";
import { findPetition, type KeptPetition } from "../store/petition.ts";
import { applyCalendars } from "./apply-calendars.ts";
import { saveCalendar } from "./save-calendar.ts";
import { seeDelay, seeDelays, tellDelay } from "./tell-delay.ts";
import { watchPetitions } from "./watch-petitions.ts";

const sweeper = { kind: "system", job: "test" } as const;
const day = (text: string) => text as BangkokDay;
let world: TestWorld;
let town: Town;
let citizen: Citizen;

beforeAll(async () => {
  world = await townWorld();
  citizen = await townsman(world.ports);
});
afterAll(() => world.close());

beforeEach(async () => {
  town = await openTown(world.ports);
});

const at = (text: string) => world.clock.set(new Date(`${text}+07:00`));
const sweep = () => watchPetitions(world.ports, sweeper);

async function filedAt(text: string, days = 7): Promise<KeptPetition> {
  at(text);
  const { serviceId } = await town.serviceOf(plainService({ promised: { days, unit: "working" } }));
  return town.filed(citizen, serviceId);
}

async function now(petition: KeptPetition): Promise<KeptPetition> {
  const found = await world.ports.db.as(sweeper, (tx) => findPetition(tx, petition.agencyId, petition.id));
  if (!found) throw new Error("no petition");
  return found;
}

/** Who was told what of a petition, as kinds with how many mails. */
async function toldOf(petition: KeptPetition): Promise<Readonly<Record<string, number>>> {
  const rows = await world.ports.db.as(sweeper, (tx) =>
    tx
      .select()
      .from(notice)
      .where(and(eq(notice.medium, "mail"))),
  );
  const told: Record<string, number> = {};
  for (const { kind, refs } of rows) {
    if ((refs as { petitionId?: string }).petitionId === petition.id) told[kind] = (told[kind] ?? 0) + 1;
  }
  return told;
}

const step = (petition: KeptPetition, name: "received" | "correction_asked" | "correction_given") =>
  world.ports.db.as(town.officer, async (tx) => {
    const found = await findPetition(tx, petition.agencyId, petition.id);
    if (!found) throw new Error("no petition");
    return granted(
      takeStep(world.ports, tx, town.officer, { petition: found, seen: found.version, step: name }),
    );
  });

test("what is sent at 23:59:59 on a Friday is received on Monday, and its clock counts from there", async () => {
  const petition = await filedAt("2026-11-20T23:59:59", 3);
  expect(petition.deemedReceivedAt).toEqual(new Date("2026-11-23T08:30:00+07:00"));
  expect(petition.dueDay).toBe("2026-11-26");
});

test("officer and superior are warned once at each threshold, however often the sweep runs", async () => {
  const petition = await filedAt("2026-11-23T09:00:00");
  expect(petition.dueDay).toBe("2026-12-02");
  at("2026-11-26T09:00:00");
  await sweep();
  expect(await toldOf(petition)).toEqual({});
  at("2026-11-27T09:00:00");
  await Promise.all([sweep(), sweep(), sweep()]);
  await sweep();
  expect(await toldOf(petition)).toEqual({ staff_petition_due: 1 });
  at("2026-12-01T09:00:00");
  await sweep();
  expect(await toldOf(petition)).toEqual({ staff_petition_due: 3 });
  at("2026-12-03T09:00:00");
  await sweep();
  await sweep();
  expect(await toldOf(petition)).toEqual({
    staff_petition_due: 3,
    staff_petition_late: 2,
    staff_delay_letter: 2,
  });
});

test("over New Year with its special day and the days after it no warning comes too early", async () => {
  const petition = await filedAt("2025-12-29T09:00:00", 3);
  // 31 December, 1 and 2 January are holidays; so are the days of the weekend.
  expect(petition.dueDay).toBe("2026-01-06");
  at("2025-12-30T09:00:00");
  await sweep();
  expect(await toldOf(petition)).toEqual({ staff_petition_due: 1 });
  at("2026-01-04T09:00:00");
  await sweep();
  expect(await toldOf(petition)).toEqual({ staff_petition_due: 1 });
});

test("a substitute holiday and Songkran push the day on", async () => {
  // 5 December 2026 is a Saturday: the Monday after is given in its place.
  expect((await filedAt("2026-12-04T09:00:00", 1)).dueDay).toBe("2026-12-08");
  expect((await filedAt("2026-04-10T09:00:00", 1)).dueDay).toBe("2026-04-16");
});

test("while a correction is asked for nobody is warned, and the thresholds begin anew for the new day", async () => {
  const petition = await filedAt("2026-11-23T09:00:00");
  at("2026-11-27T09:00:00");
  await step(petition, "received");
  await sweep();
  await step(petition, "correction_asked");
  at("2026-12-15T09:00:00");
  await sweep();
  expect(await toldOf(petition)).toEqual({ staff_petition_due: 1 });
  await step(petition, "correction_given");
  expect((await now(petition)).dueDay).toBe("2026-12-18");
  await sweep();
  expect(await toldOf(petition)).toEqual({ staff_petition_due: 2 });
});

test("a holiday added meanwhile asks first, then moves the day, and what it moved stands in the audit", async () => {
  const petition = await filedAt("2026-11-23T09:00:00");
  const set = { day: day("2026-11-30"), isWorking: false, nameTh: "วันหยุดประจำท้องถิ่น" };
  const change = { kind: "day_set", day: set } as const;
  const asked = await refusal(saveCalendar(world.ports, town.localAdmin, { change, confirmed: false }));
  expect(asked).toEqual({
    kind: "moves_petitions",
    count: 1,
    first: [{ number: petition.number, from: "2026-12-02", to: "2026-12-03" }],
  });
  await granted(saveCalendar(world.ports, town.localAdmin, { change, confirmed: true }));
  expect(await applyCalendars(world.ports, sweeper)).toEqual({ moved: 1 });
  expect(await applyCalendars(world.ports, sweeper)).toEqual({ moved: 0 });
  expect((await now(petition)).dueDay).toBe("2026-12-03");
  const clear = { kind: "day_cleared", day: set.day } as const;
  await granted(saveCalendar(world.ports, town.localAdmin, { change: clear, confirmed: true }));
  await applyCalendars(world.ports, sweeper);
  expect((await now(petition)).dueDay).toBe("2026-12-02");
});

test("what is past is not changed, and a half day closes between opening and closing", async () => {
  at("2026-11-23T09:00:00");
  const save = (more: { day: string; closesMinute?: number }) => {
    const own = { isWorking: true, nameTh: "ครึ่งวัน", closesMinute: null, ...more, day: day(more.day) };
    return saveCalendar(world.ports, town.localAdmin, {
      change: { kind: "day_set", day: own },
      confirmed: true,
    });
  };
  expect(await refusal(save({ day: "2026-11-22" }))).toEqual({ kind: "day_past" });
  expect(await refusal(save({ day: "2026-11-24", closesMinute: 8 * 60 }))).toEqual({
    kind: "half_day_order",
  });
  await granted(save({ day: "2026-11-24", closesMinute: 12 * 60 }));
  const petition = await filedAt("2026-11-24T12:00:00", 1);
  expect(petition.deemedReceivedAt).toEqual(new Date("2026-11-25T08:30:00+07:00"));
});

test("a letter of delay waits for its reason, is sent once and tells the citizen; the next follows in its time", async () => {
  const petition = await filedAt("2026-11-23T09:00:00", 1);
  at("2026-11-25T09:00:00");
  await sweep();
  const [waiting] = await seeDelays(world.ports, town.officer);
  expect(waiting).toMatchObject({ petitionId: petition.id, dueDay: "2026-11-24", letter: 1 });
  const tell = (reason: string, newDay = "2026-12-01") =>
    tellDelay(world.ports, town.officer, {
      petitionId: petition.id,
      reason,
      newDay: day(newDay),
      check: testCheck,
    });
  expect(await refusal(tell("สั้น"))).toEqual({ kind: "delay_reason_short" });
  expect(await refusal(tell("รอผลตรวจสถานที่จากผู้ตรวจ", "2026-11-01"))).toEqual({ kind: "delay_day_past" });
  await granted(tell("รอผลตรวจสถานที่จากผู้ตรวจ"));
  expect(await refusal(tell("รอผลตรวจสถานที่จากผู้ตรวจ"))).toEqual({ kind: "delay_missing" });
  const events = await world.ports.db.as(citizen, (tx) => listEvents(world.ports, tx, petition));
  expect(events.at(-1)).toMatchObject({ kind: "delay_told", words: { text: "รอผลตรวจสถานที่จากผู้ตรวจ" } });
  await sweep();
  expect(await seeDelays(world.ports, town.officer)).toEqual([]);
  at("2026-12-02T09:00:00");
  await sweep();
  expect((await seeDelays(world.ports, town.officer)).map(({ letter }) => letter)).toEqual([2]);
});

test("letters of other units do not crowd out one's own", async () => {
  const [first, second] = [await filedAt("2026-11-23T09:00:00", 1), await filedAt("2026-11-23T09:00:00", 1)];
  at("2026-11-25T09:00:00");
  await sweep();
  const within = { kind: "own", staffId: town.other.staffId, unitIds: [] } as const;
  const waiting = await world.ports.db.as(town.officer, (tx) =>
    listDelayDrafts(tx, town.agencyId, { petitionId: null, reach: within, limit: 1 }),
  );
  expect(waiting).toEqual([]);
  expect((await granted(seeDelay(world.ports, town.officer, { petitionId: second.id }))).letter).toBe(1);
  expect(await refusal(seeDelay(world.ports, town.other, { petitionId: first.id }))).toEqual({
    kind: "delay_missing",
  });
});

test("a letter of another agency or another unit is not there", async () => {
  const petition = await filedAt("2026-11-23T09:00:00", 1);
  at("2026-11-25T09:00:00");
  await sweep();
  const elsewhere = await openTown(world.ports);
  const input = {
    petitionId: petition.id,
    reason: "รอผลตรวจสถานที่",
    newDay: day("2026-12-01"),
    check: testCheck,
  };
  for (const actor of [elsewhere.officer, town.other]) {
    expect(await refusal(tellDelay(world.ports, actor, input))).toEqual({ kind: "delay_missing" });
    expect(await seeDelays(world.ports, actor)).toEqual([]);
  }
});
