import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { holderCsv, listedHolder, nextCode } from "../../../tests/support/holder-lists.ts";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import {
  issuedSeats,
  namedHolder,
  openTreasury,
  staffOf,
  type Treasury,
} from "../../../tests/support/seats.ts";
import { bringHolders } from "./bring-holders.ts";
import {
  beginHolders,
  makeImportedHolders,
  purgeImports,
  rowsARound,
  takeUpImports,
} from "./make-imported-holders.ts";
import { seeImport, seeImportRows } from "./see-import.ts";

let world: TestWorld;
let all: postgres.Sql;
let treasury: Treasury;
let town: Town;
let townName: string;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  treasury = await openTreasury(world.ports);
  town = await openTown(world.ports);
  townName = await nameOf(town);
});
afterAll(async () => {
  await all.end();
  await world.close();
});

async function nameOf({ agencyId }: Town): Promise<string> {
  const [row] = await all`select name_th from agency where id = ${agencyId}`;
  return String(row?.["name_th"]);
}

async function bring(csv: string, of = treasury, requestKey = world.ports.random.uuid()): Promise<string> {
  const bytes = new TextEncoder().encode(csv);
  const brought = bringHolders(world.ports, of.registrar, { fileName: "ผู้ถือสิทธิ.csv", bytes, requestKey });
  return (await granted(brought)).importId;
}

async function make(importId: string, of = treasury): Promise<void> {
  await granted(beginHolders(world.ports, of.registrar, { importId }));
  await makeImportedHolders(world.ports, of.registrar, importId);
}

const seen = (importId: string) => granted(seeImport(world.ports, treasury.registrar, importId));
const faultsOf = async (importId: string, of = treasury) => {
  const asked = { id: importId, state: null, after: 0 };
  const { rows } = await seeImportRows(world.ports, of.registrar, asked);
  return rows.map(({ faults }) => faults.map(({ column, kind }) => `${column} ${kind}`).join(", "));
};
const count = async (table: string) => {
  const [row] = await all`select count(*)::int as rows from ${all(table)}`;
  return Number(row?.["rows"]);
};

test("nothing is made before the button is pressed; then each row gets its seat, holder and link, and keeps its code", async () => {
  const rows = [
    listedHolder({ agency: townName }),
    listedHolder({ agency: townName, device: "Username/Password" }),
  ];
  const before = [await count("seat"), await count("seat_holding")];
  const importId = await bring(holderCsv(rows));
  expect([await count("seat"), await count("seat_holding")]).toEqual(before);
  expect(await seen(importId)).toMatchObject({ state: "judged", counts: { ready: 2, faulty: 0, made: 0 } });
  await make(importId);
  expect(await seen(importId)).toMatchObject({ state: "done", counts: { ready: 0, faulty: 0, made: 2 } });
  const kept = await all`select s.user_code, h.state, h.order_id, d.kind, d.serial,
      (select count(*)::int from seat_link l where l.holding_id = h.id) as links
    from seat s join seat_holding h on h.seat_id = s.id join old_device d on d.holding_id = h.id
    where s.user_code in ${all(rows.map(({ userCode }) => userCode))} order by s.user_code`;
  const common = { state: "named", order_id: null, links: 1 };
  expect(kept).toMatchObject([
    { ...common, user_code: rows[0]?.userCode, kind: "token_key", serial: rows[0]?.device },
    { ...common, user_code: rows[1]?.userCode, kind: "password", serial: null },
  ]);
});

test.each([
  [{ agency: "" }, "agency agency_empty"],
  [{ agency: "เทศบาลที่ไม่มี" }, "agency agency_unknown"],
  [{ userCode: "" }, "userCode user_code_empty"],
  [{ userCode: "A75" }, "userCode user_code_shape"],
  [{ citizenId: "" }, "citizenId citizen_id_empty"],
  [{ citizenId: "1.23E+12" }, "citizenId citizen_id_rounded"],
  [{ citizenId: "1234567890123" }, "citizenId citizen_id_checksum"],
  [{ firstName: "" }, "firstName name_empty"],
  [{ lastName: '=HYPERLINK("x")' }, "lastName name_character"],
  [{ position: "" }, "position position_empty"],
  [{ email: "=cmd@x" }, "email email_shape"],
  [{ mobile: "02-123-4567" }, "mobile mobile_wrong"],
  [{ device: "" }, "device device_empty"],
  [{ device: "=1+1" }, "device device_unknown"],
] as const)("a row with %o is faulty, and tells by which column: %s", async (wrong, told) => {
  const rows = [listedHolder({ agency: townName, ...wrong }), listedHolder({ agency: townName })];
  expect(await faultsOf(await bring(holderCsv(rows)))).toEqual([told, ""]);
});

test("a row that cannot be read is told of an unknown agency in the same go", async () => {
  const row = listedHolder({ agency: "หน่วยงานที่ไม่มี", position: "" });
  expect(await faultsOf(await bring(holderCsv([row])))).toEqual([
    "agency agency_unknown, position position_empty",
  ]);
});

test("of two rows that stand against each other the later one is faulty", async () => {
  const first = listedHolder({ agency: townName, userCode: nextCode("01") });
  const { citizenId, email, device, userCode } = first;
  const rows = [
    first,
    listedHolder({ agency: townName, userCode }),
    listedHolder({ agency: townName, email }),
    listedHolder({ agency: townName, device }),
    listedHolder({ agency: townName, citizenId, userCode: nextCode("02") }),
  ];
  expect(await faultsOf(await bring(holderCsv(rows)))).toEqual([
    "",
    "userCode code_twice",
    "email email_twice",
    "device serial_twice",
    "citizenId both_approvals",
  ]);
});

