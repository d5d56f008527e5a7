import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
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
  typedNaming,
  type TownSeats,
  type Treasury,
} from "../../../tests/support/seats.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { Email } from "../../kernel/email.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { TypedNaming } from "../naming.ts";
import { takeEmail } from "../store/holder-email.ts";
import { findOrder, insertOrder } from "../store/seat-order.ts";
import { checkPerson } from "./check-person.ts";
import { nameHolder } from "./name-holder.ts";
import { resendLink } from "./resend-link.ts";
import { seeNaming } from "./see-naming.ts";
import { withdrawNaming } from "./withdraw-naming.ts";

let world: TestWorld;
let all: postgres.Sql;
let treasury: Treasury;
let head: Staff;
let seats: TownSeats;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  treasury = await openTreasury(world.ports);
  [, head, seats] = await newTown();
});
afterAll(async () => {
  await all.end();
  await world.close();
});

async function newTown(): Promise<[Town, Staff, TownSeats]> {
  const opened = await openTown(world.ports);
  const itsHead = await staffOf(world.ports, opened.agencyId, "seat_head");
  return [opened, itsHead, await issuedSeats(world.ports, treasury, opened.agencyId)];
}

const deputyDays = dayFields("ends", "2026-12-01" as BangkokDay);

function name(typed: TypedNaming, actor = head) {
  return nameHolder(world.ports, actor, { typed, requestKey: world.ports.random.uuid() });
}

async function queued(holdingId: string): Promise<readonly string[]> {
  const rows =
    await all`select kind from notice where refs ->> 'holdingId' = ${holdingId} order by queued_at`;
  return rows.map((row) => String(row["kind"]));
}

