import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { StatusTag, type Tone } from "../../http/page/status-tag.tsx";
import { Table } from "../../http/page/table.tsx";
import { formatDay } from "../../kernel/thai-date.ts";
import type { CalendarYear } from "../../petitions/actions/see-calendar.ts";
import type { CalendarDay } from "../../petitions/calendar-year.ts";
import { formatMinute } from "../../petitions/clock-time.ts";
import { weekdayOf } from "../../petitions/weekday.ts";

interface Props {
  readonly page: PageContext;
  readonly calendar: CalendarYear;
}

const tones: Readonly<Record<CalendarDay["kind"], Tone>> = {
  thai: "plain",
  substitute: "plain",
  holiday: "refused",
  working: "done",
  half: "waiting",
};

/** The days of the year that differ, with a way to take one's own back while they are to come. */
export function DaysTable({ page, calendar }: Props) {
  const words = page.words.calendar;
  const date = ({ day }: CalendarDay) =>
    `${words.weekday[weekdayOf(day) - 1] ?? ""} ${formatDay(day, page.language)}`;
  const kind = ({ kind: of, closesMinute }: CalendarDay) =>
    of === "half" && closesMinute !== null ? words.halfUntil(formatMinute(closesMinute)) : words.kinds[of];
  const source = ({ isOwn, overHoliday }: CalendarDay) => {
    if (!isOwn) return words.filled;
    return overHoliday === null ? words.own : `${words.own} · ${words.insteadOf(overHoliday)}`;
  };
  return (
    <Table
      caption={words.days(calendar.yearBe)}
      rows={calendar.days}
      columns={[
        { title: words.day, cell: date },
        { title: words.name, cell: ({ nameTh }) => nameTh },
        { title: words.kind, cell: (row) => <StatusTag tone={tones[row.kind]}>{kind(row)}</StatusTag> },
        { title: words.source, cell: source },
        {
          title: words.actions,
          cell: (row) => (row.isOwn && row.day >= calendar.today ? <Clear page={page} row={row} /> : "–"),
        },
      ]}
    />
  );
}

function Clear({ page, row }: { page: PageContext; row: CalendarDay }) {
  const words = page.words.calendar;
  return (
    <form method="post" action="/console/calendar">
      <input type="hidden" name="what" value="clear" />
      <input type="hidden" name="day" value={row.day} />
      <Button kind="quiet">
        {words.clear}
        <span class="visually-hidden"> {words.clearLabel(formatDay(row.day, page.language))}</span>
      </Button>
    </form>
  );
}
