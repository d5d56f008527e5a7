import { setTimeout } from "node:timers/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { sealEntries } from "../../server/audit/actions/seal-entries.ts";
import type { SystemActor } from "../../server/kernel/actor.ts";
import type { Database } from "../../server/ports.ts";
import type { TestWorld } from "./ports.ts";

export const sealer: SystemActor = { kind: "system", job: "sealer" };

/** Writes so many entries of all kinds, a minute apart; answers their ids. */
export async function layEntries(world: TestWorld, sql: postgres.Sql, count: number): Promise<string[]> {
  const {
    clock,
    ports: { random },
  } = world;
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    clock.pass(60);
    const isBare = n % 3 === 0;
    const id = random.uuid();
    ids.push(id);
    await sql`insert into audit_entry (id, at, action, actor_kind, actor_id, agency_id, person_id, subject_id, refs)
      values (${id}, ${clock.now().toISOString()}, ${n % 2 ? "service_code.issued" : "visit.cancelled"}, 'citizen',
        ${isBare ? null : `actor ${n}`}, ${isBare ? null : random.uuid()}, ${isBare ? null : random.uuid()},
        ${isBare ? null : `subject ${n}`}, ${JSON.stringify(isBare ? {} : { service: "PG0060001", n })}::text::jsonb)`;
  }
  return ids;
}

/**
 * Waits until every transaction that began before now has ended, those of other test files too: they run on the same
 * cluster, and the sealing passes over nothing that may still be committed.
 */
export async function whenAllEnded({ ports }: TestWorld): Promise<void> {
  const [now] = await ports.db.hot<{ id: string }[]>`select pg_current_xact_id()::text as id`;
  for (let isEnded = false; !isEnded; await setTimeout(5)) {
    const [seen] = await ports.db.hot<{ ended: boolean }[]>`
      select pg_snapshot_xmin(pg_current_snapshot()) > ${now?.id ?? ""}::xid8 as ended`;
    isEnded = seen?.ended === true;
  }
}

/** A log of so many checkpoints, each over so many entries. */
export async function laySealedLog(
  world: TestWorld,
  sql: postgres.Sql,
  { checkpoints, each }: { readonly checkpoints: number; readonly each: number },
): Promise<void> {
  for (let n = 0; n < checkpoints; n += 1) {
    await layEntries(world, sql, each);
    await whenAllEnded(world);
    await sealEntries(world.ports, sealer);
  }
}

/** A connection that may do everything, and a database over it: what it changed and has not committed is read there. */
export function tamperBench(world: TestWorld): { readonly sql: postgres.Sql; readonly db: Database } {
  const sql = postgres(world.database.superuserUrl, { max: 1, fetch_types: false, onnotice: () => {} });
  const tx = drizzle(sql);
  return {
    sql,
    db: {
      as: (_actor, work) => work(tx),
      hot: sql,
      ready: () => Promise.resolve(true),
      close: () => sql.end(),
    },
  };
}
