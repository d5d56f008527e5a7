import { BarChart } from "../../http/page/bar-chart.tsx";
import { EmptyState } from "../../http/page/banner.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { Table } from "../../http/page/table.tsx";
import type { StaffSession } from "../../http/env.ts";
import { formatDay, formatTime } from "../../kernel/thai-date.ts";
import type { Dashboard } from "../../visits/actions/see-dashboard.ts";
import { codesOf, hoursShown } from "../../visits/day-tally.ts";
import { askingWays, type AskingWay } from "../../visits/visit.ts";
import { ConsoleLayout } from "../layout.tsx";
import { AsTable, FiguresRow } from "./figures.tsx";
import { TrendChart } from "./trend-chart.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: Dashboard;
}

/** A facility's day in figures: what was issued, what waits, what was refused, and thirty days. */
export function DashboardPage({ page, staff, seen }: Props) {
  const words = page.words.dashboard;
  const { today } = seen;
  return (
    <ConsoleLayout page={page} staff={staff} current="dashboard" title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">
        {words.lead(formatDay(today.day, page.language), formatTime(seen.at, page.language))}
      </p>
      <FiguresRow
        figures={[
          [words.codes, codesOf(today)],
          [words.drafts, today.drafts],
          [words.cancelled, today.cancelled],
          [words.scans, today.scans],
          [words.scansRefused, today.scansRefused],
        ]}
      />
      <Hours page={page} seen={seen} />
      <section class="stack">
        <h2>{words.trendTitle}</h2>
        <TrendChart page={page} trend={seen.trend} />
      </section>
    </ConsoleLayout>
  );
}

function Hours({ page, seen }: { page: PageContext; seen: Dashboard }) {
  const words = page.words.dashboard;
  const codes = codesOf(seen.today);
  const rows = hoursShown(seen.hours).map((hour) => ({ hour, count: countOf(seen, hour) }));
  const busiest = [...rows].sort((a, b) => b.count.total - a.count.total)[0];
  return (
    <section class="stack">
      <h2>{words.hoursTitle}</h2>
      {codes === 0 ? (
        <EmptyState title={words.empty} icon="clock" />
      ) : (
        <>
          <BarChart
            summary={words.hoursSummary(codes, words.hourSpan(busiest?.hour ?? 0))}
            series={askingWays.map((way) => words.way[way])}
            bars={rows.map(({ hour, count }) => ({
              label: String(hour).padStart(2, "0"),
              parts: askingWays.map((way, series) => ({ series, value: count.ways[way] })),
            }))}
          />
          <AsTable label={words.asTable}>
            <Table
              caption={words.hoursTitle}
              rows={rows}
              columns={[
                { title: words.hour, cell: ({ hour }) => words.hourSpan(hour) },
                ...askingWays.map((way) => ({
                  title: words.way[way],
                  cell: ({ count }: (typeof rows)[number]) => count.ways[way],
                  figures: true,
                })),
                { title: words.total, cell: ({ count }) => count.total, figures: true },
              ]}
            />
          </AsTable>
        </>
      )}
    </section>
  );
}

function countOf(
  { hours }: Dashboard,
  hour: number,
): { readonly ways: Readonly<Record<AskingWay, number>>; readonly total: number } {
  const of = (way: AskingWay) => hours.find((count) => count.hour === hour && count.way === way)?.codes ?? 0;
  const ways = Object.fromEntries(askingWays.map((way) => [way, of(way)])) as Record<AskingWay, number>;
  return { ways, total: Object.values(ways).reduce((sum, codes) => sum + codes, 0) };
}
