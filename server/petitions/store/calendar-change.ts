import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { calendarChange } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

/** Keeps that an agency's calendar was changed, until the days of its petitions were counted anew. */
export async function insertCalendarChange(
  tx: Tx,
  made: { readonly agencyId: string; readonly id: string; readonly madeBy: string; readonly madeAt: Date },
): Promise<void> {
  await tx.insert(calendarChange).values(made);
}

/** Agencies whose calendars were changed and not applied yet, each with its earliest such change. */
export async function listChangedAgencies(tx: Tx): Promise<readonly string[]> {
  const rows = await tx
    .select({ agencyId: calendarChange.agencyId })
    .from(calendarChange)
    .where(isNull(calendarChange.appliedAt))
    .orderBy(asc(calendarChange.madeAt));
  return [...new Set(rows.map(({ agencyId }) => agencyId))];
}

/** Marks an agency's changes up to `until` as applied. */
export async function markApplied(tx: Tx, agencyId: string, until: Date, now: Date): Promise<void> {
  await tx
    .update(calendarChange)
    .set({ appliedAt: now })
    .where(
      and(
        eq(calendarChange.agencyId, agencyId),
        isNull(calendarChange.appliedAt),
        lte(calendarChange.madeAt, until),
      ),
    );
}
