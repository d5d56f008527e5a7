import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townWorld } from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import {
  dayFields,
  holdingOf,
  issuedSeats,
  liveHolder,
  namedHolder,
  openTreasury,
  staffOf,
  type TownSeats,
  type Treasury,
} from "../../../tests/support/seats.ts";
import { seatSession } from "../../../db/schema/index.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import { takeSeat } from "../desk/take-seat.ts";
import { lockHolding, type KeptHolding } from "../store/holding.ts";
import { endHolder, keepHolder } from "./end-holder.ts";
import { keepSeatDays } from "./keep-seat-days.ts";
import { seeSeats } from "./see-seats.ts";

const sweeper = { kind: "system", job: "sweeper" } as const;
const gate = { kind: "gate" } as const;
let world: TestWorld;
let all: postgres.Sql;
let treasury: Treasury;
let head: Staff;
let seats: TownSeats;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  treasury = await openTreasury(world.ports);
});
beforeEach(async () => {
  const { agencyId } = await openTown(world.ports);
  head = await staffOf(world.ports, agencyId, "seat_head");
  seats = await issuedSeats(world.ports, treasury, agencyId);
});
afterAll(async () => {
  await all.end();
  await world.close();
});

const typedEnd = (more: object) => ({
  reason: "transferred",
  when: "now",
  day: { day: "", month: "", year: "" },
  ...more,
});

async function cameIn({ id, agencyId, seatId }: KeptHolding): Promise<void> {
  const { random, clock } = world.ports;
  const now = clock.now();
  const row = { id: random.uuid(), agencyId, seatId, holdingId: id, tokenHash: random.bytes(32) };
  const times = { signedInAt: now, lastUsedAt: now, expiresAt: new Date(now.getTime() + 3_600_000) };
  await world.ports.db.as(gate, (tx) => tx.insert(seatSession).values({ ...row, ...times, device: "test" }));
}

async function openSessions(holdingId: string): Promise<number> {
  const [row] = await all`select count(*)::int as n from seat_session
    where holding_id = ${holdingId} and ended_at is null`;
  return Number(row?.["n"]);
}

async function told(holdingId: string): Promise<readonly string[]> {
  const rows =
    await all`select kind from notice where refs ->> 'holdingId' = ${holdingId} order by queued_at, id`;
  return rows.map((row) => String(row["kind"]));
}

/** The registration as the central office approved it. */
async function approve(holding: KeptHolding): Promise<void> {
  const { id, agencyId, issuerId, seatId, personId, dataKey } = holding;
  const now = world.ports.clock.now().toISOString();
  await all`insert into token_registration (holding_id, agency_id, issuer_id, seat_id, person_id, state, data_key, sealed,
      begun_at)
    values (${id}, ${agencyId}, ${issuerId}, ${seatId}, ${personId}, 'approved', ${Buffer.from(dataKey)},
      ${Buffer.from(dataKey)}, ${now})`;
}

describe("a successor", () => {
  test("is named while the holder works, and takes the seat when approved: the holder goes that moment", async () => {
    const before = await liveHolder(world.ports, head, seats.approver1.id);
    await cameIn(before);
    const after = await namedHolder(world.ports, head, seats.approver1.id, { reason: "resigned" });
    expect(await holdingOf(world.ports, before.id)).toMatchObject({ state: "live", endReason: "resigned" });
    expect(await openSessions(before.id)).toBe(1);
    await world.ports.db.as(gate, async (tx) => {
      const holding = await lockHolding(world.ports, tx, after.id);
      expect(holding && (await takeSeat(world.ports, tx, head, holding))).toBe("taken");
    });
    expect(await holdingOf(world.ports, before.id)).toMatchObject({ state: "ended", endReason: "resigned" });
    expect(await openSessions(before.id)).toBe(0);
    const taken = await holdingOf(world.ports, after.id);
    expect(taken).toMatchObject({ state: "live", mustChangePassword: true });
    expect(await told(before.id)).toContain("seat_ended");
    expect(await told(after.id)).toContain("seat_taken");
  });

  test("without a reason for the change is refused while somebody holds the seat", async () => {
    await liveHolder(world.ports, head, seats.recorder.id);
    const second = namedHolder(world.ports, head, seats.recorder.id);
    await expect(second).rejects.toThrow(/reason_missing/);
  });

  test("of a later day waits for it, the holder works until then, and the sweeper hands over on the day", async () => {
    const before = await liveHolder(world.ports, head, seats.recorder.id);
    const later = dayFields("starts", "2026-12-01" as BangkokDay);
    const after = await namedHolder(world.ports, head, seats.recorder.id, {
      reason: "transferred",
      ...later,
    });
    await approve(after);
    const took = await world.ports.db.as(gate, async (tx) => {
      const holding = await lockHolding(world.ports, tx, after.id);
      return holding && takeSeat(world.ports, tx, head, holding);
    });
    expect(took).toBe("waits");
    await keepSeatDays(world.ports, sweeper);
    expect((await holdingOf(world.ports, before.id)).state).toBe("live");
    world.clock.set(new Date("2026-12-01T00:01:00+07:00"));
    await keepSeatDays(world.ports, sweeper);
    expect((await holdingOf(world.ports, before.id)).state).toBe("ended");
    expect((await holdingOf(world.ports, after.id)).state).toBe("live");
    world.clock.set(new Date("2026-11-21T10:00:00+07:00"));
  });
});

