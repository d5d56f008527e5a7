import { and, eq, gte, lte } from "drizzle-orm";
import { agencyDay, officeHours } from "../../../db/schema/index.ts";
import { addDays, toBuddhistYear, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";
import { agencyCalendar, type AgencyCalendar } from "../agency-calendar.ts";
import { usualOfficeHours } from "../office-hours.ts";
import { holidaysOf } from "../substitute-holiday.ts";

const reachDays = 800;

/**
 * An agency's calendar from two years before `around` to two after: its hours, Thai holidays as they are known, and its
 * own days, which win. That is as far as any promise and pause goes.
 */
export async function findCalendar(tx: Tx, agencyId: string, around: BangkokDay): Promise<AgencyCalendar> {
  const [from, until] = [addDays(around, -reachDays), addDays(around, reachDays)];
  const [row] = await tx.select().from(officeHours).where(eq(officeHours.agencyId, agencyId));
  const own = await tx
    .select()
    .from(agencyDay)
    .where(and(eq(agencyDay.agencyId, agencyId), gte(agencyDay.day, from), lte(agencyDay.day, until)));
  const hours = row ?? usualOfficeHours;
  return agencyCalendar(
    hours,
    yearsOf(from, until).flatMap((yearBe) => holidaysOf(yearBe, hours.weekdays)),
    own.map(({ day, ...rest }) => ({ ...rest, day: day as BangkokDay })),
  );
}

/** The years of the Buddhist era from one day to another. */
function yearsOf(from: BangkokDay, until: BangkokDay): readonly number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, at) => toBuddhistYear(first + at));
}
