import type { StaffSession } from "../../http/env.ts";
import { ConfirmPanel } from "../../http/page/confirm-panel.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { Table } from "../../http/page/table.tsx";
import { formatDay } from "../../kernel/thai-date.ts";
import type { MovedDay } from "../../petitions/actions/save-calendar.ts";
import { ConsoleLayout } from "../layout.tsx";
import type { CalendarTyped } from "./typed.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly moves: { readonly count: number; readonly first: readonly MovedDay[] };
  readonly typed: CalendarTyped;
}

/** What a change of the calendar does to running petitions, before it is saved. */
export function AskPage({ page, staff, moves, typed }: Props) {
  const words = page.words.calendar.asks;
  const day = (at: MovedDay["from"]) => formatDay(at, page.language);
  return (
    <ConsoleLayout page={page} staff={staff} current="calendar" title={words.title} back="/console/calendar">
      <ConfirmPanel
        title={words.title}
        action="/console/calendar"
        yes={words.yes}
        no={words.no}
        noHref="/console/calendar"
        kind="primary"
        hidden={{ ...kept(typed), confirmed: "yes" }}
      >
        <p class="lead">{words.body(moves.count)}</p>
        <Table
          caption={words.title}
          rows={moves.first}
          columns={[
            { title: words.number, cell: ({ number }) => number },
            { title: words.from, cell: ({ from }) => day(from) },
            { title: words.to, cell: ({ to }) => <strong>{day(to)}</strong> },
          ]}
        />
        {moves.count > moves.first.length ? <p>{words.more(moves.count - moves.first.length)}</p> : null}
        {(typed.weekdays ?? []).map((weekday) => (
          <input type="hidden" name="weekdays" value={weekday} />
        ))}
      </ConfirmPanel>
    </ConsoleLayout>
  );
}

function kept(typed: CalendarTyped): Record<string, string> {
  const texts = Object.entries(typed).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return Object.fromEntries(texts);
}
