import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonLink } from "../../http/page/button.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import { ErrorSummary } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { formatMinute } from "../../petitions/clock-time.ts";
import { ConsoleLayout } from "../layout.tsx";
import { DayForm } from "./day-form.tsx";
import type { CalendarProps } from "./props.ts";
import { DaysTable } from "./days-table.tsx";

/** The form for one more day, the office hours, and under them the days of a year. */
export function CalendarPage(props: CalendarProps) {
  const { page, staff, calendar, faults, done } = props;
  const words = page.words.calendar;
  return (
    <ConsoleLayout page={page} staff={staff} current="calendar" title={words.title} wrong={faults.length > 0}>
      <ErrorSummary page={page} items={faults} />
      {done ? (
        <Banner tone="done" title={words.saved} live>
          {words.savedNext}
        </Banner>
      ) : null}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <nav class="buttons" aria-label={words.year}>
        {calendar.years.map((year) => (
          <ButtonLink
            kind={year === calendar.yearBe ? "primary" : "secondary"}
            href={`/console/calendar?year=${year}`}
          >
            {String(year)}
          </ButtonLink>
        ))}
      </nav>
      <Missing page={page} calendar={calendar} />
      <div class="two-ways">
        <DayForm {...props} />
        <HoursForm {...props} />
      </div>
      <DaysTable page={page} calendar={calendar} />
    </ConsoleLayout>
  );
}

function Missing({ page, calendar }: Pick<CalendarProps, "page" | "calendar">) {
  const words = page.words.calendar;
  const { missing, yearBe } = calendar;
  if (missing.length === 0) return null;
  return (
    <section class="stack">
      <Banner tone="waiting" title={words.missing(yearBe)}>
        {words.missingNext(missing.join(" "))}
      </Banner>
      <div class="buttons">
        {missing.map((name) => (
          <ButtonLink href={`/console/calendar?year=${yearBe}&name=${encodeURIComponent(name)}#add-day`}>
            {words.addThis(name)}
          </ButtonLink>
        ))}
      </div>
    </section>
  );
}

function HoursForm({ page, calendar, typed, faults }: CalendarProps) {
  const words = page.words.calendar;
  const { hours } = calendar;
  const faultAt = (field: string) => faults.find((item) => item.field === field)?.sentence;
  const time = (name: "opens" | "closes", kept: number) => ({
    name,
    value: typed[name] ?? formatMinute(kept),
    hint: words.timeHint,
    error: faultAt(name),
    maxlength: 5,
  });
  return (
    <form class="card stack" method="post" action="/console/calendar">
      <h2>{words.hours}</h2>
      <input type="hidden" name="what" value="hours" />
      <input type="hidden" name="year" value={String(calendar.yearBe)} />
      <ChoiceGroup
        name="weekdays"
        legend={words.weekdays}
        type="checkbox"
        error={faultAt("weekdays")}
        chosen={typed.weekdays ?? hours.weekdays.map(String)}
        choices={words.weekday.map((label, at) => ({ value: String(at + 1), label }))}
      />
      <div class="field-pair">
        <Field {...time("opens", hours.opensMinute)} label={words.opens} />
        <Field {...time("closes", hours.closesMinute)} label={words.closes} />
      </div>
      <Button kind="secondary">{words.hoursSave}</Button>
    </form>
  );
}
