import type postgres from "postgres";

/** Ids are drawn at random and may hold any six digits; nothing that people type looks like one. */
const ids = "[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}";

/** A text without the ids in it. */
export function withoutIds(text: string): string {
  return text.replaceAll(new RegExp(ids, "gi"), "");
}

/**
 * Where in the database a value stands: "table.column", for every column of every table, text and bytes alike.
 * Bytes are searched for the value as text would be written, in UTF-8.
 */
export async function residueOf(sql: postgres.Sql, value: string): Promise<string[]> {
  const columns = await sql<{ schema: string; table: string; column: string; type: string }[]>`
    select n.nspname as schema, c.relname as table, a.attname as column, t.typname as type
    from pg_attribute a
      join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'm')
      join pg_namespace n on n.oid = c.relnamespace
      join pg_type t on t.oid = a.atttypid
    where a.attnum > 0 and not a.attisdropped
      and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`;
  const found: string[] = [];
  for (const { schema, table, column, type } of columns) {
    const [from, cell] = [sql`${sql(schema)}.${sql(table)}`, sql(column)];
    const hits =
      type === "bytea"
        ? await sql`select from ${from} where position(${Buffer.from(value)}::bytea in ${cell}) > 0 limit 1`
        : await sql`select from ${from} where position(${value} in regexp_replace(${cell}::text, ${ids}, '', 'gi')) > 0
            limit 1`;
    if (hits.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}