test("what is known already stands against a row: another agency's code, a seat that is taken, the other approval", async () => {
  const other = await openTown(world.ports);
  const seats = await issuedSeats(world.ports, treasury, other.agencyId);
  const head = await staffOf(world.ports, other.agencyId, "seat_head");
  const { facts } = await namedHolder(world.ports, head, seats.approver1.id);
  const agency = seats.recorder.code.slice(0, 11);
  const rows = [
    listedHolder({ agency: townName, userCode: seats.recorder.code }),
    listedHolder({ agency, userCode: seats.approver1.code }),
    listedHolder({ agency, userCode: seats.approver1.code, citizenId: facts.citizenId }),
    listedHolder({ agency, userCode: seats.approver2.code, citizenId: facts.citizenId }),
    listedHolder({ agency, userCode: seats.recorder.code }),
  ];
  expect(await faultsOf(await bring(holderCsv(rows)))).toEqual([
    "userCode code_taken",
    "userCode seat_occupied",
    "citizenId person_named",
    "citizenId both_approvals",
    "",
  ]);
});

test("an agency of another central office is refused row by row, and its list is not found", async () => {
  const elsewhere = await openTreasury(world.ports);
  await issuedSeats(world.ports, treasury, town.agencyId);
  const importId = await bring(holderCsv([listedHolder({ agency: townName })]), elsewhere);
  expect(await faultsOf(importId, elsewhere)).toEqual(["agency agency_foreign"]);
  const begun = beginHolders(world.ports, treasury.registrar, { importId });
  expect(await refusal(begun)).toEqual({ kind: "import_not_found" });
  expect(await refusal(seeImport(world.ports, treasury.registrar, importId))).toEqual({
    kind: "import_not_found",
  });
});

test("a table without the columns, or without a row, is refused as a whole", async () => {
  const input = { fileName: "x.csv", requestKey: "k" };
  const sent = (text: string) =>
    bringHolders(world.ports, treasury.registrar, { ...input, bytes: new TextEncoder().encode(text) });
  expect(await refusal(sent("หน่วยงาน,รหัสผู้ใช้งาน\r\nก,ข"))).toMatchObject({
    kind: "header_missing",
    missing: ["citizenId", "firstName", "lastName", "position", "email", "mobile", "device"],
  });
  expect(await refusal(sent(holderCsv([])))).toEqual({ kind: "list_empty" });
});

test("the same form sent twice keeps one list, and the same list brought again names nobody twice", async () => {
  const csv = holderCsv([listedHolder({ agency: townName })]);
  const requestKey = world.ports.random.uuid();
  const importId = await bring(csv, treasury, requestKey);
  expect(await bring(csv, treasury, requestKey)).toBe(importId);
  await make(importId);
  const before = await count("seat_holding");
  await make(importId);
  expect(await faultsOf(await bring(csv))).toEqual(["citizenId person_named"]);
  expect(await count("seat_holding")).toBe(before);
});

test("two lists at once make each holder once", async () => {
  const rows = Array.from({ length: 8 }, () => listedHolder({ agency: townName }));
  const before = await count("seat_holding");
  const [one, two] = [await bring(holderCsv(rows)), await bring(holderCsv(rows.toReversed()))];
  await Promise.all([make(one), make(two)]);
  expect(await count("seat_holding")).toBe(before + rows.length);
  expect([(await seen(one)).state, (await seen(two)).state]).toEqual(["done", "done"]);
});

test("a row that became wrong after it was looked at is told and not made, and the others go on", async () => {
  const [wrong, sound] = [listedHolder({ agency: townName }), listedHolder({ agency: townName })];
  const importId = await bring(holderCsv([wrong, sound]));
  await make(await bring(holderCsv([listedHolder({ agency: townName, userCode: wrong.userCode })])));
  await make(importId);
  expect(await faultsOf(importId)).toEqual(["userCode seat_occupied", ""]);
  expect((await seen(importId)).counts).toEqual({ ready: 0, faulty: 1, made: 1 });
});

test("what was left behind by a server that stopped goes on, and a list goes after its days", async () => {
  const importId = await bring(holderCsv([listedHolder({ agency: townName })]));
  await granted(beginHolders(world.ports, treasury.registrar, { importId }));
  const sweeper = { kind: "system", job: "sweeper" } as const;
  await takeUpImports(world.ports, sweeper);
  expect(await seen(importId)).toMatchObject({ state: "done", counts: { made: 1 } });
  world.clock.pass(31 * 86_400);
  await purgeImports(world.ports, sweeper);
  expect(await count("holder_import")).toBe(0);
});

test("five thousand holders are judged; a round makes some of them, and leaves the rest to the next", async () => {
  const rows = Array.from({ length: 5_000 }, () => listedHolder({ agency: townName }));
  const before = await count("seat_holding");
  const importId = await bring(holderCsv(rows));
  expect((await seen(importId)).counts).toEqual({ ready: 5_000, faulty: 0, made: 0 });
  await granted(beginHolders(world.ports, treasury.registrar, { importId }));
  await takeUpImports(world.ports, { kind: "system", job: "sweeper" });
  const counts = { ready: 5_000 - rowsARound, faulty: 0, made: rowsARound };
  expect(await seen(importId)).toMatchObject({ state: "running", counts });
  expect(await count("seat_holding")).toBe(before + rowsARound);
}, 60_000);
