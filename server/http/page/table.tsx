import type { Child } from "hono/jsx";

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => Child;
  /** Figures are set to the right, in tabular digits. */
  readonly figures?: boolean;
  /** The rows stand in the order of this column. */
  readonly sorted?: "ascending" | "descending";
}

/**
 * A console table with a head that stays; on narrow screens each row becomes a card, which is why the roles
 * stand here in full: a browser forgets them when cells are no longer laid out as cells.
 */
export function Table<Row>(props: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
}) {
  const { caption, columns, rows } = props;
  return (
    <table class="table" role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ title, figures, sorted }) => (
            <th scope="col" role="columnheader" class={figures ? "figures" : ""} aria-sort={sorted}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row">
            {columns.map(({ title, cell, figures }) => (
              <td role="cell" data-title={title} class={figures ? "figures" : ""}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
