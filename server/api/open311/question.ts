import type { OpenQuestion } from "../../petitions/actions/see-open-requests.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { addDays, bangkokDay, startOfBangkokDay } from "../../kernel/thai-date.ts";
import { parseTrackingNumber } from "../../petitions/tracking-number.ts";

/** The most that one answer holds, by the specification. */
export const mostRequests = 1000;
const spanDays = 90;
/** Nothing was filed before; and days are counted on from what was asked for, which no calendar of ours holds. */
const [firstYear, lastYear] = [2000, 2100];
/** A list of ids or codes is no dump of a table. */
const mostNamed = 100;

export interface QuestionRefusal {
  readonly kind: "question_wrong";
  /** In English, as everything of Open311 for machines. */
  readonly description: string;
}

type Query = (name: string) => string | undefined;

/**
 * Reads what is asked of `requests`: ids (which put every other filter aside), service codes, a span of days and open or
 * closed. Without both dates the last ninety days; a span is never longer than that. Dates are whole days in Bangkok, so
 * that no moment of filing can be found out by asking for narrower and narrower spans.
 */
export function readQuestion(query: Query, now: Date): Result<OpenQuestion, QuestionRefusal> {
  const ids = listOf(query("service_request_id"));
  if (ids !== null) return byIds(ids);
  const [start, end] = [query("start_date"), query("end_date")];
  const from = readDate(start);
  const until = readDate(end);
  if (from === undefined || until === undefined) {
    return wrong(
      `start_date and end_date are written as 2026-11-21T00:00:00+07:00 or 2026-11-21, from ${firstYear} to ${lastYear}`,
    );
  }
  const status = listOf(query("status"))?.map((one) => one.toLowerCase()) ?? null;
  if (status?.some((one) => one !== "open" && one !== "closed"))
    return wrong("status is open, closed or both");
  const serviceCodes = listOf(query("service_code"));
  if ((serviceCodes?.length ?? 0) > mostNamed) return wrong(`at most ${mostNamed} service codes at once`);
  const size = query("page_size");
  const limit = size === undefined ? mostRequests : Number(size);
  if (!Number.isInteger(limit) || limit < 1 || limit > mostRequests) {
    return wrong(`page_size is a whole number from 1 to ${mostRequests}`);
  }
  const isOpen = status === null || new Set(status).size === 2 ? null : status[0] === "open";
  return ok({ numbers: null, serviceCodes, ...spanOf(from, until, now), isOpen, limit });
}

function byIds(ids: readonly string[]): Result<OpenQuestion, QuestionRefusal> {
  if (ids.length > mostNamed) return wrong(`at most ${mostNamed} ids at once`);
  const numbers = ids.flatMap((id) => {
    const number = parseTrackingNumber(id);
    return number.ok ? [number.value] : [];
  });
  return ok({ numbers, serviceCodes: null, from: null, until: null, isOpen: null, limit: mostNamed });
}

function wrong(description: string) {
  return refuse({ kind: "question_wrong", description } as const);
}

/** From the beginning of the first day to the end of the last. */
function spanOf(
  from: Date | null,
  until: Date | null,
  now: Date,
): { readonly from: Date; readonly until: Date } {
  const last = until ?? (from === null ? now : null);
  const lastDay = last === null ? null : bangkokDay(last);
  const firstDay = from === null ? addDays(lastDay ?? bangkokDay(now), -spanDays) : bangkokDay(from);
  const latest = addDays(firstDay, spanDays);
  const endDay = lastDay === null || lastDay > latest ? latest : lastDay;
  return { from: startOfBangkokDay(firstDay), until: startOfBangkokDay(addDays(endDay, 1)) };
}

/** Null: it was not given; undefined: it is none. */
function readDate(text: string | undefined): Date | null | undefined {
  if (text === undefined || text === "") return null;
  // A plus of the offset comes as a space where a client did not escape it.
  const tidy = text.replace(" ", "+");
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(tidy)) return undefined;
  const moment = new Date(tidy.length === 10 ? `${tidy}T00:00:00+07:00` : tidy);
  const year = Number(tidy.slice(0, 4));
  return Number.isNaN(moment.getTime()) || year < firstYear || year > lastYear ? undefined : moment;
}

function listOf(text: string | undefined): readonly string[] | null {
  if (text === undefined || text.trim() === "") return null;
  return text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}
