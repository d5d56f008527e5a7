import type { AppContext } from "../../http/env.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext } from "../../http/send-page.ts";
import { toAsciiDigits } from "../../kernel/digits.ts";
import {
  bangkokDay,
  formatDay,
  parseBangkokDay,
  toChristianYear,
  type BangkokDay,
} from "../../kernel/thai-date.ts";
import { readQueueQuery, type QueueQuery } from "../../petitions/queue-query.ts";
import { readListedDay } from "../../visits/listed-day.ts";

/** What an address of the queue asks for, its days as they were typed, and what was wrong with them. */
export interface TypedQuery {
  readonly query: QueueQuery;
  readonly days: { readonly from: string; readonly until: string };
  readonly faults: readonly SummaryItem[];
}

/** From this year on a year is of the Buddhist era. */
const firstBuddhistYear = 2400;

/** Reads the address of the queue; days in any way people write them. A day that cannot be read filters nothing. */
export function typedQuery(c: AppContext): TypedQuery {
  const { language, words } = pageContext(c);
  const today = bangkokDay(c.var.ports.clock.now());
  const names = ["from", "until"] as const;
  const read = Object.fromEntries(names.map((name) => [name, readDay(c.req.query(name) ?? "", today)]));
  const query = readQueueQuery((name) =>
    name === "from" || name === "until" ? (read[name]?.day ?? undefined) : c.req.query(name),
  );
  const shown = (name: (typeof names)[number]) => {
    const day = read[name]?.day ?? null;
    return day === null ? (c.req.query(name) ?? "").slice(0, 40) : formatDay(day, language);
  };
  const wrong = names.filter((name) => read[name]?.isWrong);
  return {
    query,
    days: { from: shown("from"), until: shown("until") },
    faults: wrong.map((field) => ({ field, label: words.queue[field], sentence: words.queue.refusal.day })),
  };
}

function readDay(
  text: string,
  today: BangkokDay,
): { readonly day: BangkokDay | null; readonly isWrong: boolean } {
  if (text.trim() === "") return { day: null, isWrong: false };
  const ours = parseBangkokDay(text);
  if (ours.ok) return { day: ours.value, isWrong: false };
  const typed = readListedDay(text, today);
  if (typed.ok) return { day: typed.value, isWrong: false };
  const day = writtenDay(text);
  return { day, isWrong: day === null };
}

/** A day a list of visits would not have, long ago or still to come: whoever filters by it finds nothing, rightly. */
function writtenDay(text: string): BangkokDay | null {
  const [, day = "", month = "", year = ""] =
    /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(toAsciiDigits(text.trim())) ?? [];
  const christian = Number(year) >= firstBuddhistYear ? toChristianYear(Number(year)) : Number(year);
  const written = [String(christian).padStart(4, "0"), month.padStart(2, "0"), day.padStart(2, "0")].join(
    "-",
  );
  const read = parseBangkokDay(written);
  return read.ok && year !== "" ? read.value : null;
}
