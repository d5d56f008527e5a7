import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bareStaff } from "../../../tests/support/bare-staff.ts";
import { openFacility } from "../../../tests/support/facilities.ts";
import { layPerson, layVisit, type LaidPerson } from "../../../tests/support/lay-visits.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import type { Staff } from "../../kernel/actor.ts";
import { listExportedPeople } from "../../identity/store/exported-people.ts";
import { parsePhone } from "../../kernel/phone.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import { claimColumns } from "../claim-sheet.ts";
import type { ClaimFilter } from "../claim-filter.ts";
import { onward } from "../../kernel/keyset.ts";
import { claimsAPage, findClaimPerson, seeClaims } from "./see-claims.ts";
import { seeExport } from "./see-export.ts";
import { startExport } from "./start-export.ts";
import { stopExport } from "./stop-export.ts";
import { linesARead, writeExport } from "./write-export.ts";

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
  level: "facility_admin",
});
const filter: ClaimFilter = {
  from: "2026-11-01" as BangkokDay,
  until: "2026-11-21" as BangkokDay,
  service: null,
  status: null,
  personId: null,
};
const purpose = "ทำรายงาน";
const at = (text: string) => new Date(`${text}+07:00`);

beforeAll(async () => {
  world = await testWorld();
  const { ports } = world;
  all = postgres(world.database.superuserUrl, { max: 1 });
  here = await openFacility(ports);
  elsewhere = await openFacility(ports, { hcode: "99902" });
  [ann, ben] = [await layPerson(ports), await layPerson(ports, { firstName: null, lastName: null })];
  const mobile = parsePhone("0812345678");
  if (!mobile.ok) throw new Error("phone");
  const contact = {
    mobile: mobile.value,
    telephones: ["025103221"],
    mainRight: "(UCS) ก",
    subRight: "(89) ข",
  };
  await layVisit(ports, all, {
    agencyId: here,
    person: ann,
    at: at("2026-11-20T09:05:00"),
    services: ["PG0060001", "PG0130001"],
    way: "card",
    hn: "=1+1",
    contact,
    madeBy: ports.random.uuid(),
  });
  const cancelled = { codeStatus: "cancelled", cancelReason: "บันทึกผิดคน" } as const;
  await layVisit(ports, all, { agencyId: here, person: ben, at: at("2026-11-19T10:00:00"), ...cancelled });
  await layVisit(ports, all, {
    agencyId: here,
    person: ben,
    at: at("2026-11-18T10:00:00"),
    visitStatus: "draft",
  });
  await layVisit(ports, all, { agencyId: here, person: ben, at: at("2026-10-31T23:59:59") });
  await layVisit(ports, all, { agencyId: elsewhere, person: ann, at: at("2026-11-20T10:00:00") });
});
afterAll(async () => {
  await all.end();
  await world.close();
});

let requests = 0;
const start = (more: Partial<ClaimFilter> = {}, kind: "xlsx" | "csv" = "csv", staff = staffAt(here)) =>
  startExport(world.ports, staff, {
    filter: { ...filter, ...more },
    kind,
    purpose,
    requestKey: String(requests++),
  });

