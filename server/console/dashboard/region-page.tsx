import { EmptyState } from "../../http/page/banner.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { Table } from "../../http/page/table.tsx";
import type { StaffSession } from "../../http/env.ts";
import { formatDay } from "../../kernel/thai-date.ts";
import type { Region } from "../../visits/actions/see-region.ts";
import { codesOf, type DayTally } from "../../visits/day-tally.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { FiguresRow } from "./figures.tsx";
import { TrendChart } from "./trend-chart.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: Region;
}

/** The facilities under an office, their day and their thirty days. */
export function RegionPage({ page, staff, seen }: Props) {
  const words = page.words.dashboard;
  const sum = (figure: (tally: DayTally) => number) =>
    seen.facilities.reduce((total, { today }) => total + (today ? figure(today) : 0), 0);
  return (
    <ConsoleLayout page={page} staff={staff} current="region" title={words.regionTitle}>
      <h1>{words.regionTitle}</h1>
      <p class="lead">{words.regionLead(formatDay(seen.day, page.language))}</p>
      {seen.facilities.length === 0 ? (
        <EmptyState title={words.regionEmpty} icon="door" />
      ) : (
        <>
          <FiguresRow
            figures={[
              [words.codes, sum(codesOf)],
              [words.drafts, sum(({ drafts }) => drafts)],
              [words.cancelled, sum(({ cancelled }) => cancelled)],
              [words.scansRefused, sum(({ scansRefused }) => scansRefused)],
            ]}
          />
          <Table
            caption={words.regionTitle}
            rows={seen.facilities}
            columns={[
              { title: words.hcode, cell: ({ hcode }) => hcode },
              { title: words.facility, cell: (row) => nameIn(row, page.language) },
              ...figureColumns(page),
              { title: words.codesTrend, cell: ({ codes }) => codes, figures: true },
            ]}
          />
          <section class="stack">
            <h2>{words.trendTitle}</h2>
            <TrendChart page={page} trend={seen.trend} />
          </section>
        </>
      )}
    </ConsoleLayout>
  );
}

function figureColumns(page: PageContext) {
  const words = page.words.dashboard;
  const column = (title: string, figure: (tally: DayTally) => number) => ({
    title,
    figures: true,
    cell: ({ today }: Region["facilities"][number]) => (today ? figure(today) : words.notCounted),
  });
  return [
    column(words.codesToday, codesOf),
    column(words.drafts, ({ drafts }) => drafts),
    column(words.cancelled, ({ cancelled }) => cancelled),
    column(words.scansRefused, ({ scansRefused }) => scansRefused),
  ];
}
