import { BarChart } from "../../http/page/bar-chart.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { Table } from "../../http/page/table.tsx";
import { formatDay, type BangkokDay } from "../../kernel/thai-date.ts";
import { AsTable } from "./figures.tsx";

interface Props {
  readonly page: PageContext;
  readonly trend: readonly { readonly day: BangkokDay; readonly codes: number }[];
}

/** Codes of thirty days, a bar a day, every fifth day named; the same as a table. */
export function TrendChart({ page, trend }: Props) {
  const words = page.words.dashboard;
  const total = trend.reduce((sum, { codes }) => sum + codes, 0);
  const named = (index: number) => (trend.length - 1 - index) % 5 === 0;
  return (
    <>
      <BarChart
        summary={words.trendSummary(total, Math.round(total / trend.length))}
        series={[words.codes]}
        bars={trend.map(({ day, codes }, index) => ({
          label: named(index) ? shortDay(day, page) : "",
          parts: [{ series: 0, value: codes }],
        }))}
      />
      <AsTable label={words.asTable}>
        <Table
          caption={words.trendTitle}
          rows={trend}
          columns={[
            { title: words.day, cell: ({ day }) => formatDay(day, page.language) },
            { title: words.codes, cell: ({ codes }) => codes, figures: true },
          ]}
        />
      </AsTable>
    </>
  );
}

/** Day and month; the year is clear from the page. */
function shortDay(day: BangkokDay, page: PageContext): string {
  return formatDay(day, page.language).split(" ").slice(0, 2).join(" ");
}