async function rowsOf(exportId: string): Promise<readonly (readonly unknown[])[]> {
  const { file } = await granted(writeExport(world.ports, staffAt(here), exportId));
  const bytes = new Uint8Array(
    await new Response(file as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer(),
  );
  const table = await world.ports.workbook.read(bytes, { rows: 5000, columns: 30 });
  if (!table.ok) throw new Error(table.refusal.kind);
  return table.value.map(({ cells }) => cells);
}

test.each(["csv", "xlsx"] as const)(
  "the %s holds the facility's codes and drafts of the days, latest first",
  async (kind) => {
    const { exportId } = await start({}, kind);
    const [header, ...rows] = await rowsOf(exportId);
    expect(header).toEqual(claimColumns);
    const some = rows.map((cells) =>
      [2, 3, 5, 6, 11, 13, 15, 17, 19, 23].map((column) => cells[column] ?? ""),
    );
    expect(some).toEqual([
      [
        ann.citizenId,
        "สมหญิง ใจดี",
        "0812345678,025103221",
        "(UCS) ก",
        expect.any(String),
        "=1+1",
        "20/11/2569",
        "ยืนยันแล้ว",
        "ตรวจสอบสิทธิด้วย Smart Card",
        "",
      ],
      [
        ann.citizenId,
        "สมหญิง ใจดี",
        "0812345678,025103221",
        "(UCS) ก",
        expect.any(String),
        "=1+1",
        "20/11/2569",
        "ยืนยันแล้ว",
        "ตรวจสอบสิทธิด้วย Smart Card",
        "",
      ],
      [
        ben.citizenId,
        "",
        "",
        "",
        "PG0060001",
        "",
        "19/11/2569",
        "ยกเลิก",
        "ตรวจสอบสิทธิด้วย QR CODE ผ่าน LINE",
        "บันทึกผิดคน",
      ],
      [
        ben.citizenId,
        "",
        "",
        "",
        "PG0060001",
        "",
        "18/11/2569",
        "รอยืนยัน",
        "ตรวจสอบสิทธิด้วย QR CODE ผ่าน LINE",
        "",
      ],
    ]);
    expect(await granted(seeExport(world.ports, staffAt(here), exportId))).toMatchObject({
      state: "done",
      done: 4,
      total: 4,
    });
  },
);

test.each([
  [{ service: "PG0130001" }, 1],
  [{ status: "draft" }, 1],
  [{ status: "confirmed" }, 2],
  [{ status: "cancelled" }, 1],
  [{ from: "2026-10-31" }, 5],
  [{ from: "2026-11-20", until: "2026-11-20" }, 2],
])("%j gives as many lines as were counted before", async (more, lines) => {
  const { exportId } = await start(more as Partial<ClaimFilter>);
  const rows = await rowsOf(exportId);
  expect(rows).toHaveLength(lines + 1);
  expect(await granted(seeExport(world.ports, staffAt(here), exportId))).toMatchObject({
    total: lines,
    done: lines,
  });
});

test("an export is written in the audit and as a look at everybody in its days; one person's as a look at them", async () => {
  const staff = staffAt(here);
  const { exportId } = await start({}, "xlsx", staff);
  const [bulk] = await all`select * from bulk_look where id = ${exportId}`;
  expect(bulk).toMatchObject({ agency_id: here, staff_id: staff.staffId, what: "export", purpose, rows: 4 });
  const [entry] = await all`select * from audit_entry where subject_id = ${exportId}`;
  expect(entry).toMatchObject({ action: "claims.export_started", actor_id: staff.staffId });
  expect(entry!["refs"]).toMatchObject({ kind: "xlsx", rows: 4 });

  const { exportId: ofOne } = await start({ personId: ben.id });
  expect(await all`select 1 from bulk_look where id = ${ofOne}`).toHaveLength(0);
  expect(await all`select person_id from look where subject_id = ${ofOne}`).toEqual([{ person_id: ben.id }]);
  expect((await rowsOf(ofOne)).slice(1).map((cells) => cells[2])).toEqual([ben.citizenId, ben.citizenId]);
});

test("sent twice, a request makes one export; a file is written once", async () => {
  const once = { filter, kind: "csv", purpose, requestKey: "same" } as const;
  const first = await startExport(world.ports, staffAt(here), once);
  expect(await startExport(world.ports, staffAt(here), once)).toEqual(first);
  await rowsOf(first.exportId);
  expect(await refusal(writeExport(world.ports, staffAt(here), first.exportId))).toEqual({
    kind: "export_taken",
  });
});

test("another facility finds neither the export nor its file, and cannot stop it", async () => {
  const { exportId } = await start();
  const other = staffAt(elsewhere);
  const missing = { kind: "export_not_found" };
  expect(await refusal(seeExport(world.ports, other, exportId))).toEqual(missing);
  expect(await refusal(writeExport(world.ports, other, exportId))).toEqual(missing);
  expect(await refusal(stopExport(world.ports, other, exportId))).toEqual(missing);
  expect(await granted(seeExport(world.ports, staffAt(here), exportId))).toMatchObject({ state: "waiting" });
});

test("a function call by hand reads nobody without a look that was written before", async () => {
  const { exportId } = await start({ from: "2026-11-20" as BangkokDay });
  const read = (agencyId: string, lookId: string) =>
    world.ports.db.as(staffAt(agencyId), (tx) =>
      listExportedPeople(world.ports, tx, agencyId, lookId, [ann.id, ben.id]),
    );
  expect((await read(here, exportId)).map(({ id }) => id)).toEqual([ann.id]);
  expect(await read(here, world.ports.random.uuid())).toEqual([]);
  expect(await read(elsewhere, exportId)).toEqual([]);
});

/** A facility with more lines than are read at once. */
async function crowdedFacility(hcode: string): Promise<string> {
  const agencyId = await openFacility(world.ports, { hcode });
  for (let made = 0; made < linesARead + 5; made++) {
    await layVisit(world.ports, all, {
      agencyId,
      person: ann,
      at: new Date(at("2026-11-20T00:00:00").getTime() + made * 1000),
      codeStatus: "cancelled",
    });
  }
  return agencyId;
}

test("an export that is stopped breaks off before its next lines and says so; one that waits ends at once", async () => {
  const waiting = await start();
  await granted(stopExport(world.ports, staffAt(here), waiting.exportId));
  expect(await granted(seeExport(world.ports, staffAt(here), waiting.exportId))).toMatchObject({
    state: "cancelled",
  });

  const staff = staffAt(await crowdedFacility("99903"));
  const { exportId } = await start({}, "csv", staff);
  const { file } = await granted(writeExport(world.ports, staff, exportId));
  const reader = file.getReader();
  expect((await reader.read()).done).toBe(false);
  await granted(stopExport(world.ports, staff, exportId));
  await expect(
    (async () => {
      while (!(await reader.read()).done);
    })(),
  ).rejects.toThrow();
  expect(await granted(seeExport(world.ports, staff, exportId))).toMatchObject({
    state: "cancelled",
    total: linesARead + 5,
  });
});

test("an export breaks off before its next lines once the right of who takes it has ended", async () => {
  const agencyId = await crowdedFacility("99909");
  const staffId = await bareStaff(world.ports, { agencyId, level: "facility_admin", state: "active" });
  const staff = { ...staffAt(agencyId), staffId };
  const { exportId } = await start({}, "csv", staff);
  const { file } = await granted(writeExport(world.ports, staff, exportId));
  const reader = file.getReader();
  expect((await reader.read()).done).toBe(false);
  await all`update staff set state = 'ended' where id = ${staffId}`;
  await expect(
    (async () => {
      while (!(await reader.read()).done);
    })(),
  ).rejects.toThrow();
  expect(await granted(seeExport(world.ports, staffAt(agencyId), exportId))).toMatchObject({
    state: "cancelled",
  });
});

test("a fault in the middle ends the file, is logged, and the file tells nothing of it", async () => {
  const logged: string[] = [];
  const log = { ...world.ports.log, error: (event: string) => void logged.push(event) };
  const { exportId } = await start();
  const vault = {
    ...world.ports.vault,
    open: () => {
      throw new Error("secret");
    },
  };
  const { file } = await granted(writeExport({ ...world.ports, log, vault }, staffAt(here), exportId));
  const taken = new Response(file as ReadableStream<Uint8Array<ArrayBuffer>>).text();
  await expect(taken).rejects.toThrow(/^$/);
  expect(logged).toEqual(["export.failed"]);
  expect(await granted(seeExport(world.ports, staffAt(here), exportId))).toMatchObject({ state: "failed" });
});

test("a receiver that goes away leaves a cancelled export, and no transaction is open between two reads", async () => {
  const { exportId } = await start();
  const { file } = await granted(writeExport(world.ports, staffAt(here), exportId));
  const reader = file.getReader();
  await reader.read();
  const open = await all`select 1 from pg_stat_activity where datname = current_database()
    and state = 'idle in transaction' and usename = 'pratu_app'`;
  expect(open).toHaveLength(0);
  await reader.cancel();
  const { state } = await granted(seeExport(world.ports, staffAt(here), exportId));
  expect(["cancelled", "done"]).toContain(state);
});

test("pages of the list follow one another without gap or repetition, and each person on them is looked at", async () => {
  const crowd = await openFacility(world.ports, { hcode: "99904" });
  const staff = staffAt(crowd);
  for (let made = 0; made < claimsAPage + 10; made++) {
    const day = 1 + (made % 20);
    await layVisit(world.ports, all, {
      agencyId: crowd,
      person: ben,
      at: at(`2026-11-${String(day).padStart(2, "0")}T10:00:00`),
      codeStatus: "cancelled",
    });
  }
  const first = await seeClaims(world.ports, staff, { filter, order: "latest", turn: null, purpose });
  const second = await seeClaims(world.ports, staff, {
    filter,
    order: "latest",
    turn: onward(first.next),
    purpose,
  });
  const keys = [...first.claims, ...second.claims].map(({ line }) => line.key);
  expect([first.claims.length, second.claims.length, first.total, second.next]).toEqual([
    claimsAPage,
    10,
    claimsAPage + 10,
    null,
  ]);
  expect(new Set(keys).size).toBe(claimsAPage + 10);
  const looks = await all`select what, purpose from look where agency_id = ${crowd}`;
  expect(looks).toEqual([
    { what: "visit_list", purpose },
    { what: "visit_list", purpose },
  ]);
});

test("a number becomes the id of its person; an unknown or impossible one is refused", async () => {
  const find = (text: string) => findClaimPerson(world.ports, staffAt(here), { text, purpose });
  expect(await granted(find(ann.citizenId))).toEqual({ personId: ann.id });
  expect(await refusal(find("1234567890121"))).toEqual({ kind: "person_unknown" });
  expect(await refusal(find("123"))).toMatchObject({ kind: "citizen_id_length" });
});
