import fc from "fast-check";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listCases, listLooks, type CasePlace } from "../server/audit/store/look.ts";
import type { Citizen, Staff } from "../server/kernel/actor.ts";
import { turnedPage, type Turn } from "../server/kernel/keyset.ts";
import type { MomentPlace } from "../server/kernel/moment-place.ts";
import type { BangkokDay } from "../server/kernel/thai-date.ts";
import { listDeliveries } from "../server/systems/store.ts";
import type { ServiceTypeCode } from "../server/visits/service-type.ts";
import type { ClaimFilter, ClaimOrder } from "../server/visits/claim-filter.ts";
import {
  claimPlaceOf,
  listBlocks,
  listClaimLines,
  listCodes,
  listElsewhere,
  type ElsewherePlace,
} from "../server/visits/store.ts";
import { openFacility } from "./support/facilities.ts";
import { layPerson, layVisit, type LaidPerson } from "./support/lay-visits.ts";
import { testWorld, type TestWorld } from "./support/ports.ts";

/** A page as it was read, and the way to its neighbours. */
interface Page {
  readonly keys: readonly string[];
  readonly previous: (() => Promise<Page>) | null;
  readonly next: (() => Promise<Page>) | null;
}

type At<Place> = Turn<Place> | null;

interface List {
  add(): Promise<unknown>;
  first(size: number): Promise<Page>;
}

let world: TestWorld;
let all: postgres.Sql;
let here: Staff;
let away: Staff;
let person: LaidPerson;
let citizen: Citizen;
/** Deliveries name their endpoint; this test needs no more of it. */
let endpointId: string;

const staffAt = (agencyId: string): Staff => ({
  kind: "staff",
  staffId: world.ports.random.uuid(),
  agencyId,
  level: "facility_admin",
});

beforeAll(async () => {
  world = await testWorld();
  all = postgres(world.database.superuserUrl, { max: 1 });
  here = staffAt(await openFacility(world.ports));
  away = staffAt(await openFacility(world.ports, { hcode: "99902" }));
  person = await layPerson(world.ports);
  endpointId = world.ports.random.uuid();
  citizen = { kind: "citizen", channel: "demo", lineUserId: "U1", personId: person.id, unlocked: true };
});
afterAll(async () => {
  await all.end();
  await world.close();
});

let added = 0;
/** One of a few moments, so that many rows share theirs. */
const moment = () => new Date(Date.UTC(2026, 10, 10 + (added++ % 3), 3));
const someDay = () => new Date(Date.UTC(2026, 0, added++ % 30));
const uuid = () => world.ports.random.uuid();
const filter: ClaimFilter = {
  from: "2026-11-01" as BangkokDay,
  until: "2026-11-21" as BangkokDay,
  service: null,
  status: null,
  personId: null,
};

/** A list as a store reads it (`limit` rows from where `turn` says, nearest first), walked by its rows' keys. */
function listOf<Row, Place>(
  add: () => Promise<unknown>,
  rows: (turn: Turn<Place> | null, limit: number) => Promise<readonly Row[]>,
  placeOf: (row: Row) => Place,
  keyOf: (row: Row) => string,
): List {
  const page = async (turn: Turn<Place> | null, size: number): Promise<Page> => {
    const turned = turnedPage(await rows(turn, size + 1), { turn, size }, placeOf);
    const go = (way: Turn<Place>["way"], place: Place | null) =>
      place === null ? null : () => page({ way, place }, size);
    return {
      keys: turned.rows.map(keyOf),
      previous: go("before", turned.previous),
      next: go("after", turned.next),
    };
  };
  return { add, first: (size) => page(null, size) };
}

const asHere = <T>(work: Parameters<typeof world.ports.db.as<T>>[1]) => world.ports.db.as(here, work);
const asCitizen = <T>(work: Parameters<typeof world.ports.db.as<T>>[1]) => world.ports.db.as(citizen, work);
const idOf = ({ id }: { readonly id: string }) => id;

const addVisit = () =>
  layVisit(world.ports, all, {
    agencyId: here.agencyId,
    person,
    at: moment(),
    services: ["PG0060001", "PG0130001"],
    codeStatus: "cancelled",
  });

const claims = (order: ClaimOrder, chosen: () => ClaimFilter) =>
  listOf(
    addVisit,
    (turn, limit) => asHere((tx) => listClaimLines(tx, here.agencyId, chosen(), { turn, order, limit })),
    claimPlaceOf,
    ({ key }) => key,
  );

