import type { StaffSession } from "../../http/env.ts";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import type { CalendarYear } from "../../petitions/actions/see-calendar.ts";
import type { CalendarTyped } from "./typed.ts";

/** What the page of a year and its forms are given. */
export interface CalendarProps {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly calendar: CalendarYear;
  readonly typed: CalendarTyped;
  readonly faults: readonly SummaryItem[];
  readonly done: boolean;
}
