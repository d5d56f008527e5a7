import { BarChart } from "../../http/page/bar-chart.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { Table } from "../../http/page/table.tsx";
import { formatMonth, monthName } from "../../kernel/thai-date.ts";
import type { PetitionFigures } from "../../petitions/actions/see-petition-figures.ts";
import { AsTable } from "../dashboard/figures.tsx";

/** What came in and what was completed, two bars a month; the same as a table. */
export function MonthsChart({ page, trend }: { page: PageContext; trend: PetitionFigures["trend"] }) {
  const words = page.words.figures;
  const sum = (figure: (month: (typeof trend)[number]) => number) =>
    trend.reduce((total, month) => total + figure(month), 0);
  return (
    <>
      <BarChart
        summary={words.trendSummary(
          sum(({ filed }) => filed),
          sum(({ completed }) => completed),
          trend.length,
        )}
        series={[words.filed, words.completed]}
        bars={trend.flatMap(({ month, filed, completed }, index) => [
          {
            label: isNamed(index, trend.length)
              ? monthName(Number(month.slice(5)), page.language, "short")
              : "",
            parts: [{ series: 0, value: filed }],
          },
          { label: "", parts: [{ series: 1, value: completed }] },
        ])}
      />
      <AsTable label={words.asTable}>
        <Table
          caption={words.trendTitle}
          rows={trend}
          columns={[
            { title: words.month, cell: ({ month }) => formatMonth(month, page.language) },
            { title: words.filed, cell: ({ filed }) => filed, figures: true },
            { title: words.completed, cell: ({ completed }) => completed, figures: true },
            { title: words.medianWorking, cell: ({ median }) => median ?? words.none, figures: true },
            {
              title: words.satisfaction,
              cell: ({ stars }) => stars?.toFixed(1) ?? words.none,
              figures: true,
            },
          ]}
        />
      </AsTable>
    </>
  );
}

/** On a phone twelve names would run into each other: of many months every third is named, the last among them. */
function isNamed(index: number, months: number): boolean {
  return months <= 6 || (months - 1 - index) % 3 === 0;
}
