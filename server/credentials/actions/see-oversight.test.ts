import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townWorld } from "../../../tests/support/municipality.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { seatSomebody, type Seated } from "../../../tests/support/seated.ts";
import { holdingOf, issuedSeats, openTreasury, staffOf } from "../../../tests/support/seats.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import { keepNewPassword } from "../desk/new-password.ts";
import type { OverseenPlace, SeatEvent, SeatFinding } from "../oversight.ts";
import { insertLostPhone } from "../store/lost-phone.ts";
import { officePlaceOf } from "../store/service-request.ts";
import { listOversight, placesAPage, seeOversight } from "./see-oversight.ts";
import { listStory, seeSeatStory } from "./see-seat-story.ts";

let world: TestWorld;
let all: postgres.Sql;
let seated: Seated;
let auditor: Staff;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
});
beforeEach(async () => {
  seated = await seatSomebody(world);
  auditor = await staffOf(world.ports, seated.agencyId, "internal_auditor");
});
afterAll(async () => {
  await all.end();
  await world.close();
});

const day = 86_400_000;

function inDays(days: number): Date {
  return new Date(world.ports.clock.now().getTime() + days * day);
}

async function findings(): Promise<readonly SeatFinding[]> {
  const { places } = await seeOversight(world.ports, auditor, { finding: null, turn: null });
  const [place] = places.rows;
  if (!place || places.rows.length > 1) throw new Error(`${places.rows.length} places`);
  return place.findings;
}

async function whole<Row>(rows: AsyncIterable<Row>): Promise<readonly Row[]> {
  const taken: Row[] = [];
  for await (const row of rows) taken.push(row);
  return taken;
}

test("a holder without an order on file is found, and nothing else of one in order", async () => {
  expect(await findings()).toEqual(["order_missing"]);
});

test.each([
  [31, []],
  [30, ["certificate_ending"]],
  [0.5, ["certificate_ending"]],
  [-1, ["certificate_expired"]],
] as const)("a certificate that ends in %s days is judged", async (days, found) => {
  await all`set session_replication_role = replica`;
  await all`update soft_token set not_after = ${inDays(days)} where id = ${seated.softTokenId}`;
  await all`set session_replication_role = origin`;
  expect(await findings()).toEqual(["order_missing", ...found]);
});

test("a password is overdue after three months, or after what the central office demands", async () => {
  const { holdingId } = seated;
  await all`update seat_holding set password_set_at = ${new Date("2026-08-22T03:00:00Z")} where id = ${holdingId}`;
  expect(await findings()).not.toContain("password_overdue");
  await all`update seat_holding set password_set_at = ${new Date("2026-08-21T02:00:00Z")} where id = ${holdingId}`;
  expect(await findings()).toContain("password_overdue");
  await all`insert into token_setting (issuer_id, password_months, saved_by, saved_at)
    select issuer_id, 0, id, now() from seat where id = ${seated.seatId}`;
  expect(await findings()).not.toContain("password_overdue");
});

test("a key that was stopped, an empty seat and a deputy past the last day are found", async () => {
  await all`update soft_token set state = 'stopped', ended_at = now() where id = ${seated.softTokenId}`;
  expect(await findings()).toContain("key_missing");
  await all`update seat_holding set state = 'ended', ended_at = now() where id = ${seated.holdingId}`;
  expect(await findings()).toEqual(["vacant"]);
  seated = await seatSomebody(world, { part: "deputy" });
  auditor = await staffOf(world.ports, seated.agencyId, "internal_auditor");
  await all`update seat_holding set ends_on = '2026-11-20' where id = ${seated.holdingId}`;
  expect(await findings()).toContain("deputy_past");
});

test("somebody named is counted without an order on file, and so is an imported holder without any order", async () => {
  await all`update seat_holding set order_id = null, password_set_at = now(), must_change_password = true
    where id = ${seated.holdingId}`;
  const row = async () => {
    const seen = await seeOversight(world.ports, auditor, { finding: "order_missing", turn: null });
    expect(seen.counts.order_missing).toBe(1);
    return seen.places.rows[0]?.holding;
  };
  expect(await row()).toMatchObject({ order: null, isLetterPassword: true });
  await all`update soft_token set state = 'stopped', ended_at = now() where id = ${seated.softTokenId}`;
  await all`set session_replication_role = replica`;
  await all`update seat_holding set state = 'named', live_at = null where id = ${seated.holdingId}`;
  await all`set session_replication_role = origin`;
  expect(await row()).toMatchObject({ state: "named" });
  expect(await findings()).toEqual(["vacant", "order_missing"]);
});

