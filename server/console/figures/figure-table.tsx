import type { PageContext } from "../../http/page/context.ts";
import { Table, type Column } from "../../http/page/table.tsx";
import type { FigureRow } from "../../petitions/actions/see-petition-figures.ts";
import { percentOf, reopenedPercent } from "../../petitions/petition-figures.ts";
import { nameIn } from "../../visits/names.ts";

/** What a service promises, in words. */
export function promiseSaid(page: PageContext, { promised }: Pick<FigureRow, "promised">): string {
  const words = page.words.figures;
  return promised === null ? words.noPromise : words.promise[promised.unit](promised.days);
}

/** So many days, in the unit that the row counts. */
export function daysSaid(page: PageContext, { unit }: Pick<FigureRow, "unit">, days: number): string {
  return page.words.figures.promise[unit](days);
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
  const percentSaid = (percent: number | null) => (percent === null ? null : words.percent(percent));
  const share = (part: number, whole: number) => {
    return percentSaid(percentOf(part, whole));
  };
  const took = (row: FigureRow, days: number | null) => (days === null ? null : daysSaid(page, row, days));
  const [moved, still] = [rows.filter(hasMoved), rows.filter((row) => !hasMoved(row))];
  const name: Column<FigureRow> = {
    title: of === "service" ? words.service : words.unit,
    cell: (row) => (row.id === null ? words.noUnit : nameIn(row, page.language)),
  };
  return (
    <>
      <div class="figure-table">
        <Table
          caption={of === "service" ? words.byServiceTitle : words.byUnitTitle}
          rows={moved}
          columns={[
            name,
            figure(words.filedShort, ({ filed }) => filed),
            figure(words.completedShort, ({ completed }) => completed),
            figure(words.openShort, ({ open }) => open),
            figure(words.overdueShort, ({ overdue }) => overdue),
            figure(words.medianShort, (row) => took(row, row.median)),
            figure(words.ninthShort, (row) => took(row, row.ninth)),
            ...(of === "service" ? [figure(words.promisedShort, (row) => promiseSaid(page, row))] : []),
            figure(words.inTimeShort, ({ inTime, late }) => share(inTime, inTime + late)),
            figure(words.reopenedShort, (row) => percentSaid(reopenedPercent(row))),
            figure(words.starsShort, ({ stars }) => stars?.toFixed(1) ?? null),
          ]}
        />
      </div>
      {still.length === 0 ? null : (
        <p class="hint">{words.still(still.map((row) => nameIn(row, page.language)).join(" · "))}</p>
      )}
    </>
  );
}

/** True for a row with anything to tell: the others are named in one line. */
function hasMoved({ id, filed, completed, open }: FigureRow): boolean {
  return id === null || filed + completed + open > 0;
}
