/** How many petitions took so many days: days → count. Added up, so that middles of any span are exact. */
export type DayCounts = Readonly<Record<string, number>>;

/** Both together. */
export function addDayCounts(one: DayCounts, other: DayCounts): DayCounts {
  const sum: Record<string, number> = { ...one };
  for (const [days, count] of Object.entries(other)) sum[days] = (sum[days] ?? 0) + count;
  return sum;
}

/** How many were counted. */
export function countOf(counts: DayCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/**
 * The days within which `share` (0 to 1) of them were done: 0.5 the median, 0.9 nine of ten. The nearest rank, so it is
 * always a whole number of days that occurred. Null: none were counted.
 */
export function daysWithin(counts: DayCounts, share: number): number | null {
  const total = countOf(counts);
  if (total === 0) return null;
  const wanted = Math.max(1, Math.ceil(total * share));
  const days = Object.keys(counts)
    .map(Number)
    .sort((a, b) => a - b);
  let reached = 0;
  for (const day of days) {
    reached += counts[String(day)] ?? 0;
    if (reached >= wanted) return day;
  }
  return days.at(-1) ?? null;
}
