import type { PageContext } from "../../http/page/context.ts";
import { Table, type Column } from "../../http/page/table.tsx";
import type { FigureRow } from "../../petitions/actions/see-petition-figures.ts";
import { percentOf } from "../../petitions/petition-figures.ts";
import { nameIn } from "../../visits/names.ts";

/** What a service promises, in words. */
export function promiseSaid(page: PageContext, { promised }: Pick<FigureRow, "promised">): string {
  const words = page.words.figures;
  return promised === null ? words.noPromise : words.promise[promised.unit](promised.days);
}

/** Figures of services or of units, a row each. */
export function FigureTable(props: {
  page: PageContext;
  rows: readonly FigureRow[];
  of: "service" | "unit";
}) {
  const { page, rows, of } = props;
  const words = page.words.figures;
  const figure = (title: string, cell: (row: FigureRow) => number | string | null): Column<FigureRow> => ({
    title,
    figures: true,
    cell: (row) => cell(row) ?? words.none,
  });
  const share = (part: number, whole: number) => {
    const percent = percentOf(part, whole);
    return percent === null ? null : words.percent(percent);
  };
  const name: Column<FigureRow> = {
    title: of === "service" ? words.service : words.unit,
    cell: (row) => (row.id === null ? words.noUnit : nameIn(row, page.language)),
  };
  return (
    <Table
      caption={of === "service" ? words.byServiceTitle : words.byUnitTitle}
      rows={rows}
      columns={[
        name,
        figure(words.filed, ({ filed }) => filed),
        figure(words.completed, ({ completed }) => completed),
        figure(words.openShort, ({ open }) => open),
        figure(words.overdueShort, ({ overdue }) => overdue),
        figure(words.median, ({ median }) => median),
        figure(words.ninth, ({ ninth }) => ninth),
        ...(of === "service" ? [figure(words.promised, (row) => promiseSaid(page, row))] : []),
        figure(words.inTime, ({ inTime, late }) => share(inTime, inTime + late)),
        figure(words.reopenedShort, ({ reopened, finished }) => share(reopened, finished)),
        figure(words.satisfaction, ({ stars }) => stars?.toFixed(1) ?? null),
      ]}
    />
  );
}
