import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import {
  issuedSeats,
  namedHolder,
  openTreasury,
  staffOf,
  type TownSeats,
  type Treasury,
} from "../../../tests/support/seats.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import { insertOrder } from "../store/seat-order.ts";
import { makeLetter } from "./make-letter.ts";
import { openLetter } from "./open-letter.ts";
import { papersAPage, seeLetters, seeOrders } from "./see-agency-papers.ts";

let world: TestWorld;
let treasury: Treasury;
let town: Town;
let seats: TownSeats;
let head: Staff;

beforeAll(async () => {
  world = await townWorld();
  treasury = await openTreasury(world.ports);
  town = await openTown(world.ports);
  seats = await issuedSeats(world.ports, treasury, town.agencyId);
  head = await staffOf(world.ports, town.agencyId, "seat_head");
});
afterAll(() => world.close());

/** So many orders that name nobody, each a minute after the one before. */
async function layOrders(count: number): Promise<void> {
  const { ports } = world;
  await ports.db.as({ kind: "gate" }, async (tx) => {
    for (let each = 1; each <= count; each += 1) {
      const madeAt = new Date(Date.UTC(2026, 0, 1, 0, each));
      await insertOrder(ports, tx, {
        ...{ id: ports.random.uuid(), agencyId: town.agencyId, issuerId: treasury.agencyId },
        ...{ number: `${each}/2569`, dated: "2026-01-01" as BangkokDay, madeBy: head.staffId, madeAt },
        ...{ text: { duties: "", controls: "", keeping: "" }, requestKey: ports.random.uuid() },
      });
    }
  });
}

test("every order of an agency is found, page after page, by its head and by the office that issued its seats", async () => {
  await layOrders(papersAPage + 5);
  const named = await namedHolder(world.ports, head, seats.recorder.id);
  const { agencyId } = town;
  for (const actor of [head, treasury.registrar]) {
    const first = await seeOrders(world.ports, actor, { agencyId, turn: null });
    expect(first.rows).toHaveLength(papersAPage);
    expect(first.rows[0]).toMatchObject({ id: named.orderId, people: 1, files: 0, isBrought: false });
    expect(first.previous).toBeNull();
    const place = first.next;
    if (!place) throw new Error("no further page");
    const second = await seeOrders(world.ports, actor, { agencyId, turn: { way: "after", place } });
    expect(second.rows.map(({ number }) => number)).toEqual([6, 5, 4, 3, 2, 1].map((each) => `${each}/2569`));
    expect(second.next).toBeNull();
    const back = second.previous;
    if (!back) throw new Error("no way back");
    const again = await seeOrders(world.ports, actor, { agencyId, turn: { way: "before", place: back } });
    expect(again.rows).toEqual(first.rows);
  }
});

test("every letter is found with its code and when it was opened", async () => {
  const named = await namedHolder(world.ports, head, seats.approver1.id, { email: "" });
  const make = async () => {
    const made = await makeLetter(world.ports, treasury.registrar, { holdingId: named.id });
    return made.ok ? made.value.letterId : "";
  };
  const opened = await make();
  await openLetter(world.ports, treasury.registrar, { letterId: opened });
  world.clock.pass(60);
  const sealed = await make();
  const { agencyId } = town;
  const { rows, next } = await seeLetters(world.ports, treasury.registrar, { agencyId, turn: null });
  expect(rows).toMatchObject([
    { id: sealed, userCode: seats.approver1.code, part: "holder", openedAt: null },
    { id: opened, userCode: seats.approver1.code, openedAt: new Date(rows[1]?.madeAt ?? 0) },
  ]);
  expect(next).toBeNull();
});

test("another agency's head and another office find none of them", async () => {
  const stranger = await staffOf(world.ports, (await openTown(world.ports)).agencyId, "seat_head");
  const { registrar } = await openTreasury(world.ports);
  const { agencyId } = town;
  for (const actor of [stranger, registrar]) {
    expect((await seeOrders(world.ports, actor, { agencyId, turn: null })).rows).toEqual([]);
    expect((await seeLetters(world.ports, actor, { agencyId, turn: null })).rows).toEqual([]);
  }
});
