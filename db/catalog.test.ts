import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type TestDatabase } from "../tests/support/database.ts";

/** Tables that everybody may read: they hold public knowledge. */
const shared = ["agency", "facility", "facility_service", "service_type"];

let database: TestDatabase;
let superuser: postgres.Sql;
beforeAll(async () => {
  database = await createDatabase();
  superuser = postgres(database.superuserUrl, { max: 1 });
});
afterAll(async () => {
  await superuser.end();
  await database.drop();
});

test("every table but the shared ones forces row-level security and has a policy for each role it grants to", async () => {
  const tables = await superuser<{ name: string; forced: boolean; ungoverned: string[] | null }[]>`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      (select array_agg(distinct g.grantee::text) from information_schema.role_table_grants g
        where g.table_schema = 'public' and g.table_name = c.relname and g.grantee like 'pratu\_%'
          and g.grantee <> 'pratu_owner'
          and not exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname
            and g.grantee::name = any (p.roles))) as ungoverned
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' order by 1`;
  expect(tables.length).toBeGreaterThan(15);
  const open = tables.filter(({ forced }) => !forced).map(({ name }) => name);
  expect(open).toEqual(shared);
  const ungoverned = tables.filter((table) => !shared.includes(table.name) && table.ungoverned !== null);
  expect(ungoverned).toEqual([]);
});

test("has one permissive policy for each table, command and role", async () => {
  const doubled = await superuser`
    select tablename, cmd, role, count(*) from pg_policies, unnest(roles) as role
    where schemaname = 'public' group by 1, 2, 3 having count(*) > 1`;
  expect(doubled).toEqual([]);
});

test("the role that serves owns nothing, inherits nothing and may become the five working roles only", async () => {
  const [role] = await superuser`
    select rolsuper, rolbypassrls, rolinherit, rolcreaterole,
      (select count(*)::int from pg_class c where c.relowner = r.oid) as owns,
      (select array_agg(g.rolname::text order by g.rolname) from pg_auth_members m
        join pg_roles g on g.oid = m.roleid where m.member = r.oid and not m.inherit_option and m.set_option) as becomes
    from pg_roles r where rolname = 'pratu_app'`;
  expect(role).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolinherit: false,
    rolcreaterole: false,
    owns: 0,
    becomes: [
      "pratu_citizen",
      "pratu_gate",
      "pratu_holder",
      "pratu_registrar",
      "pratu_staff",
      "pratu_system",
    ],
  });
});

test("nobody may change or remove what the audit holds", async () => {
  const rights = await superuser`
    select grantee, privilege_type from information_schema.role_table_grants
    where table_name in ('audit_entry', 'audit_leaf', 'audit_checkpoint') and grantee like 'pratu\_%' and grantee <> 'pratu_owner'
      and privilege_type not in ('INSERT', 'SELECT')`;
  expect(rights).toEqual([]);
});

test("an agency ends rights, sessions and keys; it sets no second step, opens no session and widens no key", async () => {
  const rows = await superuser<{ may: string }[]>`
    select g.grantee || ' ' || g.table_name || ' ' || string_agg(g.column_name, ' ' order by g.column_name) as may
    from information_schema.role_column_grants g
    where g.privilege_type = 'UPDATE' and (g.grantee, g.table_name) in (('pratu_staff', 'staff'),
      ('pratu_staff', 'staff_session'), ('pratu_registrar', 'staff_session'), ('pratu_staff', 'api_key'),
      ('pratu_gate', 'api_key'))
    group by g.grantee, g.table_name order by 1`;
  expect(rows.map(({ may }) => may)).toEqual([
    "pratu_gate api_key last_used_at",
    "pratu_registrar staff_session ended_at ended_elsewhere",
    "pratu_staff api_key expires_at replaced_by revoked_at",
    "pratu_staff staff email_index end_reason ended_at granted_by last_sign_in_at level locked_at made_at next_try_at password_hash request_key sealed state warned_days wrong",
    "pratu_staff staff_session ended_at ended_elsewhere",
  ]);
});

test("a connection of the app that has not become anybody sees no row of any table", async () => {
  const app = postgres(database.appUrl, { max: 1 });
  try {
    await expect(app`select * from person`).rejects.toThrow(/permission denied/);
    await expect(app`select * from service_type`).rejects.toThrow(/permission denied/);
  } finally {
    await app.end();
  }
});