describe("naming somebody to a seat", () => {
  test("keeps them, the order, and mails a link to their own address", async () => {
    const named = await namedHolder(world.ports, head, seats.recorder.id);
    expect(named).toMatchObject({ state: "named", part: "holder", userCode: seats.recorder.code });
    expect(named.orderId).not.toBeNull();
    expect(await queued(named.id)).toEqual(["seat_named"]);
    expect(named.passwordSetAt).toBeNull();
  });

  test("the latest orders are offered, and the one that was come from, but none of another agency", async () => {
    const { ports } = world;
    const [, itsHead, theirs] = await newTown();
    const { agencyId } = itsHead;
    const { orderId } = await namedHolder(ports, itsHead, theirs.recorder.id);
    const old = orderId ?? "";
    await ports.db.as(itsHead, async (tx) => {
      const first = await findOrder(ports, tx, agencyId, old);
      if (!first) throw new Error("the order of the naming is not there");
      for (let n = 1; n <= 10; n += 1) {
        const madeAt = new Date(first.madeAt.getTime() + n * 60_000);
        const [id, requestKey] = [ports.random.uuid(), ports.random.uuid()];
        await insertOrder(ports, tx, { ...first, id, madeAt, requestKey });
      }
    });
    const offered = async (chosen: string, actor = itsHead) =>
      (await seeNaming(ports, actor, chosen)).orders.map(({ id }) => id);
    expect(await offered("")).toHaveLength(10);
    expect(await offered("")).not.toContain(old);
    expect((await offered(old)).at(-1)).toBe(old);
    expect(await offered(old, head)).not.toContain(old);
  });

  test("the same form sent twice names once", async () => {
    const [, itsHead, theirs] = await newTown();
    const typed = typedNaming(world.ports, theirs.recorder.id);
    const input = { typed, requestKey: world.ports.random.uuid() };
    const both = [nameHolder(world.ports, itsHead, input), nameHolder(world.ports, itsHead, input)];
    const [one, other] = await Promise.all(both.map((each) => granted(each)));
    expect(other?.holdingId).toBe(one?.holdingId);
    const [count] =
      await all`select count(*)::int as n from seat_holding where seat_id = ${theirs.recorder.id}`;
    expect(count?.["n"]).toBe(1);
  });

  test("without an address no link is sent", async () => {
    const [, itsHead, theirs] = await newTown();
    const typed = typedNaming(world.ports, theirs.recorder.id, { email: "", mobile: "" });
    const named = await granted(name(typed, itsHead));
    expect(named.isLinkSent).toBe(false);
    expect(await queued(named.holdingId)).toEqual([]);
  });

  test("a seat of another agency is not found, and nothing is kept", async () => {
    const [, , theirs] = await newTown();
    const refused = await refusal(name(typedNaming(world.ports, theirs.recorder.id)));
    expect(refused.kind).toBe("seat_not_found");
    expect(await all`select id from seat_holding where seat_id = ${theirs.recorder.id}`).toEqual([]);
  });

  test("a second person for the same part is refused by name, and the first can be withdrawn", async () => {
    const [, itsHead, theirs] = await newTown();
    const first = await namedHolder(world.ports, itsHead, theirs.recorder.id, { firstName: "ปิติ" });
    const refused = await refusal(name(typedNaming(world.ports, theirs.recorder.id), itsHead));
    expect(refused).toEqual({ kind: "named_already", name: "ปิติ ชูใจ", holdingId: first.id });
    await granted(withdrawNaming(world.ports, itsHead, { holdingId: first.id }));
    expect(await holdingOf(world.ports, first.id)).toMatchObject({
      state: "ended",
      endReason: "not_taken_up",
    });
    expect((await granted(name(typedNaming(world.ports, theirs.recorder.id), itsHead))).isLinkSent).toBe(
      true,
    );
  });

  test("whoever is live is not withdrawn, and another agency's head withdraws nobody", async () => {
    const [, itsHead, theirs] = await newTown();
    const live = await liveHolder(world.ports, itsHead, theirs.recorder.id);
    const refused = await refusal(withdrawNaming(world.ports, itsHead, { holdingId: live.id }));
    expect(refused.kind).toBe("holding_live");
    const stranger = await refusal(withdrawNaming(world.ports, head, { holdingId: live.id }));
    expect(stranger.kind).toBe("holding_not_found");
    expect((await holdingOf(world.ports, live.id)).state).toBe("live");
  });

  test("everything that is wrong in the form is said at once", async () => {
    const typed = typedNaming(world.ports, seats.recorder.id, {
      ...{ part: "deputy", citizenId: "1101600000019", firstName: "", position: " ", email: "ไม่มี" },
      ...{ number: "", duties: "" },
    });
    const refused = await refusal(name(typed));
    expect(refused.kind === "naming_faults" ? refused.faults.map(({ field }) => field) : refused).toEqual([
      ...["citizenId", "firstName", "position", "email", "number", "duties", "endsDay"],
    ]);
  });

  test("a deputy's last day is not before the first, and an order not later than the day it counts from", async () => {
    const typed = typedNaming(world.ports, seats.recorder.id, {
      part: "deputy",
      ...dayFields("starts", "2026-11-20" as BangkokDay),
      ...dayFields("ends", "2026-11-19" as BangkokDay),
    });
    const refused = await refusal(name(typed));
    expect(refused).toMatchObject({
      faults: [
        { field: "endsDay", refusal: { kind: "ends_before" } },
        { field: "startsDay", refusal: { kind: "starts_before_order" } },
      ],
    });
  });
});

describe("an address belongs to one ID number", () => {
  test("of whoever holds the seat is refused, early and at the end, and no link goes there", async () => {
    const [, itsHead, theirs] = await newTown();
    const holder = await liveHolder(world.ports, itsHead, theirs.recorder.id);
    const email = holder.facts.email ?? "";
    const typed = typedNaming(world.ports, theirs.recorder.id, { reason: "transferred", email });
    expect(await refusal(checkPerson(world.ports, itsHead, typed))).toEqual({ kind: "email_taken" });
    expect(await refusal(name(typed, itsHead))).toEqual({ kind: "email_taken" });
    const named = await all`select id from seat_holding where seat_id = ${theirs.recorder.id}`;
    expect(named.map(({ id }) => String(id))).toEqual([holder.id]);
  });

  test("proven by another number is refused at every seat, and is free to its owner", async () => {
    const [, itsHead, theirs] = await newTown();
    const owner = typedNaming(world.ports, theirs.recorder.id);
    const { personId } = await namedHolder(world.ports, itsHead, theirs.recorder.id, owner);
    const email = owner.email as Email;
    const now = world.ports.clock.now();
    await world.ports.db.as({ kind: "gate" }, (tx) => takeEmail(world.ports, tx, { email, personId, now }));
    const typed = typedNaming(world.ports, theirs.approver1.id, { email });
    expect(await refusal(name(typed, itsHead))).toEqual({ kind: "email_taken" });
    expect((await granted(name({ ...owner, seatId: theirs.approver1.id }, itsHead))).isLinkSent).toBe(true);
  });

  test("that somebody else proves after the naming gets no link any more", async () => {
    const [, itsHead, theirs] = await newTown();
    const named = await namedHolder(world.ports, itsHead, theirs.recorder.id);
    const { personId } = await namedHolder(world.ports, itsHead, theirs.approver1.id);
    const taken = { email: named.facts.email as Email, personId, now: world.ports.clock.now() };
    await world.ports.db.as({ kind: "gate" }, (tx) => takeEmail(world.ports, tx, taken));
    const refused = await refusal(resendLink(world.ports, itsHead, { holdingId: named.id }));
    expect(refused.kind).toBe("no_address");
  });
});

