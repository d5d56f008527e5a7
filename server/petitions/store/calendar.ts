import { and, eq, gte, lte } from "drizzle-orm";
import { agencyDay, officeHours } from "../../../db/schema/index.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";
import type { AgencyCalendar, AgencyDay } from "../agency-calendar.ts";
import { calendarAround, reachAround, type OwnCalendar } from "../calendar-around.ts";
import { usualOfficeHours, type OfficeHours } from "../office-hours.ts";

/** An agency's hours and own days from two years before `around` to two after. */
export async function findOwnCalendar(tx: Tx, agencyId: string, around: BangkokDay): Promise<OwnCalendar> {
  const [from, until] = reachAround(around);
  const [row] = await tx.select().from(officeHours).where(eq(officeHours.agencyId, agencyId));
  const own = await tx
    .select()
    .from(agencyDay)
    .where(and(eq(agencyDay.agencyId, agencyId), gte(agencyDay.day, from), lte(agencyDay.day, until)));
  const { weekdays, opensMinute, closesMinute } = row ?? usualOfficeHours;
  return {
    hours: { weekdays, opensMinute, closesMinute },
    own: own.map(({ day, isWorking, nameTh, closesMinute: closes }) => ({
      day: day as BangkokDay,
      isWorking,
      nameTh,
      closesMinute: closes,
    })),
  };
}

/**
 * An agency's calendar from two years before `around` to two after: its hours, Thai holidays as they are known, and its
 * own days, which win. That is as far as any promise and pause goes.
 */
export async function findCalendar(tx: Tx, agencyId: string, around: BangkokDay): Promise<AgencyCalendar> {
  return calendarAround(await findOwnCalendar(tx, agencyId, around), around);
}

/** Keeps a day of an agency's own, or changes it. */
export async function saveOwnDay(tx: Tx, agencyId: string, { day, ...set }: AgencyDay): Promise<void> {
  const row = { ...set, closesMinute: set.closesMinute ?? null };
  await tx
    .insert(agencyDay)
    .values({ agencyId, day, ...row })
    .onConflictDoUpdate({ target: [agencyDay.agencyId, agencyDay.day], set: row });
}

/** Ends a day of an agency's own: the day is again what its weekday and the holidays say. */
export async function deleteOwnDay(tx: Tx, agencyId: string, day: BangkokDay): Promise<void> {
  await tx.delete(agencyDay).where(and(eq(agencyDay.agencyId, agencyId), eq(agencyDay.day, day)));
}

/** Keeps an agency's office hours. */
export async function saveHours(tx: Tx, agencyId: string, hours: OfficeHours): Promise<void> {
  const row = { ...hours, weekdays: [...hours.weekdays] };
  await tx
    .insert(officeHours)
    .values({ agencyId, ...row })
    .onConflictDoUpdate({ target: officeHours.agencyId, set: row });
}
