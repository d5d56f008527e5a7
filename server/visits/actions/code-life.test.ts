import { afterAll, beforeAll, expect, test } from "vitest";
import { generalCare, hangQr, haemodialysis } from "../../../tests/support/facilities.ts";
import { granted, registered, somebody, type Typist } from "../../../tests/support/people.ts";
import { kindOf, twoFacilities, type TwoFacilities } from "../../../tests/support/two-facilities.ts";
import type { Citizen, Staff } from "../../kernel/actor.ts";
import { askCode } from "./ask-code.ts";
import { cancelCodeHere } from "./cancel-code-here.ts";
import { closeCode } from "./close-code.ts";
import { expireCodes } from "./expire-codes.ts";
import { seePersonHistory } from "./see-person-history.ts";
import { takeScan } from "./take-scan.ts";
import { useCode } from "./use-code.ts";

let two: TwoFacilities;
let world: TwoFacilities["world"];
let sql: TwoFacilities["sql"];
let clerk: Staff;
let elsewhere: Staff;

beforeAll(async () => {
  two = await twoFacilities("facility_admin");
  ({ world, sql, own: clerk, stranger: elsewhere } = two);
});
afterAll(() => two.close());

/** A code that a citizen asked for by the QR of a facility. */
async function asked(
  at = clerk,
  who?: Citizen,
  service = generalCare,
): Promise<{ citizen: Citizen; codeId: string }> {
  const citizen = who ?? (await registered(world.ports, somebody()));
  const qr = await hangQr(world.ports, at.agencyId, "screen", service);
  const { ticket } = await granted(takeScan(world.ports, { kind: "gate" }, { token: qr.token() }));
  const { codeId } = await granted(askCode(world.ports, citizen, { ticket, delegationId: null }));
  return { citizen, codeId };
}

const statusOf = async (codeId: string) =>
  (await sql`select status from service_code where id = ${codeId}`)[0]?.["status"] as string;

test("a code is used, then closed with a closing code, once", async () => {
  const { codeId } = await asked();
  await granted(useCode(world.ports, clerk, { codeId }));
  await granted(useCode(world.ports, clerk, { codeId }));
  const first = await granted(closeCode(world.ports, clerk, { codeId }));
  expect(first.closingCode).toMatch(/^EP\d{10}$/);
  expect(await granted(closeCode(world.ports, clerk, { codeId }))).toEqual(first);
  expect(kindOf(await useCode(world.ports, clerk, { codeId }))).toBe("code_move_refused");
});

test("closing at once marks it used on the way; twenty closings at once give one closing code", async () => {
  const { codeId } = await asked();
  const closings = await Promise.all(
    Array.from({ length: 20 }, () => granted(closeCode(world.ports, clerk, { codeId }))),
  );
  expect(new Set(closings.map(({ closingCode }) => closingCode)).size).toBe(1);
  const [row] = await sql`select used_at, closed_at from service_code where id = ${codeId}`;
  expect([row?.["used_at"], row?.["closed_at"]]).not.toContain(null);
});

test("closing codes tell nothing of service codes", async () => {
  const { codeId } = await asked();
  const { closingCode } = await granted(closeCode(world.ports, clerk, { codeId }));
  const [row] =
    await sql`select count(*)::int as n from service_code where code = ${`PP${closingCode.slice(2)}`}`;
  expect(row?.["n"]).toBe(0);
  expect(world.ports.keys.closingCode).not.toEqual(world.ports.keys.serviceCode);
});

test("an admin cancels with a reason until it is closed, and the citizen is told", async () => {
  const { citizen, codeId } = await asked();
  await granted(useCode(world.ports, clerk, { codeId }));
  expect(kindOf(await cancelCodeHere(world.ports, clerk, { codeId, reason: "  " }))).toBe(
    "cancel_reason_missing",
  );
  await granted(cancelCodeHere(world.ports, clerk, { codeId, reason: "บันทึกผิดคน" }));
  const notices =
    await sql`select 1 from notice where kind = 'code_cancelled' and person_id = ${citizen.personId}`;
  expect(notices).toHaveLength(1);
  const [row] = await sql`select cancel_reason, cancelled_by from service_code where id = ${codeId}`;
  expect([row?.["cancel_reason"], row?.["cancelled_by"]]).toEqual(["บันทึกผิดคน", clerk.staffId]);
  const closed = await asked();
  await granted(closeCode(world.ports, clerk, { codeId: closed.codeId }));
  expect(kindOf(await cancelCodeHere(world.ports, clerk, { codeId: closed.codeId, reason: "ผิด" }))).toBe(
    "code_move_refused",
  );
});

test("another facility's code, and ten thousand random ids, are not found and change nothing", async () => {
  const { codeId } = await asked();
  for (const move of [useCode, closeCode]) {
    expect(kindOf(await move(world.ports, elsewhere, { codeId }))).toBe("code_not_found");
  }
  expect(kindOf(await cancelCodeHere(world.ports, elsewhere, { codeId, reason: "x" }))).toBe(
    "code_not_found",
  );
  expect(await statusOf(codeId)).toBe("issued");
  const ids = Array.from({ length: 10_000 }, () => world.ports.random.uuid());
  const found = await world.ports.db.as(elsewhere, (tx) =>
    tx.execute(`select 1 from service_code where id = any('{${ids.join(",")},${codeId}}')`),
  );
  expect([...found]).toEqual([]);
});

test("codes nobody used expire after their day, in the database too, and are used no more", async () => {
  const { codeId } = await asked();
  const used = await asked();
  await granted(useCode(world.ports, clerk, { codeId: used.codeId }));
  expect(await expireCodes(world.ports, { kind: "system", job: "test" })).toBe(0);
  world.clock.pass(24 * 60 * 60);
  expect(kindOf(await useCode(world.ports, clerk, { codeId }))).toBe("code_move_refused");
  await expireCodes(world.ports, { kind: "system", job: "test" });
  expect([await statusOf(codeId), await statusOf(used.codeId)]).toEqual(["expired", "used"]);
});

test("a person's history elsewhere is told by day, service and facility, only with a reason they will read", async () => {
  const typist: Typist = somebody();
  const citizen = await registered(world.ports, typist);
  const away = await asked(elsewhere, citizen);
  await asked(clerk, citizen, haemodialysis);
  const history = (reason: string | null) =>
    seePersonHistory(world.ports, clerk, {
      citizenIdText: typist.citizenId,
      purpose: "ดูประวัติ",
      reason,
      here: null,
      elsewhere: null,
    });
  const own = await granted(history(null));
  expect([own.here.rows.length, own.elsewhere]).toEqual([1, null]);
  expect(kindOf(await history("สั้น"))).toBe("history_reason_short");
  const all = await granted(history("ตรวจสอบการรับบริการซ้ำในวันเดียวกัน"));
  expect(all.elsewhere?.rows).toMatchObject([{ facility: { nameTh: "คลินิกอื่น" } }]);
  const [code] = await sql`select code from service_code where id = ${away.codeId}`;
  expect(JSON.stringify(all.elsewhere)).not.toContain(String(code?.["code"]));
  const looks = await world.ports.db.as(citizen, (tx) =>
    tx.execute<{ purpose: string }>("select purpose from look where what = 'history_elsewhere'"),
  );
  expect([...looks].map(({ purpose }) => purpose)).toEqual(["ตรวจสอบการรับบริการซ้ำในวันเดียวกัน"]);
  const [audit] =
    await sql`select count(*)::int as n from audit_entry where action = 'person.looked_at_elsewhere'
    and person_id = ${citizen.personId}`;
  expect(audit?.["n"]).toBe(1);
});
