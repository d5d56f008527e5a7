import type { FormFields } from "../../http/form.ts";
import { toAsciiDigits } from "../../kernel/digits.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { parseBangkokDay, toChristianYear } from "../../kernel/thai-date.ts";
import { ownDayKinds, type CalendarChange } from "../../petitions/calendar-change.ts";
import { parseMinute } from "../../petitions/clock-time.ts";
import type { CalendarPageRefusal } from "../../words/calendar/th.ts";

/** What stands in the forms of the page, as it was typed. */
export interface CalendarTyped {
  /** Which of the forms was sent: "day", "clear" or "hours". */
  readonly what: string;
  /** The year that is looked at, in the Buddhist era. */
  readonly year: string;
  /** The day as data keep it; empty: none was made of the three parts. */
  readonly day: string;
  readonly dayDay: string;
  readonly dayMonth: string;
  readonly dayYear: string;
  readonly kind: string;
  readonly name: string;
  readonly halfCloses: string;
  /** Null: as they are kept. */
  readonly weekdays: readonly string[] | null;
  readonly opens: string | null;
  readonly closes: string | null;
}

export const emptyTyped: CalendarTyped = {
  what: "",
  year: "",
  day: "",
  dayDay: "",
  dayMonth: "",
  dayYear: "",
  kind: "holiday",
  name: "",
  halfCloses: "12:00",
  weekdays: null,
  opens: null,
  closes: null,
};

/** What was typed, to be shown again or carried through a question. */
export function typedOf(form: FormFields): CalendarTyped {
  const what = form.text("what");
  const texts = ["year", "dayDay", "dayMonth", "dayYear", "kind", "name", "halfCloses"] as const;
  const typed = Object.fromEntries(texts.map((name) => [name, form.text(name)])) as Pick<
    CalendarTyped,
    (typeof texts)[number]
  >;
  const isHours = what === "hours";
  return {
    ...emptyTyped,
    ...(isHours ? { year: typed.year } : typed),
    what,
    day: dayText(form),
    weekdays: isHours ? form.all("weekdays") : null,
    opens: isHours ? form.text("opens") : null,
    closes: isHours ? form.text("closes") : null,
  };
}

/** Reads the change that was asked for. */
export function readChange(form: FormFields): Result<CalendarChange, CalendarPageRefusal> {
  if (form.text("what") === "hours") return readHours(form);
  const day = parseBangkokDay(dayText(form));
  if (!day.ok) return refuse({ kind: "day_shape" });
  if (form.text("what") === "clear") return ok({ kind: "day_cleared", day: day.value });
  const kind = ownDayKinds.find((known) => known === form.text("kind")) ?? "holiday";
  const closesMinute = kind === "half" ? parseMinute(toAsciiDigits(form.text("halfCloses"))) : null;
  if (kind === "half" && closesMinute === null) return refuse({ kind: "time_shape" });
  const set = { day: day.value, isWorking: kind !== "holiday", nameTh: form.text("name"), closesMinute };
  return ok({ kind: "day_set", day: set });
}

/** The input a refusal belongs to. */
export function fieldOf({ kind }: CalendarPageRefusal, what: string): string {
  switch (kind) {
    case "weekdays_none":
    case "weekday_unknown":
      return "weekdays";
    case "hours_order":
      return "closes";
    case "time_shape":
      return what === "hours" ? "opens" : "halfCloses";
    case "half_day_order":
      return "halfCloses";
    case "day_name_missing":
      return "name";
    case "day_past":
    case "day_not_own":
    case "day_shape":
      return "dayDay";
  }
}

function readHours(form: FormFields): Result<CalendarChange, CalendarPageRefusal> {
  const [opens, closes] = ["opens", "closes"].map((name) => parseMinute(toAsciiDigits(form.text(name))));
  if (typeof opens !== "number" || typeof closes !== "number") return refuse({ kind: "time_shape" });
  const weekdays = form.all("weekdays").map(Number);
  return ok({ kind: "hours_set", hours: { weekdays, opensMinute: opens, closesMinute: closes } });
}

/** A day as data keep it, out of one field or of three with the year in the Buddhist era. */
function dayText(form: FormFields): string {
  const whole = form.text("day");
  if (whole !== "") return whole;
  const [day, month, year] = ["dayDay", "dayMonth", "dayYear"].map((name) =>
    toAsciiDigits(form.text(name)).trim(),
  );
  if (!day || !month || !year || !/^25\d{2}$/.test(year)) return "";
  return `${toChristianYear(Number(year))}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
