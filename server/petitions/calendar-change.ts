import { ok, refuse, type Result } from "../kernel/result.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { judgeHours, type AgencyDay, type HoursRefusal } from "./agency-calendar.ts";
import type { OwnCalendar } from "./calendar-around.ts";
import type { OfficeHours } from "./office-hours.ts";

/** What an agency may make of a day: closed, worked on though it would not be, or closed early. */
export const ownDayKinds = ["holiday", "working", "half"] as const;
export type OwnDayKind = (typeof ownDayKinds)[number];

/** One change of an agency's calendar. */
export type CalendarChange =
  | { readonly kind: "day_set"; readonly day: AgencyDay }
  | { readonly kind: "day_cleared"; readonly day: BangkokDay }
  | { readonly kind: "hours_set"; readonly hours: OfficeHours };

export type CalendarRefusal =
  | HoursRefusal
  | { readonly kind: "day_name_missing" }
  /** What is past has been counted; only today and later may be changed. */
  | { readonly kind: "day_past" }
  /** It is no day of the agency's own. */
  | { readonly kind: "day_not_own" }
  /** A half day closes after opening and before the usual closing. */
  | { readonly kind: "half_day_order" };

const longestName = 120;

/**
 * An agency's own calendar after a change. Refuses hours that `judgeHours` refuses, days before `today`, a day without a
 * name, a half day that does not close between opening and closing, and clearing a day that is not the agency's own.
 */
export function changeCalendar(
  calendar: OwnCalendar,
  change: CalendarChange,
  today: BangkokDay,
): Result<OwnCalendar, CalendarRefusal> {
  switch (change.kind) {
    case "hours_set": {
      const judged = judgeHours(change.hours);
      return judged.ok ? ok({ ...calendar, hours: judged.value }) : judged;
    }
    case "day_set": {
      const refusal = refusalOfDay(calendar, change.day, today);
      if (refusal !== null) return refuse(refusal);
      return ok({ ...calendar, own: [...without(calendar, change.day.day), tidied(change.day)] });
    }
    case "day_cleared": {
      if (change.day < today) return refuse({ kind: "day_past" });
      const isOwn = calendar.own.some(({ day }) => day === change.day);
      return isOwn
        ? ok({ ...calendar, own: without(calendar, change.day) })
        : refuse({ kind: "day_not_own" });
    }
  }
}

/** A day as it is kept. */
export function tidied(day: AgencyDay): AgencyDay {
  return { ...day, nameTh: day.nameTh.trim().slice(0, longestName) };
}

/** What an agency made of a day. */
export function kindOfOwnDay({ isWorking, closesMinute }: AgencyDay): OwnDayKind {
  if (!isWorking) return "holiday";
  return closesMinute === undefined || closesMinute === null ? "working" : "half";
}

function refusalOfDay({ hours }: OwnCalendar, day: AgencyDay, today: BangkokDay): CalendarRefusal | null {
  if (day.day < today) return { kind: "day_past" };
  if (day.nameTh.trim() === "") return { kind: "day_name_missing" };
  const closes = day.closesMinute ?? null;
  const fits = closes === null || (closes > hours.opensMinute && closes < hours.closesMinute);
  return fits ? null : { kind: "half_day_order" };
}

function without({ own }: OwnCalendar, day: BangkokDay): readonly AgencyDay[] {
  return own.filter((one) => one.day !== day);
}