test("the story tells who named, by which order, and who refused a request and why", async () => {
  const { ports } = world;
  const registrar = await staffOf(ports, seated.agencyId, "token_registrar");
  const orderId = ports.random.uuid();
  await all`insert into seat_order (id, agency_id, issuer_id, number, dated, data_key, sealed, made_at, request_key)
    select ${orderId}, agency_id, issuer_id, '9/2569', '2026-11-20', '', '', ${ports.clock.now()}, ${orderId}
    from seat where id = ${seated.seatId}`;
  await all`update seat_holding set order_id = ${orderId}, named_by = ${registrar.staffId} where id = ${seated.holdingId}`;
  await askFor("refused", 0);
  const dataKey = ports.vault.newDataKey();
  const [asked] = await all<
    { id: string }[]
  >`select id from token_request where holding_id = ${seated.holdingId}`;
  const place = officePlaceOf(asked?.id ?? "");
  const office = ports.vault.seal(dataKey, place, { reason: "แนบเอกสารไม่ครบ" });
  await all`update token_request set data_key = ${dataKey}, office = ${office}, decided_by = ${registrar.staffId}
    where id = ${asked?.id ?? ""}`;
  const lines = await whole(listStory(ports, auditor, seated.seatId));
  const of = (event: SeatEvent) => lines.find((line) => line.event === event);
  const by = expect.stringMatching(/\S+ \S+/);
  expect(of("named")).toMatchObject({ detail: "9/2569", by, reason: null });
  expect(of("request_refused")).toMatchObject({ detail: "phone_changed", reason: "แนบเอกสารไม่ครบ", by });
  expect(of("took_seat")?.by).toBeNull();
});

test("an auditor of a municipality sees its seats alone, one of the central office those it issued", async () => {
  const treasury = await openTreasury(world.ports);
  const town = await openTown(world.ports);
  const seats = await issuedSeats(world.ports, treasury, town.agencyId);
  const codes = async (actor: Staff) =>
    (await whole(listOversight(world.ports, actor, null))).map(({ userCode }) => userCode);
  expect(await codes(auditor)).toEqual([seated.userCode]);
  expect(await codes(treasury.auditor)).toEqual(
    Object.values(seats)
      .map(({ code }) => code)
      .toSorted(),
  );
});

test("the pages of a long list hold every place once, forwards and back, and so does the file", async () => {
  const { agencyId, seatId } = seated;
  await all`insert into seat (id, agency_id, issuer_id, user_code, "right", made_at)
    select gen_random_uuid(), ${agencyId}, issuer_id, 'B' || lpad(n::text, 14, '0'), 'recorder', now()
    from seat, generate_series(1, ${2 * placesAPage}) n where id = ${seatId}`;
  const file = await whole(listOversight(world.ports, auditor, null));
  const paged: OverseenPlace[] = [];
  let turn: Parameters<typeof seeOversight>[2]["turn"] = null;
  for (;;) {
    const { places } = await seeOversight(world.ports, auditor, { finding: null, turn });
    paged.push(...places.rows);
    if (places.next === null) break;
    turn = { way: "after", place: places.next };
  }
  expect(paged).toHaveLength(2 * placesAPage + 1);
  expect(paged.map(({ userCode }) => userCode)).toEqual(file.map(({ userCode }) => userCode));
  const { counts } = await seeOversight(world.ports, auditor, { finding: "vacant", turn: null });
  expect(counts).toMatchObject({ vacant: 2 * placesAPage, order_missing: 1 });
});

test("the story tells what happened to a seat, latest first, and two things of one moment both", async () => {
  world.clock.pass(60);
  await all`update soft_token set state = 'stopped', ended_at = ${world.ports.clock.now()}
    where id = ${seated.softTokenId}`;
  const lines = await whole(listStory(world.ports, auditor, seated.seatId));
  const events = lines.map(({ event }) => event);
  expect(events[0]).toBe("key_ended");
  expect(events.slice(1).toSorted()).toEqual(["key_made", "named", "took_seat"]);
  expect(lines[0]).toMatchObject({ detail: "stopped", name: "มานี ชูใจ", userCode: seated.userCode });
  const page = await seeSeatStory(world.ports, auditor, { seatId: null, turn: null });
  expect(page.rows).toEqual(lines);
});

const gate = { kind: "gate" } as const;

async function loseIt(letterDue: string): Promise<string> {
  const { ports } = world;
  const { agencyId, seatId, holdingId } = seated;
  const id = ports.random.uuid();
  const [row] = await all<{ issuer_id: string }[]>`select issuer_id from seat where id = ${seatId}`;
  if (!row) throw new Error("the seat of the test is gone");
  await ports.db.as(gate, (tx) =>
    insertLostPhone(ports, tx, {
      ...{ id, agencyId, issuerId: row.issuer_id, seatId, holdingId, requestKey: id },
      ...{
        lostOn: "2026-11-18" as BangkokDay,
        stoppedAt: ports.clock.now(),
        letterDue: letterDue as BangkokDay,
      },
      ...{ reporter: "head", reporterId: id, stopped: { keys: 1, sessions: 0, challenges: 0 } },
      words: { said: "", phone: "" },
    }),
  );
  return id;
}

