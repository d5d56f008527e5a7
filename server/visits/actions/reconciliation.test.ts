import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openFacility } from "../../../tests/support/facilities.ts";
import { layPerson, layVisit, type LaidPerson } from "../../../tests/support/lay-visits.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { onward } from "../../kernel/keyset.ts";
import type { Staff } from "../../kernel/actor.ts";
import { completeCitizenId } from "../../kernel/citizen-id.ts";
import { longestList } from "../visit-list.ts";
import { judgeReconciliation } from "./judge-reconciliation.ts";
import { purgeReconciliations } from "./purge-reconciliations.ts";
import { recheckReconciliation } from "./recheck-reconciliation.ts";
import { listRowsAPage, seeReconciliation, seeReconciliations } from "./see-reconciliation.ts";
import { startReconciliation } from "./start-reconciliation.ts";
import { writeReconciled, type ReconciledFile } from "./write-reconciled.ts";

let world: TestWorld;
let all: postgres.Sql;
let here: string;
let elsewhere: string;
let ann: LaidPerson;
let ben: LaidPerson;

const staffAt = (agencyId: string): Staff => ({
  kind: "staff",
  staffId: world.ports.random.uuid(),
  agencyId,
  level: "report_reader",
});
const at = (text: string) => new Date(`${text}+07:00`);
const header = "เลขบัตร,วันที่,รหัสบริการ,HN";

beforeAll(async () => {
  world = await testWorld();
  const { ports } = world;
  all = postgres(world.database.superuserUrl, { max: 1 });
  here = await openFacility(ports);
  elsewhere = await openFacility(ports, { hcode: "99902" });
  [ann, ben] = [await layPerson(ports), await layPerson(ports)];
  const closed = { agencyId: here, person: ann, at: at("2026-11-20T09:00:00") };
  const { codeIds } = await layVisit(ports, all, closed);
  await all`update service_code set status = 'used', used_at = issued_at, used_by = person_id where id = ${codeIds[0]!}`;
  await all`update service_code set status = 'closed', closed_at = issued_at, closing_code = 'EP0000000001'
    where id = ${codeIds[0]!}`;
  await layVisit(ports, all, {
    agencyId: here,
    person: ben,
    at: at("2026-11-21T08:00:00"),
    services: ["PG0130001"],
  });
  await layVisit(ports, all, { agencyId: elsewhere, person: ben, at: at("2026-11-20T08:00:00") });
});
afterAll(async () => {
  await all.end();
  await world.close();
});

let requests = 0;
const upload = (lines: readonly string[], staff = staffAt(here), requestKey = `r${requests++}`) =>
  startReconciliation(world.ports, staff, {
    fileName: "วันนี้.csv",
    bytes: Buffer.from([header, ...lines].join("\n")),
    purpose: "ตรวจก่อนส่งเบิก",
    requestKey,
  });

async function judged(lines: readonly string[], staff = staffAt(here)) {
  const { reconciliationId: id } = await granted(upload(lines, staff));
  await judgeReconciliation(world.ports, staff, id);
  return { id, ...(await granted(seeReconciliation(world.ports, staff, { id, kind: null, turn: null }))) };
}

test("each row of a list is judged against the facility's own codes", async () => {
  const stranger = completeCitizenId("399999999901");
  const { list, rows, counts } = await judged([
    `${ann.citizenId},20/11/2569,PG0060001,1`,
    `${ann.citizenId},20/11/2569,PG0060001,1`,
    `${ann.citizenId},21/11/2569,PG0060001,1`,
    `${ben.citizenId},21/11/2569,PG0130001,2`,
    `${ben.citizenId},2026-11-20,PG0060001,2`,
    `${stranger},21/11/2569,PG0060001,3`,
    `123,21/13/2569,PG0060001,4`,
  ]);
  expect(rows.map(({ line, kind, code }) => [line, kind, code !== null])).toEqual([
    [2, "matched", true],
    [3, "duplicate", false],
    [4, "missing", false],
    [5, "unclosed", true],
    [6, "missing", false],
    [7, "missing", false],
    [8, "bad_row", false],
  ]);
  expect(rows.at(-1)).toMatchObject({
    problems: ["citizen_id_length", "day_unreadable"],
    typed: { citizen_id: "123" },
  });
  expect(rows.map(({ mendings }) => mendings.length > 0)).toEqual([
    false,
    false,
    true,
    true,
    false,
    true,
    false,
  ]);
  expect(list).toMatchObject({ state: "done", done: 7, total: 7, fileName: "วันนี้.csv" });
  expect(Object.fromEntries(counts)).toEqual({
    matched: 1,
    duplicate: 1,
    missing: 3,
    unclosed: 1,
    bad_row: 1,
  });
});

