import { and, eq, gte, inArray, lte, sql } from "drizzle-orm";
import {
  localSetting,
  petition,
  petitionTally,
  satisfaction,
  service,
  serviceVersion,
  unit,
} from "../../../db/schema/index.ts";
import {
  daysOfMonth,
  endOfBangkokDay,
  startOfBangkokDay,
  type BangkokDay,
  type BangkokMonth,
} from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";
import type { Promised } from "../deadline.ts";
import type { CountedPetitions, CountedStars, PetitionTally, TallyCell } from "../petition-tally.ts";

/** Petitions filed or completed in a month, counted by all that figures ask. Runs as the system. */
export async function listCounted(
  tx: Tx,
  agencyId: string,
  month: BangkokMonth,
): Promise<readonly CountedPetitions[]> {
  const { first, last } = daysOfMonth(month);
  const [from, until] = [startOfBangkokDay(first).toISOString(), endOfBangkokDay(last).toISOString()];
  const counted = sql`
    p.service_id as "serviceId", p.unit_id as "unitId", p.status, p.outcome,
    ((p.deemed_received_at at time zone 'UTC') + interval '7 hours')::date::text as "receivedDay",
    ((p.completed_at at time zone 'UTC') + interval '7 hours')::date::text as "completedDay",
    p.due_day::text as "dueDay", p.reopened > 0 as "wasReopened", count(*)::int as count`;
  const rows = await tx.execute<CountedPetitions & Record<string, unknown>>(sql`
    select 'filed' as of, ${counted} from ${petition} p
    where p.agency_id = ${agencyId} and p.submitted_at between ${from} and ${until} group by 2, 3, 4, 5, 6, 7, 8, 9
    union all
    select 'ended' as of, ${counted} from ${petition} p
    where p.agency_id = ${agencyId} and p.status = 'completed' and p.completed_at between ${from} and ${until}
    group by 2, 3, 4, 5, 6, 7, 8, 9`);
  return [...rows];
}

/** Stars that citizens gave in a month, by service and the unit that has the petition. Runs as the system. */
export async function listStars(
  tx: Tx,
  agencyId: string,
  month: BangkokMonth,
): Promise<readonly CountedStars[]> {
  const { first, last } = daysOfMonth(month);
  const [from, until] = [startOfBangkokDay(first).toISOString(), endOfBangkokDay(last).toISOString()];
  const rows = await tx.execute<CountedStars & Record<string, unknown>>(sql`
    select s.service_id as "serviceId", p.unit_id as "unitId", s.stars, count(*)::int as count
    from ${satisfaction} s join ${petition} p on p.agency_id = s.agency_id and p.id = s.petition_id
    where s.agency_id = ${agencyId} and s.said_at between ${from} and ${until} group by 1, 2, 3`);
  return [...rows];
}

/** Keeps a month's tally in place of the one before. Runs as the system. */
export async function saveTally(tx: Tx, { agencyId, month, ...made }: PetitionTally): Promise<void> {
  await tx
    .insert(petitionTally)
    .values({ agencyId, month, ...made })
    .onConflictDoUpdate({ target: [petitionTally.agencyId, petitionTally.month], set: made });
}

/** The tallies of an agency from one month to another. */
export async function listTallies(
  tx: Tx,
  agencyId: string,
  first: BangkokMonth,
  last: BangkokMonth,
): Promise<readonly PetitionTally[]> {
  const rows = await tx
    .select()
    .from(petitionTally)
    .where(
      and(
        eq(petitionTally.agencyId, agencyId),
        gte(petitionTally.month, first),
        lte(petitionTally.month, last),
      ),
    )
    .orderBy(petitionTally.month);
  return rows.map((row) => ({ ...row, month: row.month as BangkokMonth, cells: cellsOf(row.cells) }));
}

function cellsOf(cells: unknown): readonly TallyCell[] {
  return cells as readonly TallyCell[];
}

/** When each month of each local government was counted last; what was never counted is not in it. */
export async function listTallied(
  tx: Tx,
  months: readonly BangkokMonth[],
): Promise<readonly Pick<PetitionTally, "agencyId" | "month" | "talliedAt">[]> {
  const rows = await tx
    .select({
      agencyId: petitionTally.agencyId,
      month: petitionTally.month,
      talliedAt: petitionTally.talliedAt,
    })
    .from(petitionTally)
    .where(inArray(petitionTally.month, [...months]));
  return rows.map((row) => ({ ...row, month: row.month as BangkokMonth }));
}

/** Every local government. */
export async function listLocalGovernments(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.select({ agencyId: localSetting.agencyId }).from(localSetting);
  return rows.map(({ agencyId }) => agencyId);
}

/** Open petitions of one service with one unit, as they are this moment. */
export interface OpenCount {
  readonly serviceId: string;
  readonly unitId: string | null;
  readonly open: number;
  readonly overdue: number;
  /** Of the open ones, how many were closed and opened again by their citizen. */
  readonly openAgain: number;
}

/** What an agency has open, what of it is past its day, and what was opened again (petition_standing). */
export async function listOpen(tx: Tx, agencyId: string, today: BangkokDay): Promise<readonly OpenCount[]> {
  const rows = await tx.execute<OpenCount & Record<string, unknown>>(sql`
    select service_id as "serviceId", unit_id as "unitId", count(*)::int as open,
      (count(*) filter (where due_day < ${today}))::int as overdue,
      (count(*) filter (where reopened > 0))::int as "openAgain"
    from ${petition} where agency_id = ${agencyId} and status <> 'completed' group by 1, 2`);
  return [...rows];
}

/** A service as figures name it, with what it promises today. */
export interface FiguredService {
  readonly id: string;
  readonly slug: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly promised: Promised | null;
}

/**
 * The services of an agency by what their version in use is called, in the order of the catalogue. One that never had a
 * version in use has no petitions and is none of them.
 */
export async function listFiguredServices(tx: Tx, agencyId: string): Promise<readonly FiguredService[]> {
  const definition = serviceVersion.definition;
  const rows = await tx
    .select({
      id: service.id,
      slug: service.slug,
      nameTh: sql<string>`coalesce(${definition} #>> '{name,th}', ${service.slug})`,
      nameEn: sql<string>`coalesce(${definition} #>> '{name,en}', ${definition} #>> '{name,th}', ${service.slug})`,
      promised: sql<Promised | null>`${definition} -> 'promised'`,
    })
    .from(service)
    .innerJoin(
      serviceVersion,
      and(
        eq(serviceVersion.agencyId, service.agencyId),
        eq(serviceVersion.serviceId, service.id),
        eq(serviceVersion.version, service.version),
      ),
    )
    .where(eq(service.agencyId, agencyId))
    .orderBy(service.position, service.slug);
  return rows;
}

/** The units of an agency by name, closed ones among them. */
export async function listUnitNames(
  tx: Tx,
  agencyId: string,
): Promise<readonly { readonly id: string; readonly nameTh: string; readonly nameEn: string }[]> {
  return tx
    .select({ id: unit.id, nameTh: unit.nameTh, nameEn: unit.nameEn })
    .from(unit)
    .where(eq(unit.agencyId, agencyId))
    .orderBy(unit.nameTh);
}
