import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { openFacility } from "../../../tests/support/facilities.ts";
import { layVisit, layPerson } from "../../../tests/support/lay-visits.ts";
import { granted, refusal, registered, somebody } from "../../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { cardRegistryStandIn } from "../../adapters/card-registry-stand-in.ts";
import type { Staff } from "../../kernel/actor.ts";
import { askCitizen } from "./ask-citizen.ts";
import { judgeReconciliation } from "./judge-reconciliation.ts";
import { startReconciliation } from "./start-reconciliation.ts";

let world: TestWorld;
let all: postgres.Sql;
let here: string;
let staff: Staff;

beforeAll(async () => {
  world = await testWorld({
    sms: { available: true, send: () => Promise.resolve({ kind: "sent" }) },
    cardRegistry: cardRegistryStandIn(0),
    pinHash: lightPinHash,
  });
  all = postgres(world.database.superuserUrl, { max: 1 });
  here = await openFacility(world.ports);
  staff = { kind: "staff", staffId: world.ports.random.uuid(), agencyId: here, level: "facility_admin" };
});
afterAll(async () => {
  await all.end();
  await world.close();
});

async function listOf(...lines: string[]): Promise<string> {
  const bytes = Buffer.from(["PID,วันที่,บริการ", ...lines].join("\n"));
  const input = { fileName: "a.csv", bytes, purpose: "x", requestKey: world.ports.random.uuid() };
  const { reconciliationId } = await granted(startReconciliation(world.ports, staff, input));
  await judgeReconciliation(world.ports, staff, reconciliationId);
  return reconciliationId;
}
const ask = (id: string, line: number, actor = staff) =>
  askCitizen(world.ports, actor, { id, line, purpose: "ขอให้ขอรหัส" });

test("a citizen whose code is missing today is asked in LINE, once, and sees who looked", async () => {
  const typist = somebody();
  const { personId, lineUserId } = await registered(world.ports, typist);
  const id = await listOf(`${typist.citizenId},21/11/2569,PG0060001`);
  await granted(ask(id, 2));
  expect(await refusal(ask(id, 2))).toEqual({ kind: "citizen_asked_before" });
  const notices = await all`select line_user_id, refs from notice where kind = 'code_wanted'`;
  expect(notices).toEqual([{ line_user_id: lineUserId, refs: { agencyId: here, serviceType: "PG0060001" } }]);
  const looks = await all`select what, purpose, subject_id from look where person_id = ${personId}`;
  expect(looks[0]).toEqual({ what: "reconciliation", purpose: "ขอให้ขอรหัส", subject_id: id });
});

test("a row that has its code, is of another day or cannot be read asks nobody", async () => {
  const person = await layPerson(world.ports);
  await layVisit(world.ports, all, { agencyId: here, person, at: new Date("2026-11-21T08:00:00+07:00") });
  const id = await listOf(
    `${person.citizenId},21/11/2569,PG0060001`,
    `${person.citizenId},20/11/2569,PG0060001`,
    `1,21/11/2569,PG0060001`,
  );
  for (const line of [2, 3, 4]) expect(await refusal(ask(id, line))).toEqual({ kind: "row_settled" });
  expect(await refusal(ask(id, 9))).toEqual({ kind: "reconciliation_not_found" });
});

test("a person who is not in LINE is said so; another facility's list is not found", async () => {
  const person = await layPerson(world.ports);
  const id = await listOf(`${person.citizenId},21/11/2569,PG0060001`);
  expect(await refusal(ask(id, 2))).toEqual({ kind: "citizen_not_in_line" });
  const other = { ...staff, agencyId: await openFacility(world.ports, { hcode: "99902" }) };
  expect(await refusal(ask(id, 2, other))).toEqual({ kind: "reconciliation_not_found" });
});