test("a lost phone without its letter is found until the letter is sent, and as overdue once its day is past", async () => {
  const id = await loseIt("2026-11-21");
  expect(await findings()).toContain("letter_waiting");
  await all`update lost_phone set letter_due = '2026-11-20' where id = ${id}`;
  expect(await findings()).toContain("letter_overdue");
  expect(await findings()).not.toContain("letter_waiting");
  await all`update lost_phone set letter_sent_at = now(), letter_number = '1', letter_dated = '2026-11-20' where id = ${id}`;
  expect(await findings()).toEqual(["order_missing"]);
});

test("a letter that is still to come is found at the seat when whoever lost the phone is gone", async () => {
  await loseIt("2026-11-21");
  await all`update soft_token set state = 'stopped', ended_at = now() where id = ${seated.softTokenId}`;
  await all`update seat_holding set state = 'ended', ended_at = now() where id = ${seated.holdingId}`;
  expect(await findings()).toEqual(["vacant", "letter_waiting"]);
  const { places } = await seeOversight(world.ports, auditor, { finding: "letter_waiting", turn: null });
  expect(places.rows).toMatchObject([{ holding: null, wasHeld: true }]);
});

async function askFor(state: "sent" | "refused" | "granted", daysAgo: number): Promise<void> {
  const { agencyId, seatId, holdingId } = seated;
  const at = inDays(-daysAgo);
  await all`insert into token_request (id, agency_id, issuer_id, seat_id, holding_id, "case", requester, state, data_key,
      sealed, petition_id, sent_at, signed_hash, requester_signed, requester_id, decided_at, request_key)
    select gen_random_uuid(), ${agencyId}, issuer_id, ${seatId}, ${holdingId}, 'phone_changed', 'holder', ${state}, '', '',
      gen_random_uuid(), ${at}, '', 'password', ${holdingId}, ${state === "sent" ? null : at}, gen_random_uuid()::text
    from seat where id = ${seatId}`;
}

test.each([
  ["sent", 4, []],
  ["sent", 6, ["request_waiting"]],
  ["refused", 1, ["request_refused"]],
  ["refused", 91, []],
  ["granted", 6, []],
] as const)("a request that was %s %s days ago is judged", async (state, daysAgo, found) => {
  await askFor(state, daysAgo);
  expect(await findings()).toEqual(["order_missing", ...found]);
});

test("a refusal is no finding any more once a later request was granted", async () => {
  await askFor("refused", 3);
  await askFor("granted", 1);
  expect(await findings()).toEqual(["order_missing"]);
});

test("a seat nobody ever held is told from one that waits for the next holder", async () => {
  await all`update soft_token set state = 'ended', ended_at = now() where id = ${seated.softTokenId}`;
  await all`update seat_holding set state = 'ended', ended_at = now() where id = ${seated.holdingId}`;
  const wasHeld = async () => {
    const { places } = await seeOversight(world.ports, auditor, { finding: "vacant", turn: null });
    return places.rows.map((place) => place.wasHeld);
  };
  expect(await wasHeld()).toEqual([true]);
  await all`update seat_holding set live_at = null where id = ${seated.holdingId}`;
  expect(await wasHeld()).toEqual([false]);
});

test("a seat that a deputy alone is in has no holder, and is counted once", async () => {
  seated = await seatSomebody(world, { part: "deputy" });
  auditor = await staffOf(world.ports, seated.agencyId, "internal_auditor");
  expect(await findings()).toContain("vacant");
  const { counts } = await seeOversight(world.ports, auditor, { finding: null, turn: null });
  expect(counts.vacant).toBe(1);
});

test("the story tells of every password that was set, how, and of the files put to an order", async () => {
  const { ports } = world;
  const holding = await holdingOf(ports, seated.holdingId);
  const passwordHash = Uint8Array.of(1);
  for (const way of ["changed", "by_link"] as const) {
    world.clock.pass(60);
    await ports.db.as(gate, (tx) => keepNewPassword(ports, tx, holding, { passwordHash, way }));
  }
  const orderId = ports.random.uuid();
  await all`insert into seat_order (id, agency_id, issuer_id, number, dated, data_key, sealed, made_at, request_key)
    select ${orderId}, agency_id, issuer_id, '7/2569', '2026-11-20', '', '', ${ports.clock.now()}, 'k'
    from seat where id = ${seated.seatId}`;
  await all`update seat_holding set order_id = ${orderId} where id = ${seated.holdingId}`;
  await all`insert into seat_order_file (id, order_id, agency_id, issuer_id, file_key, mime, size, name, made_at)
    select gen_random_uuid(), ${orderId}, agency_id, issuer_id, 'k', 'application/pdf', 1, '', ${inDays(1)}
    from seat where id = ${seated.seatId}`;
  const lines = await whole(listStory(ports, auditor, seated.seatId));
  expect(lines.slice(0, 3).map(({ event }) => event)).toEqual([
    "order_attached",
    "password_by_link",
    "password_changed",
  ]);
  expect(lines[0]).toMatchObject({ detail: "7/2569", name: "มานี ชูใจ" });
});