describe("ending somebody's time", () => {
  test("at once ends their computers and shows the seat as waiting for the next", async () => {
    const holder = await liveHolder(world.ports, head, seats.approver2.id);
    await cameIn(holder);
    const input = { holdingId: holder.id, typed: typedEnd({}) };
    expect(await granted(endHolder(world.ports, head, input))).toEqual({
      seatId: seats.approver2.id,
      lastDay: null,
    });
    expect(await openSessions(holder.id)).toBe(0);
    const seen = await seeSeats(world.ports, head, { agencyId: head.agencyId });
    expect(seen.find(({ id }) => id === seats.approver2.id)).toMatchObject({ holder: null, wasHeld: true });
  });

  test("after a day ends only when it has passed, and may be taken back before", async () => {
    const holder = await liveHolder(world.ports, head, seats.approver2.id);
    const day = { day: "25", month: "11", year: "2569" };
    const typed = typedEnd({ when: "day", day });
    const ended = await granted(endHolder(world.ports, head, { holdingId: holder.id, typed }));
    expect(ended.lastDay).toBe("2026-11-25");
    expect(await told(holder.id)).toContain("seat_end_planned");
    await granted(keepHolder(world.ports, head, { holdingId: holder.id }));
    world.clock.set(new Date("2026-11-27T10:00:00+07:00"));
    await keepSeatDays(world.ports, sweeper);
    expect((await holdingOf(world.ports, holder.id)).state).toBe("live");
    world.clock.set(new Date("2026-11-21T10:00:00+07:00"));
    await granted(endHolder(world.ports, head, { holdingId: holder.id, typed }));
    world.clock.set(new Date("2026-11-25T23:59:00+07:00"));
    await keepSeatDays(world.ports, sweeper);
    expect((await holdingOf(world.ports, holder.id)).state).toBe("live");
    world.clock.set(new Date("2026-11-26T00:01:00+07:00"));
    await keepSeatDays(world.ports, sweeper);
    expect(await holdingOf(world.ports, holder.id)).toMatchObject({
      state: "ended",
      endReason: "transferred",
    });
    world.clock.set(new Date("2026-11-21T10:00:00+07:00"));
  });

  test("a deputy is out when the order's last day has passed", async () => {
    const ends = dayFields("ends", "2026-11-22" as BangkokDay);
    const deputy = await liveHolder(world.ports, head, seats.approver1.id, { part: "deputy", ...ends });
    world.clock.set(new Date("2026-11-23T00:01:00+07:00"));
    await keepSeatDays(world.ports, sweeper);
    expect(await holdingOf(world.ports, deputy.id)).toMatchObject({ state: "ended", endReason: "time_over" });
    world.clock.set(new Date("2026-11-21T10:00:00+07:00"));
  });

  test("is refused for somebody of another agency, without a reason, and for a day that has passed", async () => {
    const holder = await liveHolder(world.ports, head, seats.recorder.id);
    const elsewhere = await staffOf(world.ports, (await openTown(world.ports)).agencyId, "seat_head");
    const kindOf = async (actor: Staff, more: object) =>
      (await refusal(endHolder(world.ports, actor, { holdingId: holder.id, typed: typedEnd(more) }))).kind;
    expect(await kindOf(elsewhere, {})).toBe("holding_not_found");
    expect(await kindOf(head, { reason: "not_taken_up" })).toBe("reason_unchosen");
    expect(await kindOf(head, { when: "" })).toBe("when_unchosen");
    const day = { day: "20", month: "11", year: "2569" };
    expect(await kindOf(head, { when: "day", day })).toBe("date_past");
    expect((await holdingOf(world.ports, holder.id)).state).toBe("live");
  });
});
