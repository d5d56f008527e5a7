import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const migrationLock = 5_093_671;

/**
 * Brings a database up to the code: roles, then the migrations not yet applied, then everything in db/sql
 * (force, grants, constraints, functions, triggers), which is written to be applied again each time.
 * Takes the owner's address (role pratu_owner: owns, migrates, never serves) over a direct connection, and an
 * advisory lock, so that two starts at once do it once.
 */
export async function migrate({ ownerUrl }: { ownerUrl: string }): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    await apply(sql, ["roles.sql"]);
    await applyMigrations(drizzle(sql), { migrationsFolder: here("migrations") });
    const files = (await readdir(here("sql"))).filter((name) => /^\d/.test(name)).sort();
    // Grants are applied as one, or whoever is served meanwhile would lack what the second file gives.
    const grants = files.filter((name) => name.startsWith("2"));
    const sets = files.map((name) => (grants.includes(name) ? grants : [name]));
    for (const each of new Set(sets.map((set) => set.join(" ")))) await apply(sql, each.split(" "));
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Applies files of db/sql in one transaction, as PostgreSQL does with statements that are sent together. */
async function apply(sql: postgres.Sql, files: readonly string[]): Promise<void> {
  const texts = await Promise.all(files.map((name) => readFile(here(`sql/${name}`), "utf8")));
  await sql.unsafe(texts.join("\n"));
}
