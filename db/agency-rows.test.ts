import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type TestDatabase } from "../tests/support/database.ts";

/** Public knowledge, which everybody reads whole (db/catalog.test.ts). */
const shared = ["agency", "facility", "facility_service", "service_type"];
const [mine, other] = ["00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"];
const person = "00000000-0000-7000-8000-000000000003";

/** A value of each type that columns have: what stands in a row does not matter here, whose it is does. */
const values: Readonly<Record<string, string>> = {
  uuid: "gen_random_uuid()",
  text: "gen_random_uuid()::text",
  jsonb: "'{}'::jsonb",
  bytea: "decode(md5(random()::text), 'hex')",
  bool: "false",
  int4: "(random() * 1e9)::int",
  int8: "(random() * 1e9)::int",
  float8: "1",
  date: "current_date",
  timestamptz: "now()",
  time: "'08:30'::time",
  xid8: "pg_current_xact_id()",
};

let database: TestDatabase;
let superuser: postgres.Sql;
let app: postgres.Sql;
let tables: readonly string[];
beforeAll(async () => {
  database = await createDatabase();
  superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => undefined });
  app = postgres(database.appUrl, { max: 1 });
  tables = (
    await superuser<{ name: string }[]>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and exists (select from pg_attribute a
        where a.attrelid = c.oid and a.attname = 'agency_id' and not a.attisdropped) order by 1`
  )
    .map(({ name }) => name)
    .filter((name) => !shared.includes(name));
  // Neither triggers nor checks, foreign keys among them: a row of each agency in every table, however odd, and whatever
  // is refused afterwards is refused by grants and policies alone.
  for (const table of tables) await superuser.unsafe(`alter table "${table}" disable trigger all`);
  const checks = await superuser<{ name: string; owner: string }[]>`
    select conname as name, conrelid::regclass::text as owner from pg_constraint
    where contype = 'c' and connamespace = 'public'::regnamespace`;
  for (const { name, owner } of checks)
    await superuser.unsafe(`alter table ${owner} drop constraint if exists "${name}" cascade`);
  const generated = await superuser<{ name: string; owner: string }[]>`
    select a.attname as name, a.attrelid::regclass::text as owner from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    where a.attgenerated <> '' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`;
  for (const { name, owner } of generated)
    await superuser.unsafe(`alter table ${owner} alter column "${name}" drop expression`);
  for (const table of tables) for (const agency of [mine, other]) await put(table, agency);
});
afterAll(async () => {
  await app.end();
  await superuser.end();
  await database.drop();
});

async function put(table: string, agency: string): Promise<void> {
  const columns = await superuser<{ name: string; type: string }[]>`
    select a.attname as name, t.typname as type from pg_attribute a join pg_type t on t.oid = a.atttypid
    where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`;
  const of: Readonly<Record<string, string>> = { agency_id: `'${agency}'`, person_id: `'${person}'` };
  const given = columns.map(({ name, type }) => of[name] ?? (type.startsWith("_") ? "'{}'" : values[type]));
  if (given.includes(undefined)) throw new Error(`${table} has a type without a value`);
  await superuser.unsafe(
    `insert into "${table}" (${columns.map(({ name }) => `"${name}"`).join(", ")}) values (${given.join(", ")})`,
  );
}

/** What a statement answers as staff of the first agency; "refused" where the role may not do it at all. */
async function asStaff(statement: string): Promise<readonly postgres.Row[] | "refused"> {
  const done = app.begin(async (tx) => {
    await tx`select set_config('role', 'pratu_staff', true), set_config('app.agency', ${mine}, true)`;
    return [...(await tx.unsafe(statement))];
  });
  return done.catch((error: unknown) => {
    if (error instanceof postgres.PostgresError && error.code === "42501") return "refused" as const;
    throw error;
  });
}

test("staff read the rows of their own agency, and of no table another's", async () => {
  expect(tables).toEqual(
    expect.arrayContaining(["petition", "petition_message", "issued_document", "id_check"]),
  );
  const seen: string[] = [];
  for (const table of tables) {
    const rows = await asStaff(`select agency_id from "${table}"`);
    if (rows === "refused") continue;
    if (rows.length > 0) seen.push(table);
    expect([table, ...rows.map((row) => row["agency_id"] as string)]).not.toContain(other);
  }
  expect(seen).toEqual(
    expect.arrayContaining(["petition", "petition_file", "petition_event", "issued_document"]),
  );
});

test("staff change and delete no row of another agency, and write none in its name", async () => {
  for (const table of tables) {
    const elsewhere = `where agency_id = '${other}'`;
    for (const statement of [
      `update "${table}" set agency_id = agency_id ${elsewhere} returning 1`,
      `delete from "${table}" ${elsewhere} returning 1`,
    ]) {
      const done = await asStaff(statement);
      expect([statement, done === "refused" ? 0 : done.length]).toEqual([statement, 0]);
    }
    const copied = await asStaff(
      `insert into "${table}" select (jsonb_populate_record(t, '{"agency_id":"${other}"}')).* from "${table}" t`,
    );
    expect([table, copied]).toEqual([table, "refused"]);
  }
});

test("staff of no agency read no row at all", async () => {
  for (const table of tables) {
    const rows = await app
      .begin(async (tx) => {
        await tx`select set_config('role', 'pratu_staff', true)`;
        return tx.unsafe(`select 1 from "${table}"`);
      })
      .catch(() => []);
    expect([table, rows.length]).toEqual([table, 0]);
  }
});
