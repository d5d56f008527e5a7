import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { parseBangkokDay, toBuddhistYear } from "../../kernel/thai-date.ts";
import { applyCalendars } from "../../petitions/actions/apply-calendars.ts";
import { saveCalendar } from "../../petitions/actions/save-calendar.ts";
import { seeCalendar } from "../../petitions/actions/see-calendar.ts";
import type { CalendarPageRefusal } from "../../words/calendar/th.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { AskPage } from "./ask-page.tsx";
import { CalendarPage } from "./calendar-page.tsx";
import { emptyTyped, fieldOf, readChange, typedOf, type CalendarTyped } from "./typed.ts";

/** The agency's own days and office hours (E5.6, E6). */
export const calendarPages = new Hono<AppEnv>();

const mayManage = requireRight("manage_agency");

calendarPages.get("/calendar", mayManage, (c) =>
  show(c, { ...emptyTyped, name: (c.req.query("name") ?? "").slice(0, 120) }, []),
);

calendarPages.post("/calendar", mayManage, async (c) => {
  const form = await readForm(c);
  const typed = typedOf(form);
  const again = (refusal: CalendarPageRefusal) => {
    const sentence = sayRefusal(pageContext(c).words.calendar.refusal, refusal);
    return show(c, typed, [{ field: fieldOf(refusal, form.text("what")), sentence }]);
  };
  const change = readChange(form);
  if (!change.ok) return again(change.refusal);
  const confirmed = form.text("confirmed") === "yes";
  const saved = await saveCalendar(c.var.ports, staffOf(c), { change: change.value, confirmed });
  if (saved.ok) {
    c.var.later(() => applyCalendars(c.var.ports, { kind: "system", job: "calendar" }), "apply_calendars");
    return c.redirect(`/console/calendar?year=${yearOf(form.text("year"))}&done=1`, 303);
  }
  if (saved.refusal.kind !== "moves_petitions") return again(saved.refusal);
  const common = { page: pageContext(c), staff: sessionOf(c) };
  return sendPage(c, <AskPage {...common} moves={saved.refusal} typed={typed} />, { status: 409 });
});

function yearOf(text: string): string {
  return /^25\d{2}$/.test(text) ? text : "";
}

async function show(c: AppContext, typed: CalendarTyped, faults: readonly SummaryItem[]): Promise<Response> {
  const given = parseBangkokDay(typed.day);
  const asked = c.req.query("year") ?? typed.year;
  const yearBe = /^25\d{2}$/.test(asked)
    ? Number(asked)
    : given.ok
      ? toBuddhistYear(Number(given.value.slice(0, 4)))
      : null;
  const common = {
    page: pageContext(c),
    staff: sessionOf(c),
    calendar: await seeCalendar(c.var.ports, staffOf(c), { yearBe }),
    typed,
    faults,
    done: c.req.query("done") === "1",
  };
  return sendPage(c, <CalendarPage {...common} />, { status: faults.length > 0 ? 422 : 200 });
}