const lists: Readonly<Record<string, List>> = {
  "claims, latest first": claims("latest", () => filter),
  "claims, earliest first": claims("earliest", () => filter),
  "claims of one person, service and status": claims("latest", () => ({
    ...filter,
    personId: person.id,
    service: "PG0060001" as ServiceTypeCode,
    status: "cancelled",
  })),
  "a citizen's codes": listOf(
    addVisit,
    (turn: At<MomentPlace>, limit) =>
      asCitizen((tx) => listCodes(tx, person.id, { turn, from: null, until: null, limit })),
    ({ issuedAt, id }) => ({ at: issuedAt, id }),
    idOf,
  ),
  "services elsewhere": listOf(
    () => layVisit(world.ports, all, { agencyId: away.agencyId, person, at: someDay() }),
    (turn: At<ElsewherePlace>, limit) =>
      asHere((tx) =>
        listElsewhere(world.ports, tx, here, { personId: person.id, reason: "ตรวจสอบ", turn, limit }),
      ),
    ({ day, id }) => ({ day, id }),
    idOf,
  ),
  "looks at a citizen": listOf(
    addLook,
    (turn: At<MomentPlace>, limit) => asCitizen((tx) => listLooks(tx, person.id, { turn, limit })),
    ({ at, id }) => ({ at, id }),
    idOf,
  ),
  "cases, open and answered": listOf(
    addCase,
    (turn: At<CasePlace>, limit) => asHere((tx) => listCases(tx, { turn, limit })),
    ({ state, madeAt, id }) => ({ state, at: madeAt, id }),
    idOf,
  ),
  "deliveries of a webhook": listOf(
    addDelivery,
    (turn: At<MomentPlace>, limit) =>
      asHere((tx) => listDeliveries(tx, { agencyId: here.agencyId, id: endpointId }, { turn, limit })),
    ({ happenedAt, id }) => ({ at: happenedAt, id }),
    idOf,
  ),
  "blocks of slips": listOf(
    addBlock,
    (turn: At<MomentPlace>, limit) => asHere((tx) => listBlocks(tx, here.agencyId, { turn, limit })),
    ({ madeAt, id }) => ({ at: madeAt, id }),
    idOf,
  ),
};

async function addCase(): Promise<void> {
  const bytes = Buffer.from([1]);
  await all`insert into look_case (person_id, id, look_id, agency_id, data_key, sealed, state, made_at)
    values (${person.id}, ${uuid()}, ${await addLook()}, ${here.agencyId}, ${bytes}, ${bytes},
      ${added % 2 ? "open" : "answered"}, ${moment()})`;
}

async function addDelivery(): Promise<void> {
  await all`insert into webhook_delivery (agency_id, id, endpoint_id, event, person_id, code_id, happened_at, state, attempts, due_at)
    values (${here.agencyId}, ${uuid()}, ${endpointId}, 'service_code.issued', ${person.id}, ${uuid()}, ${moment()}, 'waiting', 0,
      ${moment()})`;
}

async function addBlock(): Promise<void> {
  const id = uuid();
  added += 1;
  await all`insert into slip_block (agency_id, id, count, made_by, made_at, request_key)
    values (${here.agencyId}, ${id}, 1, ${here.staffId}, ${moment()}, ${id})`;
  await all`insert into slip (agency_id, code, block_id, number, state)
    values (${here.agencyId}, ${`PP${String(9_000_000_000 + added)}`}, ${id}, 1, 'blank')`;
}

async function addLook(): Promise<string> {
  const id = uuid();
  await all`insert into look (person_id, id, at, agency_id, staff_id, what, purpose)
    values (${person.id}, ${id}, ${moment()}, ${here.agencyId}, ${here.staffId}, 'visit', 'ทดสอบ')`;
  return id;
}

for (const [name, list] of Object.entries(lists)) {
  test(`${name}: forward and back while more arrives, what was there is shown once, in order`, async () => {
    for (let made = 0; made < 5; made += 1) await list.add();
    const walk = async (size: number, arrivals: readonly number[]) => {
      const start = (await list.first(10_000)).keys;
      const waiting = [...arrivals];
      const arrive = async () => {
        for (let left = waiting.shift() ?? 0; left > 0; left -= 1) await list.add();
      };
      let page = await list.first(size);
      const forward = [...page.keys];
      while (page.next) {
        await arrive();
        page = await page.next();
        forward.push(...page.keys);
      }
      const back = [...page.keys];
      while (page.previous) {
        await arrive();
        page = await page.previous();
        back.unshift(...page.keys);
      }
      for (const keys of [forward, back]) {
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.filter((each) => start.includes(each))).toEqual(start);
      }
    };
    const sizes = fc.integer({ min: 2, max: 4 });
    const arrivals = fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 6 });
    await fc.assert(fc.asyncProperty(sizes, arrivals, walk), { numRuns: 6 });
  });
}