test("a code for something else is the wrong service", async () => {
  const { rows } = await judged([`${ben.citizenId},21/11/2569,PG0060001,2`]);
  expect(rows[0]).toMatchObject({ kind: "wrong_service", codeService: "PG0130001" });
});

test("rows of one kind are shown alone, and pages follow one another", async () => {
  const many = Array.from({ length: listRowsAPage + 5 }, (_, made) => {
    const id = completeCitizenId(`4${String(10_000_000_000 + made)}`);
    return `${id},21/11/2569,PG0060001,`;
  });
  const { id, rows, next } = await judged([...many, "1,2,3,4"]);
  expect([rows.length, next]).toEqual([listRowsAPage, listRowsAPage + 1]);
  const see = (kind: "missing" | "bad_row", after: number | null) =>
    granted(seeReconciliation(world.ports, staffAt(here), { id, kind, turn: onward(after) }));
  expect((await see("missing", next)).rows).toHaveLength(5);
  expect((await see("bad_row", null)).rows.map(({ line }) => line)).toEqual([listRowsAPage + 7]);
});

test("after a code was issued, a recheck settles its row and leaves settled ones alone", async () => {
  const late = await layPerson(world.ports);
  const staff = staffAt(here);
  const { id } = await judged(
    [`${late.citizenId},21/11/2569,PG0060001,9`, `${ann.citizenId},20/11/2569,PG0060001,1`],
    staff,
  );
  await layVisit(world.ports, all, { agencyId: here, person: late, at: at("2026-11-21T09:00:00") });
  await granted(recheckReconciliation(world.ports, staff, id));
  await judgeReconciliation(world.ports, staff, id);
  const { rows, list } = await granted(seeReconciliation(world.ports, staff, { id, kind: null, turn: null }));
  expect(rows.map(({ kind }) => kind)).toEqual(["unclosed", "matched"]);
  expect(list).toMatchObject({ state: "done", done: 2 });
});

test("what was broken off is judged to the end by the next who looks, and never twice at once", async () => {
  const staff = staffAt(here);
  const lines = Array.from({ length: 1_200 }, (_, made) => {
    return `${completeCitizenId(`5${String(10_000_000_000 + made)}`)},21/11/2569,PG0060001,`;
  });
  const { reconciliationId: id } = await granted(upload(lines, staff));
  await Promise.all([1, 2, 3].map(() => judgeReconciliation(world.ports, staff, id)));
  await judgeReconciliation(world.ports, staff, id);
  const { list } = await granted(seeReconciliation(world.ports, staff, { id, kind: null, turn: null }));
  expect(list).toMatchObject({ state: "done", done: 1_200, total: 1_200 });
});

async function fileOf(id: string, file: ReconciledFile, kind: "csv" | "xlsx") {
  const say = { sheet: "ผล", line: "แถว", why: "เหตุ", row: (row: { kind: unknown }) => String(row.kind) };
  const stream = await granted(writeReconciled(world.ports, staffAt(here), { id, file, kind, say }));
  const bytes = new Uint8Array(
    await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer(),
  );
  const table = await world.ports.workbook.read(bytes, { rows: 100, columns: 10 });
  if (!table.ok) throw new Error(table.refusal.kind);
  return { bytes, rows: table.value.map(({ cells }) => cells) };
}

test.each(["csv", "xlsx"] as const)(
  "clean rows come back as a %s with their codes, the others with what is wrong",
  async (kind) => {
    const { id } = await judged([
      `${ann.citizenId},20/11/2569,PG0060001,007`,
      `=1+1,21/11/2569,PG0060001,4`,
      `${ben.citizenId},21/11/2569,PG0130001,2`,
    ]);
    const clean = await fileOf(id, "clean", kind);
    expect(clean.rows).toEqual([
      ["เลขบัตร", "วันที่เข้ารับบริการ", "รหัสบริการ", "HN CODE", "CLAIM CODE"],
      [ann.citizenId, "20/11/2569", "PG0060001", "007", expect.stringMatching(/^PP\d{10}$/)],
    ]);
    expect((await fileOf(id, "wrong", kind)).rows).toEqual([
      ["แถว", "เลขบัตร", "วันที่เข้ารับบริการ", "รหัสบริการ", "HN CODE", "เหตุ"],
      ["3", "=1+1", "21/11/2569", "PG0060001", "4", "bad_row"],
      ["4", ben.citizenId, "21/11/2569", "PG0130001", "2", "unclosed"],
    ]);
    const again = await granted(
      startReconciliation(world.ports, staffAt(here), {
        fileName: "a",
        bytes: clean.bytes,
        purpose: "x",
        requestKey: `again-${kind}`,
      }),
    );
    expect(again.reconciliationId).not.toBe(id);
  },
);