describe("the separation of the two approvals", () => {
  test("the same person is refused on the other side, as holder or deputy, live or only named", async () => {
    const [, itsHead, theirs] = await newTown();
    const first = typedNaming(world.ports, theirs.approver1.id);
    await granted(name(first, itsHead));
    for (const part of ["holder", "deputy"]) {
      const typed = { ...first, ...deputyDays, seatId: theirs.approver2.id, part };
      const held = { userCode: theirs.approver1.code, part: "holder" };
      expect(await refusal(name(typed, itsHead))).toMatchObject({ kind: "both_approvals", held });
      expect(await refusal(checkPerson(world.ports, itsHead, typed))).toMatchObject({
        kind: "both_approvals",
      });
    }
    expect(await all`select id from seat_holding where seat_id = ${theirs.approver2.id}`).toEqual([]);
  });

  test("a recorder may approve on one side, and on the other once the first has ended", async () => {
    const [, itsHead, theirs] = await newTown();
    const person = typedNaming(world.ports, theirs.recorder.id);
    await granted(name(person, itsHead));
    const asFirst = await granted(name({ ...person, seatId: theirs.approver1.id }, itsHead));
    await granted(withdrawNaming(world.ports, itsHead, { holdingId: asFirst.holdingId }));
    const asSecond = await granted(name({ ...person, seatId: theirs.approver2.id }, itsHead));
    expect((await holdingOf(world.ports, asSecond.holdingId)).right).toBe("approver_2");
  });

  test("two heads at once name one person to one side only, whoever is first", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [, itsHead, theirs] = await newTown();
      const other = await staffOf(world.ports, itsHead.agencyId, "seat_head");
      const person = typedNaming(world.ports, theirs.approver1.id);
      const answers = await Promise.all([
        name(person, itsHead),
        name({ ...person, seatId: theirs.approver2.id }, other),
      ]);
      const kinds = answers.map((each) => (each.ok ? "named" : each.refusal.kind)).sort();
      expect(kinds).toEqual(["both_approvals", "named"]);
    }
  });

  test.each(["pratu_staff", "pratu_gate", "owner"])(
    "raw SQL as %s puts nobody on both sides",
    async (role) => {
      const [, itsHead, theirs] = await newTown();
      const named = await namedHolder(world.ports, itsHead, theirs.approver1.id);
      const { agencyId } = itsHead;
      const other = all`insert into seat_holding (id, agency_id, issuer_id, seat_id, "right", part, state, person_id,
        data_key, sealed, starts_on, named_at)
      select ${world.ports.random.uuid()}, agency_id, issuer_id, ${theirs.approver2.id}, 'approver_2', 'deputy', 'named',
        person_id, data_key, sealed, starts_on, named_at from seat_holding where id = ${named.id}`;
      const side = all`update approver_side set side = 'payment' where agency_id = ${agencyId}`;
      for (const statement of [other, side]) {
        const work = all.begin(async (sql) => {
          if (role !== "owner") await sql`select set_config('role', ${role}, true)`;
          await sql`select set_config('app.agency', ${agencyId}, true)`;
          await sql`${statement}`;
        });
        await expect(work).rejects.toMatchObject({ code: "23503", constraint_name: "seat_holding_side" });
      }
    },
  );
});
