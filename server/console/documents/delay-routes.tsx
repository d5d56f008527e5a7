import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { toAsciiDigits } from "../../kernel/digits.ts";
import { parseBangkokDay, toChristianYear, type BangkokDay } from "../../kernel/thai-date.ts";
import { seeDelay, seeDelays, tellDelay } from "../../petitions/actions/tell-delay.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { DelayPage, DelaysPage, emptyDelay, type DelayTyped } from "./delay-pages.tsx";
import { paperCheckOf } from "./send-paper.ts";

/** Letters of delay that wait for their reasons (E6). */
export const delayPages = new Hono<AppEnv>();

const mayIssue = requireRight("issue_documents");

delayPages.get("/documents/delays", mayIssue, async (c) => {
  const delays = await seeDelays(c.var.ports, staffOf(c));
  const common = { page: pageContext(c), staff: sessionOf(c), delays, done: c.req.query("done") === "1" };
  return sendPage(c, <DelaysPage {...common} />);
});

delayPages.get("/documents/delays/:petitionId", mayIssue, (c) => show(c, emptyDelay, []));

delayPages.post("/documents/delays/:petitionId", mayIssue, async (c) => {
  const petitionId = c.req.param("petitionId");
  const form = await readForm(c);
  const typed: DelayTyped = {
    reason: form.text("reason"),
    newDayDay: form.text("newDayDay"),
    newDayMonth: form.text("newDayMonth"),
    newDayYear: form.text("newDayYear"),
  };
  const input = { petitionId, reason: typed.reason, newDay: dayOf(typed), check: paperCheckOf(c) };
  const told = await tellDelay(c.var.ports, staffOf(c), input);
  if (told.ok) return c.redirect("/console/documents/delays?done=1", 303);
  const { refusal } = told;
  if (refusal.kind === "delay_missing") return notFoundPage(c);
  const sentence = sayRefusal(pageContext(c).words.papers.delay.refusal, refusal);
  return show(c, typed, [{ field: refusal.kind === "delay_day_past" ? "newDayDay" : "reason", sentence }]);
});

function dayOf({ newDayDay, newDayMonth, newDayYear }: DelayTyped): BangkokDay | null {
  const year = toAsciiDigits(newDayYear).trim();
  if (!/^25\d{2}$/.test(year)) return null;
  const month = newDayMonth.padStart(2, "0");
  const day = parseBangkokDay(`${toChristianYear(Number(year))}-${month}-${newDayDay.padStart(2, "0")}`);
  return day.ok ? day.value : null;
}

async function show(c: AppContext, typed: DelayTyped, faults: readonly SummaryItem[]): Promise<Response> {
  const petitionId = c.req.param("petitionId") ?? "";
  const seen = await seeDelay(c.var.ports, staffOf(c), { petitionId });
  if (!seen.ok) return notFoundPage(c);
  const common = { page: pageContext(c), staff: sessionOf(c), delay: seen.value, typed, faults };
  return sendPage(c, <DelayPage {...common} />, { status: faults.length > 0 ? 422 : 200 });
}
