import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import {
  holdingOf,
  issuedSeats,
  liveHolder,
  namedHolder,
  openTreasury,
  staffOf,
  type TownSeats,
  type Treasury,
} from "../../../tests/support/seats.ts";
import { activated, grantKey } from "../../../tests/support/test-phone.ts";
import type { Staff } from "../../kernel/actor.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { issueSeats } from "./issue-seats.ts";
import { reportLostPhone } from "./report-lost-phone.ts";

let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let treasury: Treasury;
let head: Staff;
let seats: TownSeats;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  town = await openTown(world.ports);
  treasury = await openTreasury(world.ports);
  head = await staffOf(world.ports, town.agencyId, "seat_head");
  seats = await issuedSeats(world.ports, treasury, town.agencyId);
});
afterAll(async () => {
  await all.end();
  await world.close();
});

/** What raw SQL does as staff of the town; the message it is refused with. */
const asStaff = (statement: string) => asRole("pratu_staff", { "app.agency": town.agencyId }, statement);

/** What raw SQL does as a role, in the name of what stands in its settings. */
async function asRole(
  role: "pratu_staff" | "pratu_holder",
  settings: Readonly<Record<string, string>>,
  statement: string,
): Promise<string> {
  const work = all.begin(async (sql) => {
    await sql`select set_config('role', ${role}, true)`;
    for (const [name, value] of Object.entries(settings))
      await sql`select set_config(${name}, ${value}, true)`;
    await sql.unsafe(statement);
  });
  return work.then(
    () => "done",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

test("by raw SQL staff of an agency take no seat, set no password, open no key and approve nobody", async () => {
  const { id } = await namedHolder(world.ports, head, seats.recorder.id);
  const where = `where id = '${id}'`;
  expect(await asStaff(`update seat_holding set state = 'live' ${where}`)).toContain("let nobody");
  expect(await asStaff(`update seat_holding set password_hash = '\\x00' ${where}`)).toContain("let nobody");
  expect(await asStaff(`update seat_holding set new_key_from = now() ${where}`)).toContain("let nobody");
  expect(await asStaff("update token_registration set state = 'approved'")).toContain("permission denied");
  expect(await asStaff("update soft_token set pin_hash = '\\x00'")).toContain("permission denied");
  const born = `insert into seat_holding (id, agency_id, issuer_id, seat_id, "right", part, state, person_id, data_key,
    sealed, starts_on, named_at) select gen_random_uuid(), agency_id, issuer_id, seat_id, "right", 'deputy', 'live',
    gen_random_uuid(), data_key, sealed, starts_on, now() from seat_holding ${where}`;
  expect(await asStaff(born)).toContain("let nobody");
  const seat = `insert into seat (id, agency_id, issuer_id, user_code, "right", made_at)
    values (gen_random_uuid(), '${town.agencyId}', '${treasury.agencyId}', 'Z99999999998001', 'recorder', now())`;
  expect(await asStaff(seat)).toContain("issued by the office");
});

/** What nobody but the door may read of a seat: what guesses could be tried against, or answers be copied from. */
const doorOnly = {
  seat_holding: ["password_hash"],
  soft_token: ["pin_hash", "pin_wrong", "pin_next_try_at", "line_user_id"],
  sign_in_challenge: ["nonce", "picture", "choices", "digits", "signature"],
  seat_session: ["token_hash"],
  activation: ["token_hash"],
  identity_proof: ["state_hash", "sealed"],
  seat_link: ["id"],
} as const;
const secrets = Object.entries(doorOnly).flatMap(([table, columns]) =>
  columns.map((column) => [table, column] as const),
);

test.each(secrets)("by raw SQL neither staff nor a holder read %s.%s", async (table, column) => {
  const read = `select ${column} from ${table}`;
  const ofSeat = { "app.seat": seats.recorder.id };
  expect(await asStaff(read)).toContain("permission denied");
  expect(await asRole("pratu_holder", ofSeat, read)).toContain("permission denied");
});

test.each(["seat", "seat_holding", "token_registration", "seat_letter", "seat_order"])(
  "by raw SQL a holder reads nothing of %s, where others of the same seat stand",
  async (table) => {
    const ofSeat = { "app.seat": seats.recorder.id };
    expect(await asRole("pratu_holder", ofSeat, `select 1 from ${table}`)).toContain("permission denied");
  },
);

test("by raw SQL a holder reads their own key and computers", async () => {
  const ofSeat = { "app.seat": seats.recorder.id };
  for (const table of ["soft_token", "seat_session", "sign_in_challenge"])
    expect(await asRole("pratu_holder", ofSeat, `select id, holding_id from ${table}`)).toBe("done");
});

test("a code is not issued under another right than its characters name", async () => {
  const of = { issuerId: treasury.agencyId, agencyId: town.agencyId };
  const asked = { ...of, seats: [{ code: "A75000009990199", right: "recorder" as const }] };
  const refused = await refusal(issueSeats(world.ports, treasury.registrar, asked));
  expect(refused).toEqual({ kind: "right_other", code: "A75000009990199" });
});

test("a lost phone takes back the right to another key, and the same loss told again is one report", async () => {
  const { ports } = world;
  const holding = await liveHolder(ports, head, seats.approver1.id);
  await activated(ports, holding, { channel: "c", lineUserId: "Uinsider" });
  await grantKey(ports, holding.id);
  const loss = {
    ...{ holdingId: holding.id, lostOn: bangkokDay(ports.clock.now()), said: "", phone: "" },
    requestKey: "one",
  };
  const first = await granted(reportLostPhone(ports, { kind: "head", actor: head }, loss));
  expect((await holdingOf(ports, holding.id)).newKeyFrom).toBeNull();
  const again = { ...loss, requestKey: "two" };
  const second = await granted(reportLostPhone(ports, { kind: "head", actor: head }, again));
  expect(second.id).toBe(first.id);
});
