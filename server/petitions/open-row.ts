import type { BangkokMonth } from "../kernel/thai-date.ts";
import { addDayCounts, daysWithin, type DayCounts } from "./day-counts.ts";
import type { Standing, TallyCell } from "./petition-tally.ts";

/** No row of open data stands for fewer petitions than this: so few may tell of somebody. */
export const fewestTold = 5;

/** One row of open data. Null service: several services together; null standing: several together. */
export interface OpenRow {
  readonly month: BangkokMonth;
  readonly serviceId: string | null;
  readonly standing: Standing | null;
  /** Null: fewer than five, and nothing near them to tell them with. */
  readonly count: number | null;
  /** Working days within which half were completed; null: they are not, or several were grouped. */
  readonly medianDays: number | null;
}

interface Counted {
  readonly serviceId: string;
  readonly standing: Standing;
  readonly count: number;
  readonly days: DayCounts;
}

/**
 * A month of petitions as open data: by service and how they stand. What stands for fewer than five is grouped: first
 * with the other small ones of its service, and what is still small with that of other services. What is small even then
 * is told without a number.
 */
export function openRows(month: BangkokMonth, cells: readonly TallyCell[]): readonly OpenRow[] {
  const counted = countedOf(cells);
  const rows: OpenRow[] = [];
  let left = 0;
  for (const serviceId of [...new Set(counted.map((one) => one.serviceId))]) {
    const ofService = counted.filter((one) => one.serviceId === serviceId);
    for (const { standing, count, days } of ofService.filter((one) => one.count >= fewestTold)) {
      rows.push({ month, serviceId, standing, count, medianDays: daysWithin(days, 0.5) });
    }
    const small = ofService.reduce((sum, one) => sum + (one.count < fewestTold ? one.count : 0), 0);
    if (small >= fewestTold) rows.push({ month, serviceId, standing: null, count: small, medianDays: null });
    else left += small;
  }
  const rest = { month, serviceId: null, standing: null, medianDays: null };
  return left === 0 ? rows : [...rows, { ...rest, count: left >= fewestTold ? left : null }];
}

/** The units of a service together, by how its petitions stand. */
function countedOf(cells: readonly TallyCell[]): readonly Counted[] {
  const found = new Map<string, Counted>();
  for (const { serviceId, filed, filedDays } of cells) {
    for (const [name, count] of Object.entries(filed)) {
      const standing = name as Standing;
      const before = found.get(`${serviceId} ${name}`) ?? { serviceId, standing, count: 0, days: {} };
      const days = (filedDays as Readonly<Record<string, DayCounts>>)[name] ?? {};
      found.set(`${serviceId} ${name}`, {
        ...before,
        count: before.count + count,
        days: addDayCounts(before.days, days),
      });
    }
  }
  return [...found.values()];
}
