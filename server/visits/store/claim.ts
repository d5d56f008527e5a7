import { sql, type SQL } from "drizzle-orm";
import { serviceCode, serviceType, visit, visitService } from "../../../db/schema/index.ts";
import { readsUp, type Turn } from "../../kernel/keyset.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";
import type { ClaimFilter, ClaimOrder } from "../claim-filter.ts";
import type { ClaimPosition } from "../claim-position.ts";
import type { ServiceCode, ServiceCodeStatus } from "../service-code.ts";
import type { ServiceKind, ServiceTypeCode } from "../service-type.ts";
import type { AskingWay, VisitStatus } from "../visit.ts";

/** One line of the report before its people are known: a code, or a service ticked on a draft. */
export interface ClaimLine {
  readonly [column: string]: unknown;
  readonly visitId: string;
  readonly personId: string;
  readonly day: BangkokDay;
  readonly visitStatus: VisitStatus;
  readonly way: AskingWay;
  readonly cameAt: string | null;
  readonly madeAt: string;
  readonly madeBy: string | null;
  readonly changedAt: string | null;
  readonly changedBy: string | null;
  readonly hn: string | null;
  readonly an: string | null;
  readonly sealed: Uint8Array | null;
  /** Tells the lines of one visit apart. */
  readonly key: string;
  readonly service: ServiceTypeCode;
  readonly serviceKind: ServiceKind;
  readonly serviceTh: string;
  readonly serviceEn: string;
  readonly code: ServiceCode | null;
  readonly codeStatus: ServiceCodeStatus | null;
  readonly issuedAt: string | null;
  readonly codeCancelledAt: string | null;
  /** A person or a member of staff. */
  readonly codeCancelledBy: string | null;
  readonly cancelReason: string | null;
}

/** Where a line stands in the report. */
export function claimPlaceOf({ day, visitId, key }: ClaimLine): ClaimPosition {
  return { day, visitId, key };
}

/**
 * The lines of a facility's report in order of their days: at most `limit` from where `turn` says, nearest first. Runs as
 * that facility's staff, by the index over agency and day (or agency and person), whatever the number of lines before.
 */
export async function listClaimLines(
  tx: Tx,
  agencyId: string,
  filter: ClaimFilter,
  page: { readonly turn: Turn<ClaimPosition> | null; readonly order: ClaimOrder; readonly limit: number },
): Promise<readonly ClaimLine[]> {
  const { turn, order, limit } = page;
  const up = readsUp(turn, order === "latest" ? "down" : "up");
  const way = up ? sql`asc` : sql`desc`;
  const rows = await tx.execute<ClaimLine>(sql`
    select v.id as "visitId", v.person_id as "personId", v.day::text as day, v.status as "visitStatus", v.way,
      v.came_at as "cameAt", v.made_at as "madeAt", v.made_by as "madeBy",
      coalesce(v.cancelled_at, v.changed_at) as "changedAt", coalesce(v.cancelled_by, v.changed_by) as "changedBy",
      v.hn, v.an, v.sealed, s.key, s.service_type as service, t.kind as "serviceKind", t.name_th as "serviceTh",
      t.name_en as "serviceEn", s.code, s.status as "codeStatus", s.issued_at as "issuedAt",
      s.cancelled_at as "codeCancelledAt", s.cancelled_by as "codeCancelledBy", s.cancel_reason as "cancelReason"
    from ${rowsOf(visit, filter.personId)} v
    cross join lateral (
      select c.id::text as key, c.service_type, c.code, c.status, c.issued_at, c.cancelled_at, c.cancelled_by,
        c.cancel_reason
      from ${serviceCode} c where c.visit_id = v.id and c.person_id = v.person_id
      union all
      select x.service_type, x.service_type, null, null, null, null, null, null
      from ${visitService} x where x.visit_id = v.id and x.person_id = v.person_id and v.status <> 'confirmed'
    ) s
    join ${serviceType} t on t.code = s.service_type
    where v.agency_id = ${agencyId} and v.day between ${filter.from} and ${filter.until}
      ${filter.service === null ? sql`` : sql`and s.service_type = ${filter.service}`}
      ${statusOf(filter.status)} ${turn === null ? sql`` : beyond(turn.place, up)}
    order by v.day ${way}, v.id ${way}, s.key ${way} limit ${limit}`);
  return [...rows];
}

/**
 * All rows, or those of one person, gathered first: a prepared plan knows neither how few they are nor how many days
 * are asked for, and would walk the days.
 */
function rowsOf(table: typeof visit | typeof serviceCode, personId: string | null): SQL {
  if (personId === null) return sql`${table}`;
  return sql`(with p as materialized (select * from ${table} x where x.person_id = ${personId}) select * from p)`;
}

/** Only lines beyond a place: the first comparison is the index's, the second the line's own. */
function beyond({ day, visitId, key }: ClaimPosition, up: boolean): SQL {
  const [within, past] = up ? [sql`>=`, sql`>`] : [sql`<=`, sql`<`];
  return sql`and (v.day, v.id) ${within} (${day}::date, ${visitId}::uuid)
    and (v.day, v.id, s.key) ${past} (${day}::date, ${visitId}::uuid, ${key})`;
}

/** A cancelled code makes its line cancelled, though its visit stays confirmed. */
function statusOf(status: VisitStatus | null): SQL {
  switch (status) {
    case null:
      return sql``;
    case "draft":
      return sql`and v.status = 'draft'`;
    case "confirmed":
      return sql`and v.status = 'confirmed' and s.status <> 'cancelled'`;
    case "cancelled":
      return sql`and (v.status = 'cancelled' or s.status = 'cancelled')`;
  }
}

/** How many lines a report has. Counts codes and ticked services apart: quicker than walking the lines. */
export async function countClaimLines(tx: Tx, agencyId: string, filter: ClaimFilter): Promise<number> {
  const { from, until, service, status, personId } = filter;
  const codes = sql`(select count(*) from ${rowsOf(serviceCode, personId)} c
    where c.agency_id = ${agencyId} and c.day between ${from} and ${until}
      ${service === null ? sql`` : sql`and c.service_type = ${service}`}
      ${status === null ? sql`` : status === "confirmed" ? sql`and c.status <> 'cancelled'` : sql`and c.status = 'cancelled'`})`;
  const ticked = sql`(select count(*) from ${rowsOf(visit, personId)} v
    join ${visitService} x on x.visit_id = v.id and x.person_id = v.person_id
    where v.agency_id = ${agencyId} and v.day between ${from} and ${until}
      and ${status === null ? sql`v.status <> 'confirmed'` : sql`v.status = ${status}`}
      ${service === null ? sql`` : sql`and x.service_type = ${service}`})`;
  const [row] = await tx.execute<{ count: number }>(
    sql`select (${status === "draft" ? sql`0` : codes} + ${status === "confirmed" ? sql`0` : ticked})::int as count`,
  );
  return row?.count ?? 0;
}
