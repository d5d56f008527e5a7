import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../server/kernel/actor.ts";
import type { Database } from "../server/ports.ts";
import { createDatabase, type TestDatabase } from "../tests/support/database.ts";
import { openDatabase } from "./client.ts";

let test1: TestDatabase;
let db: Database;
beforeAll(async () => {
  test1 = await createDatabase();
  // One connection: whatever leaked from one transaction would be met by the next.
  db = openDatabase({ url: test1.appUrl, max: 1, closes: true });
});
afterAll(async () => {
  await db.close();
  await test1.drop();
});

const person = "018f0000-0000-7000-8000-000000000001";
const agency = "018f0000-0000-7000-8000-000000000002";
const citizen: Actor = { kind: "citizen", personId: person, channel: "c", lineUserId: "U1", unlocked: true };

const context = sql`select current_user::text as role, current_setting('app.person', true) as person,
  current_setting('app.agency', true) as agency, current_setting('app.line_user', true) as line_user`;

test.each<[Actor, Record<string, string>]>([
  [citizen, { role: "pratu_citizen", person, agency: "", line_user: "c/U1" }],
  [
    { kind: "visitor", channel: "c", lineUserId: "U2" },
    { role: "pratu_gate", person: "", agency: "", line_user: "c/U2" },
  ],
  [
    { kind: "staff", staffId: person, agencyId: agency, level: "clerk" },
    { role: "pratu_staff", person: "", agency, line_user: "" },
  ],
  [
    { kind: "staff", staffId: person, agencyId: agency, level: "registrar" },
    { role: "pratu_registrar", person: "", agency, line_user: "" },
  ],
  [
    { kind: "system", job: "sweep" },
    { role: "pratu_system", person: "", agency: "", line_user: "" },
  ],
  [{ kind: "gate" }, { role: "pratu_gate", person: "", agency: "", line_user: "" }],
])("works as $kind", async (actor, expected) => {
  expect(await db.as(actor, async (tx) => [...(await tx.execute(context))])).toEqual([expected]);
});

test("leaves neither role nor person behind, whether the work returned or threw", async () => {
  await db.as(citizen, async () => {});
  await expect(
    db.as(citizen, () => {
      throw new Error("fault");
    }),
  ).rejects.toThrow("fault");
  const [left] = await db.hot`select current_user::text as role,
    coalesce(current_setting('app.person', true), '') || coalesce(current_setting('app.line_user', true), '') as rest`;
  expect(left).toEqual({ role: "pratu_app", rest: "" });
});

test("rolls everything back when the work throws", async () => {
  const insert = sql`insert into limit_count (name, key, bucket, count)
    values ('t', 'k', '2026-01-01T00:00:00Z', 1)`;
  const gate: Actor = { kind: "gate" };
  await expect(
    db.as(gate, async (tx) => {
      await tx.execute(insert);
      throw new Error("fault");
    }),
  ).rejects.toThrow("fault");
  expect(await db.as(gate, async (tx) => [...(await tx.execute(sql`select * from limit_count`))])).toEqual(
    [],
  );
});
