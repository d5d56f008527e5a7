import { and, gte, lte, sql } from "drizzle-orm";
import { agency, dayTally, facility, qrScan, serviceCode, visit } from "../../../db/schema/index.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import { endOfBangkokDay, startOfBangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";
import type { DayTally, HourCount } from "../day-tally.ts";
import type { Names } from "../names.ts";

/** The facility's codes of a day that were not cancelled, by hour and way of asking. */
export async function listHours(tx: Tx, agencyId: string, day: BangkokDay): Promise<readonly HourCount[]> {
  const start = startOfBangkokDay(day).toISOString();
  const rows = await tx.execute<HourCount & Record<string, unknown>>(sql`
    select floor(extract(epoch from c.issued_at - ${start}::timestamptz) / 3600)::int as hour, v.way,
      count(*)::int as codes
    from ${serviceCode} c join ${visit} v on v.person_id = c.person_id and v.id = c.visit_id
    where c.agency_id = ${agencyId} and c.day = ${day} and c.status <> 'cancelled'
    group by 1, 2 order by 1, 2`);
  return [...rows];
}

/** Counts a facility's day as it stands. */
export async function findTallyNow(tx: Tx, agencyId: string, day: BangkokDay): Promise<DayTally> {
  const [from, until] = [startOfBangkokDay(day).toISOString(), endOfBangkokDay(day).toISOString()];
  const [row] = await tx.execute<Omit<DayTally, "agencyId" | "day"> & Record<string, unknown>>(sql`
    select
      (select coalesce(jsonb_object_agg(w.way, w.codes), '{}') from (
        select v.way, count(*)::int as codes
        from ${serviceCode} c join ${visit} v on v.person_id = c.person_id and v.id = c.visit_id
        where c.agency_id = ${agencyId} and c.day = ${day} and c.status <> 'cancelled' group by v.way) w) as ways,
      (select count(*)::int from ${serviceCode} c
        where c.agency_id = ${agencyId} and c.day = ${day} and c.status = 'cancelled') as cancelled,
      (select count(*)::int from ${visit} v
        where v.agency_id = ${agencyId} and v.day = ${day} and v.status = 'draft') as drafts,
      (select count(*)::int from ${qrScan} s where s.agency_id = ${agencyId} and s.outcome = 'accepted'
        and s.scanned_at between ${from} and ${until}) as scans,
      (select count(*)::int from ${qrScan} s where s.agency_id = ${agencyId} and s.outcome <> 'accepted'
        and s.scanned_at between ${from} and ${until}) as "scansRefused"`);
  if (!row) throw new Error("a count answers one row");
  return { ...row, agencyId, day };
}

/** The tallies of every facility the actor may see, in a span of days. */
export async function listTallies(tx: Tx, from: BangkokDay, until: BangkokDay): Promise<readonly DayTally[]> {
  const rows = await tx
    .select()
    .from(dayTally)
    .where(and(gte(dayTally.day, from), lte(dayTally.day, until)));
  return rows.map((row) => ({ ...row, day: row.day as BangkokDay }));
}

/** Keeps a day's tally in place of the one before. */
export async function saveTally(tx: Tx, tally: DayTally, now: Date): Promise<void> {
  const { agencyId, day, ...figures } = tally;
  const made = { ...figures, talliedAt: now };
  await tx
    .insert(dayTally)
    .values({ agencyId, day, ...made })
    .onConflictDoUpdate({ target: [dayTally.agencyId, dayTally.day], set: made });
}

/** A facility's day that is to be counted again. */
export interface DueTally {
  readonly agencyId: string;
  readonly day: BangkokDay;
}

/**
 * Days of facilities that were not counted yet, or not lately: today within the minute, days before within the hour.
 * The longest left first.
 */
export async function listDueTallies(
  tx: Tx,
  span: { readonly from: BangkokDay; readonly today: BangkokDay; readonly now: Date; readonly limit: number },
): Promise<readonly DueTally[]> {
  const rows = await tx.execute<{ agencyId: string; day: BangkokDay }>(sql`
    select f.agency_id as "agencyId", d.day::date::text as day
    from ${facility} f
    cross join generate_series(${span.from}::date, ${span.today}::date, interval '1 day') as d (day)
    left join ${dayTally} t on t.agency_id = f.agency_id and t.day = d.day::date
    where t.tallied_at is null or t.tallied_at <= ${span.now.toISOString()}::timestamptz
      - case when d.day::date = ${span.today}::date then interval '1 minute' else interval '1 hour' end
    order by t.tallied_at nulls first limit ${span.limit}`);
  return [...rows];
}

/** The facilities under an office: its own, or for the centre those of all regions. */
export async function listFacilitiesUnder(
  tx: Tx,
  officeId: string,
): Promise<readonly (Names & { readonly agencyId: string; readonly hcode: string })[]> {
  const rows = await tx.execute<Names & { agencyId: string; hcode: string } & Record<string, unknown>>(sql`
    select f.agency_id as "agencyId", f.hcode, a.name_th as "nameTh", a.name_en as "nameEn"
    from ${facility} f join ${agency} a on a.id = f.agency_id left join ${agency} o on o.id = a.registrar_id
    where a.registrar_id = ${officeId} or o.registrar_id = ${officeId} order by f.hcode`);
  return [...rows];
}
