import { completeCitizenId } from "../../server/kernel/citizen-id.ts";
import type { BenchWorld } from "./world.ts";
import { addTokenOffice } from "../../server/credentials/actions/add-token-office.ts";
import type { HolderFacts } from "../../server/credentials/holding.ts";

/** What was laid: the central office, one of its towns, and a user code of the middle. */
export interface LaidTowns {
  readonly officeId: string;
  readonly townId: string;
  readonly middleCode: string;
  readonly auditorId: string;
}

const actor = { kind: "system", job: "bench" } as const;
const rights = [
  ["80", "recorder"],
  ["01", "approver_1"],
  ["02", "approver_2"],
] as const;
/** Of a hundred seats so many are empty; a holder in a thousand lost a phone, two ask for something. */
const emptyOfHundred = 10;

/**
 * Lays towns of three seats each under one central office, straight into the tables: nine of ten seats held, with order,
 * password, key, and six sign-ins each.
 */
export async function layTowns(world: BenchWorld, count: number): Promise<LaidTowns> {
  const { ports, superuser } = world;
  const made = await addTokenOffice(ports, actor, { nameTh: "ส่วนกลางทดลอง", nameEn: "Bench office" });
  if (!made.ok) throw new Error("the bench was refused an office");
  const officeId = made.value.agencyId;
  await superuser`insert into agency (id, kind, name_th, name_en, created_at)
    select gen_random_uuid(), 'local_government', 'เทศบาลทดลอง ' || n, 'Bench town ' || n, now()
    from generate_series(1, ${count}) n`;
  const towns = await superuser<
    { id: string }[]
  >`select id from agency where name_en like 'Bench town %' order by id`;
  for (let from = 0; from < towns.length; from += 500) {
    await laySeats(world, officeId, { towns: towns.slice(from, from + 500), from });
  }
  await layAround(world, officeId);
  const [middle] = await superuser<
    { user_code: string }[]
  >`select user_code from seat where issuer_id = ${officeId}
    order by user_code offset ${Math.floor(count * 1.5)} limit 1`;
  const [town] = towns;
  if (!middle || !town) throw new Error("no town was laid");
  return { officeId, townId: town.id, middleCode: middle.user_code, auditorId: ports.random.uuid() };
}

/** The seats of some towns, and who holds them. */
async function laySeats(
  { ports, superuser }: BenchWorld,
  officeId: string,
  { towns, from }: { readonly towns: readonly { readonly id: string }[]; readonly from: number },
): Promise<void> {
  const now = ports.clock.now();
  const seats = towns.flatMap(({ id }, index) =>
    rights.map(([digits, right]) => ({
      ...{ id: ports.random.uuid(), agency_id: id, issuer_id: officeId, right, made_at: now },
      user_code: `A${String(from + index).padStart(9, "0")}0${digits}001`,
    })),
  );
  await superuser`insert into seat ${superuser(seats)}`;
  const held = seats.filter((_, index) => index % 100 >= emptyOfHundred);
  const dataKey = Buffer.from(ports.vault.newDataKey());
  const holdings = held.map((seat) => holdingRow(ports, seat, dataKey, now));
  const sides = holdings
    .filter(({ right }) => right !== "recorder")
    .map(({ agency_id, issuer_id, person_id, right }) => ({
      ...{ agency_id, issuer_id, person_id },
      side: right === "approver_1" ? "withdrawal" : "payment",
    }));
  await superuser`insert into approver_side ${superuser(sides)}`;
  await superuser`insert into seat_holding ${superuser(holdings)}`;
}

interface LaidSeat {
  readonly id: string;
  readonly agency_id: string;
  readonly issuer_id: string;
  readonly right: string;
}

function holdingRow({ random, vault }: BenchWorld["ports"], seat: LaidSeat, dataKey: Buffer, now: Date) {
  const id = random.uuid();
  const facts: HolderFacts = {
    ...{ citizenId: completeCitizenId("110160000001"), firstName: "มานี", lastName: "ชูใจ", position: "" },
    ...{ email: null, mobile: null },
  };
  const { id: seat_id, agency_id, issuer_id, right } = seat;
  return {
    ...{ id, seat_id, agency_id, issuer_id, right, part: "holder", state: "live", person_id: random.uuid() },
    ...{ data_key: dataKey, starts_on: "2026-01-01", named_at: now, live_at: now, password_set_at: now },
    sealed: Buffer.from(vault.seal(dataKey, { table: "seat_holding", rowId: id }, facts)),
  };
}

/** Orders with a file, keys, sign-ins, a few lost phones and requests. */
async function layAround({ superuser }: Pick<BenchWorld, "superuser">, officeId: string): Promise<void> {
  await superuser`update seat_holding set named_at = named_at - random() * interval '300 days' where issuer_id = ${officeId}`;
  await superuser`update seat_holding set live_at = named_at + interval '1 day' where issuer_id = ${officeId}`;
  await superuser`insert into seat_order (id, agency_id, issuer_id, number, dated, data_key, sealed, made_at, request_key)
    select id, agency_id, issuer_id, '1/2569', '2026-01-01', '', '', named_at, id::text from seat_holding
    where issuer_id = ${officeId}`;
  await superuser`update seat_holding set order_id = id where issuer_id = ${officeId}`;
  await superuser`insert into seat_order_file (id, order_id, agency_id, issuer_id, file_key, mime, size, name, made_at)
    select gen_random_uuid(), id, agency_id, issuer_id, id::text, 'application/pdf', 1, '', made_at from seat_order
    where issuer_id = ${officeId}`;
  await superuser`insert into soft_token (id, agency_id, issuer_id, seat_id, holding_id, person_id, state, public_key,
      certificate, serial, not_before, not_after, channel, line_user_id, device, pin_hash, made_at)
    select id, agency_id, issuer_id, seat_id, id, person_id, 'live', '', '', id::text, now(), now() + interval '400 days',
      'c', id::text, 'bench', '', live_at from seat_holding where issuer_id = ${officeId}`;
  await superuser`insert into sign_in_challenge (id, agency_id, issuer_id, seat_id, holding_id, soft_token_id, purpose,
      relying_party, nonce, picture, choices, digits, state, made_at, expires_at, ended_at)
    select gen_random_uuid(), t.agency_id, t.issuer_id, t.seat_id, t.holding_id, t.id, 'sign_in', 'console', '', 'boat',
      array['boat'], '42', 'used', t.made_at + n * interval '1 day', now(), t.made_at + n * interval '1 day'
    from soft_token t, generate_series(1, 6) n where t.issuer_id = ${officeId}`;
  await superuser`insert into lost_phone (id, agency_id, issuer_id, seat_id, holding_id, lost_on, stopped_at, reporter,
      reporter_id, keys, sessions, challenges, data_key, sealed, letter_due, request_key)
    select gen_random_uuid(), agency_id, issuer_id, seat_id, id, '2026-01-01', now(), 'head', id, 1, 0, 0, '', '',
      '2026-01-06', id::text from seat_holding where issuer_id = ${officeId} and random() < 0.001`;
  await superuser`insert into token_request (id, agency_id, issuer_id, seat_id, holding_id, "case", requester, state,
      data_key, sealed, petition_id, sent_at, signed_hash, requester_signed, requester_id, request_key)
    select gen_random_uuid(), agency_id, issuer_id, seat_id, id, 'phone_changed', 'holder', 'sent', '', '',
      gen_random_uuid(), now() - interval '9 days', '', 'password', id, id::text
    from seat_holding where issuer_id = ${officeId} and random() < 0.002`;
  await superuser`analyze`;
}
