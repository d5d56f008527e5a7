import { expect, test } from "vitest";
import { sqlFaults } from "./sql.ts";

test.each([
  ["db/sql/50-x.sql", "select now();"],
  ["db/sql/50-x.sql", "insert into t values (current_timestamp);"],
  ["db/migrations/1.sql", `"at" timestamp default now()`],
  ["server/visits/store.ts", "tx.execute(sql`select now()`)"],
  ["db/sql/50-x.sql", "select 'now'::timestamptz;"],
  ["db/client.ts", "await sql`set role pratu_app`"],
  ["db/client.ts", "await sql`set app.agency = '1'`"],
  ["db/sql/50-x.sql", "set statement_timeout to 5000;"],
  ["db/sql/50-x.sql", "perform set_config('role', 'x', false);"],
  ["server/visits/store.ts", "await sql.reserve()"],
  ["server/visits/store.ts", "sql.unsafe(text)"],
  ["server/visits/store.ts", "tx.select().from(visit).limit(10).offset(20)"],
  ["server/notices/store.ts", "sql`select pg_advisory_lock(1)`"],
  ["db/sql/50-x.sql", "create temp table t (a int);"],
])("refuses in %s: %s", (path, line) => {
  expect(sqlFaults(path, line)).not.toEqual([]);
});

test.each([
  ["db/sql/50-x.sql", "perform set_config('role', 'pratu_gate', true);"],
  ["db/sql/50-x.sql", "-- never now()"],
  ["db/sql/50-x.sql", "update chat set state = p_state;"],
  ["server/visits/actions/ask-code.ts", "const now = ports.clock.now();"],
  ["server/ports.ts", "now(): Date;"],
  ["server/visits/store.ts", ".set({ state: 'used' })"],
  ["db/migrate.ts", "await sql`select pg_advisory_lock(${lock})`"],
  ["server/http/session.ts", 'c.set("session", null)'],
])("lets %s say: %s", (path, line) => {
  expect(sqlFaults(path, line)).toEqual([]);
});
