import { Button } from "../../http/page/button.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import { DateField } from "../../http/page/date-field.tsx";
import { Field } from "../../http/page/field.tsx";
import { ownDayKinds } from "../../petitions/calendar-change.ts";
import type { CalendarProps } from "./props.ts";

/** One day that differs: which, what the office does on it, and what it is called. */
export function DayForm({ page, calendar, typed, faults }: CalendarProps) {
  const words = page.words.calendar;
  const faultAt = (field: string) => faults.find((item) => item.field === field)?.sentence;
  return (
    <form class="card stack" method="post" action="/console/calendar" id="add-day">
      <h2>{words.add}</h2>
      <p class="hint">{words.addLead}</p>
      <input type="hidden" name="what" value="day" />
      <input type="hidden" name="year" value={String(calendar.yearBe)} />
      <DateField
        page={page}
        name="day"
        label={words.day}
        whole
        error={faultAt("dayDay")}
        value={{
          day: typed.dayDay,
          month: typed.dayMonth,
          year: typed.dayYear === "" ? String(calendar.yearBe) : typed.dayYear,
        }}
      />
      <Field name="name" label={words.name} error={faultAt("name")} value={typed.name} maxlength={120} />
      <ChoiceGroup
        name="kind"
        legend={words.what}
        type="radio"
        chosen={[typed.kind]}
        choices={ownDayKinds.map((kind) => ({
          value: kind,
          label: words.whats[kind],
          hint: words.whatHints[kind],
        }))}
      />
      <Field
        name="halfCloses"
        label={words.halfCloses}
        hint={words.timeHint}
        error={faultAt("halfCloses")}
        value={typed.halfCloses}
        maxlength={5}
      />
      <Button kind="secondary">{words.save}</Button>
    </form>
  );
}
