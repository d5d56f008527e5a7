import type postgres from "postgres";
import type { Ports } from "../../server/ports.ts";

interface SealedCell {
  readonly cell: Uint8Array;
  readonly ids: readonly string[];
  readonly keys: readonly Uint8Array[];
}

/**
 * Where a value stands sealed in the database and can still be opened: "table.column, opened", each row under a key of its
 * own, under its petition's or under its person's.
 */
export async function openableAt(
  { vault }: Pick<Ports, "vault">,
  sql: postgres.Sql,
  value: string,
): Promise<readonly string[]> {
  const columns = await sql<{ table: string; column: string }[]>`
    select c.table_name as table, c.column_name as column from information_schema.columns c
    where c.table_schema = 'public' and c.data_type = 'bytea'
      and (c.column_name like 'sealed%' or c.column_name in ('payload', 'said'))`;
  const found = new Set<string>();
  for (const { table, column } of columns) {
    for (const { cell, ids, keys } of await cellsOf(sql, table, column)) {
      const texts = keys.flatMap((key) => ids.map((rowId) => opened(vault, key, { table, rowId }, cell)));
      if (texts.some((text) => text.includes(value))) found.add(`${table}.${column}, opened`);
    }
  }
  return [...found];
}

async function cellsOf(sql: postgres.Sql, table: string, column: string): Promise<readonly SealedCell[]> {
  const names = await sql<{ name: string }[]>`
    select column_name as name from information_schema.columns where table_schema = 'public' and table_name = ${table}`;
  const has = (name: string) => names.some((each) => each.name === name);
  const rows = await sql<Record<string, unknown>[]>`
    select t.${sql(column)} as cell, ${has("id") ? sql`t.id::text` : sql`null`} as id,
      ${has("person_id") ? sql`t.person_id::text` : sql`null`} as person,
      ${has("data_key") ? sql`t.data_key` : sql`null::bytea`} as own,
      ${has("petition_id") ? sql`(select p.data_key from petition p where p.id = t.petition_id)` : sql`null::bytea`} as petition_key,
      ${has("person_id") ? sql`(select p.data_key from person p where p.id = t.person_id)` : sql`null::bytea`} as person_key
    from ${sql(table)} t where t.${sql(column)} is not null`;
  return rows.map((row) => ({
    cell: row["cell"] as Uint8Array,
    ids: [row["id"], row["person"]].filter((id) => typeof id === "string"),
    keys: [row["own"], row["petition_key"], row["person_key"]].filter((key) => key instanceof Uint8Array),
  }));
}

function opened(
  vault: Ports["vault"],
  key: Uint8Array,
  place: { readonly table: string; readonly rowId: string },
  cell: Uint8Array,
): string {
  try {
    return JSON.stringify(vault.open(key, place, cell));
  } catch {
    return "";
  }
}
