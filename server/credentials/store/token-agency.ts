import { and, asc, desc, eq, or, sql, type SQL } from "drizzle-orm";
import { agency, seat } from "../../../db/schema/index.ts";
import { readsUp, type Turn } from "../../kernel/keyset.ts";
import type { Tx } from "../../ports.ts";
import type { TokenAgency } from "../token-agency.ts";

/** Local governments, of which a central office looks after those nobody else issued seats to. */
const isTown = eq(agency.kind, "local_government");

/**
 * Local governments by their Thai names, of an office's own view (row-level security shows it its own seats alone): at
 * most `limit` from where `turn` says. `search`: part of a name, or the beginning of a user code.
 */
export async function listTokenAgencies(
  tx: Tx,
  asked: { readonly search: string; readonly turn: Turn<string> | null; readonly limit: number },
): Promise<readonly TokenAgency[]> {
  const { search, turn, limit } = asked;
  const up = readsUp(turn, "up");
  const way = up ? asc : desc;
  return tx
    .select({
      id: agency.id,
      nameTh: agency.nameTh,
      nameEn: agency.nameEn,
      // Columns of drizzle would lose their tables here, where one table is read.
      seats: sql<number>`(select count(*)::int from seat s where s.agency_id = agency.id)`,
      held: sql<number>`(select count(distinct h.seat_id)::int from seat_holding h
        where h.agency_id = agency.id and h.state = 'live' and h.part = 'holder')`,
    })
    .from(agency)
    .where(and(isTown, matches(search), turn === null ? undefined : beyond(turn.place, up)))
    .orderBy(way(agency.nameTh), way(agency.id))
    .limit(limit);
}

function matches(search: string): SQL | undefined {
  if (search === "") return undefined;
  const part = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const code = search.replace(/[\s-]/g, "").toUpperCase();
  const ofCode = sql`exists (select 1 from ${seat} where ${seat.agencyId} = ${agency.id}
    and starts_with(${seat.userCode}, ${code}))`;
  return or(sql`${agency.nameTh} ilike ${part}`, sql`${agency.nameEn} ilike ${part}`, ofCode);
}

function beyond(id: string, up: boolean): SQL {
  const place = sql`(select p.name_th, p.id from agency p where p.id = ${id})`;
  return up
    ? sql`(${agency.nameTh}, ${agency.id}) > ${place}`
    : sql`(${agency.nameTh}, ${agency.id}) < ${place}`;
}
