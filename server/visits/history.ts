import { addDays, daysOfMonth, monthOf, type BangkokDay, type BangkokMonth } from "../kernel/thai-date.ts";

/** The months from the first day to the last, latest first, at most `limit`. */
export function monthsBetween(first: BangkokDay, last: BangkokDay, limit: number): readonly BangkokMonth[] {
  const months: BangkokMonth[] = [];
  let month = monthOf(last);
  while (month >= monthOf(first) && months.length < limit) {
    months.push(month);
    month = monthOf(addDays(daysOfMonth(month).first, -1));
  }
  return months;
}

/** Things in order, put under the month they lie in. */
export function byMonth<T extends { readonly day: BangkokDay }>(
  things: readonly T[],
): readonly { readonly month: BangkokMonth; readonly things: readonly T[] }[] {
  const groups: { month: BangkokMonth; things: T[] }[] = [];
  for (const thing of things) {
    const month = monthOf(thing.day);
    const last = groups.at(-1);
    if (last?.month === month) last.things.push(thing);
    else groups.push({ month, things: [thing] });
  }
  return groups;
}
