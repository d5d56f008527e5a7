import { sql } from "drizzle-orm";
import { serviceCode, serviceType, visit } from "../../../db/schema/index.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";
import type { Names } from "../names.ts";
import type { ServiceCode } from "../service-code.ts";
import type { AskingWay } from "../visit.ts";

/** Where the list of the day's arrivals was read up to. */
export interface ArrivalPosition {
  /** ISO, to the millisecond. */
  readonly at: string;
  readonly id: string;
}

/** A code of today in the order of issuing. */
export interface DayArrival extends ArrivalPosition {
  readonly personId: string;
  readonly visitId: string;
  readonly code: ServiceCode;
  readonly service: Names;
  readonly way: AskingWay;
  /** Place in the order of the day, from 1. */
  readonly number: number;
}

interface Row {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly at: string;
  readonly person_id: string;
  readonly visit_id: string;
  readonly code: ServiceCode;
  readonly name_th: string;
  readonly name_en: string;
  readonly way: AskingWay;
}

/** Codes of a facility's day issued after a position, first come first; at most `limit`. Runs as its staff. */
export async function listArrivalsAfter(
  tx: Tx,
  place: { readonly agencyId: string; readonly day: BangkokDay },
  after: ArrivalPosition | null,
  limit: number,
): Promise<readonly DayArrival[]> {
  const { agencyId, day } = place;
  const later = after ? sql`and (c.issued_at, c.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  const rows = await tx.execute<Row>(sql`
    select c.id, c.issued_at as at, c.person_id, c.visit_id, c.code, t.name_th, t.name_en, v.way
    from ${serviceCode} c
    join ${serviceType} t on t.code = c.service_type
    join ${visit} v on v.person_id = c.person_id and v.id = c.visit_id
    where c.agency_id = ${agencyId} and c.day = ${day} and c.status <> 'cancelled' ${later}
    order by c.issued_at, c.id limit ${limit}`);
  const [first] = rows;
  if (!first) return [];
  const before = await countUpTo(tx, place, { at: new Date(first.at).toISOString(), id: first.id });
  return [...rows].map((row, index) => ({
    id: row.id,
    at: new Date(row.at).toISOString(),
    personId: row.person_id,
    visitId: row.visit_id,
    code: row.code,
    service: { nameTh: row.name_th, nameEn: row.name_en },
    way: row.way,
    number: before + index,
  }));
}

async function countUpTo(
  tx: Tx,
  { agencyId, day }: { readonly agencyId: string; readonly day: BangkokDay },
  until: ArrivalPosition,
): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from ${serviceCode} c
    where c.agency_id = ${agencyId} and c.day = ${day} and c.status <> 'cancelled'
      and (c.issued_at, c.id) <= (${until.at}::timestamptz, ${until.id}::uuid)`);
  return row?.count ?? 0;
}
