/** Minutes from midnight as people write them: 510 → "08:30". */
export function formatMinute(minute: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Reads "08:30", "8.30" or "0830" as minutes from midnight, up to 24:00; null: it is no time. */
export function parseMinute(text: string): number | null {
  const [, hours = "", minutes = ""] = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.trim()) ?? [];
  if (hours === "" || Number(minutes) > 59) return null;
  const minute = Number(hours) * 60 + Number(minutes);
  return minute <= 24 * 60 ? minute : null;
}