test("no row of a list stands readable in the database, and the look at its days is written", async () => {
  const staff = staffAt(here);
  const { id } = await judged(
    [`${ann.citizenId},20/11/2569,PG0060001,1`, `${ben.citizenId},18/11/2569,PG0060001,1`],
    staff,
  );
  const [dump] = await all`select string_agg(encode(sealed, 'escape'), '') as text from reconciliation_row
    where reconciliation_id = ${id}`;
  expect(dump!["text"]).not.toContain(ann.citizenId);
  const [look] =
    await all`select what, purpose, rows, from_day::text, until_day::text from bulk_look where id = ${id}`;
  expect(look).toEqual({
    what: "reconciliation",
    purpose: "ตรวจก่อนส่งเบิก",
    rows: 2,
    from_day: "2026-11-18",
    until_day: "2026-11-20",
  });
  const [entry] = await all`select action, actor_id from audit_entry where subject_id = ${id}`;
  expect(entry).toEqual({ action: "reconciliation.started", actor_id: staff.staffId });
});

test("another facility finds nothing of a list: no page, no file, no recheck", async () => {
  const { id } = await judged([`${ann.citizenId},20/11/2569,PG0060001,1`]);
  const other = staffAt(elsewhere);
  const missing = { kind: "reconciliation_not_found" };
  expect(await refusal(seeReconciliation(world.ports, other, { id, kind: null, turn: null }))).toEqual(
    missing,
  );
  expect(await refusal(recheckReconciliation(world.ports, other, id))).toEqual(missing);
  const say = { sheet: "ผล", line: "", why: "", row: () => "" };
  expect(await refusal(writeReconciled(world.ports, other, { id, file: "clean", kind: "csv", say }))).toEqual(
    missing,
  );
  expect(await seeReconciliations(world.ports, other)).toEqual([]);
});

test("a list is kept for thirty days and then gone with its rows", async () => {
  const { id } = await judged([`${ann.citizenId},20/11/2569,PG0060001,1`]);
  const kept = () => all`select 1 from reconciliation_row where reconciliation_id = ${id}`;
  const sweeper = { kind: "system", job: "test" } as const;
  const now = world.clock.now();
  world.clock.pass(30 * 24 * 60 * 60);
  await purgeReconciliations(world.ports, sweeper);
  expect(await kept()).toHaveLength(1);
  world.clock.pass(1);
  await purgeReconciliations(world.ports, sweeper);
  expect(await kept()).toHaveLength(0);
  world.clock.set(now);
});

test("sent twice, a list is kept once", async () => {
  const staff = staffAt(here);
  const first = await granted(upload([`${ann.citizenId},20/11/2569,PG0060001,1`], staff, "twice"));
  expect(await granted(upload([`${ann.citizenId},20/11/2569,PG0060001,1`], staff, "twice"))).toEqual(first);
});

test("a list is refused whole when it is no table, lacks a column or is too long", async () => {
  const start = (text: string) =>
    startReconciliation(world.ports, staffAt(here), {
      fileName: "x",
      bytes: Buffer.from(text),
      purpose: "x",
      requestKey: `bad${requests++}`,
    });
  expect(await refusal(start("%PDF-1.7"))).toEqual({ kind: "file_no_table" });
  expect(await refusal(start("PID,HN\n1,2"))).toMatchObject({ kind: "header_missing" });
  expect(await refusal(start(`${header}\n`))).toEqual({ kind: "list_empty" });
  const long = Array.from({ length: longestList + 1 }, () => "1,2,3,4").join("\n");
  expect(await refusal(start(`${header}\n${long}`))).toEqual({ kind: "list_long", rows: longestList });
});
