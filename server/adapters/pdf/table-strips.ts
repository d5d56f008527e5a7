import type { Table } from "../../kernel/pdf-document.ts";
import type { SetLine } from "./lines.ts";
import { lineMark, type Mark, type Strip } from "./marks.ts";
import { lineHeight, linesOf, startOf, textMark, type Faces } from "./text-strips.ts";

/** Room within a cell, in points. */
const [padAcross, padDown] = [4, 2.5];

/** A table row by row; its head stands again on every page. A row longer than a page goes on over the next ones. */
export function tableStrips(faces: Faces, table: Table, width: number, pageHeight: number): Strip[] {
  const shares = table.columns.reduce((sum, { share }) => sum + share, 0);
  const widths = table.columns.map(({ share }) => (width * share) / shares);
  const headStyle = { ...table.style, bold: true };
  const cellsOf = (texts: readonly string[], style: Table["style"]) =>
    widths.map((cell, at) => linesOf(faces, texts[at] ?? "", style, cell - 2 * padAcross));
  const strip = (cells: readonly SetLine[][], style: Table["style"], isHead: boolean): Strip => {
    const height = Math.max(1, ...cells.map((lines) => lines.length)) * lineHeight(style) + 2 * padDown;
    return { height, paint: (x, y) => rowMarks(table, widths, { cells, style, isHead, height }, x, y) };
  };
  const head = strip(
    cellsOf(
      table.columns.map(({ title }) => title),
      headStyle,
    ),
    headStyle,
    true,
  );
  const most = Math.floor((pageHeight - head.height - 2 * padDown) / lineHeight(table.style));
  const rows = table.rows.flatMap((row) =>
    partsOf(cellsOf(row, table.style), most).map((cells) => ({ ...strip(cells, table.style, false), head })),
  );
  return [{ ...head, withNext: true }, ...rows];
}

/** The lines of a row's cells, at most so many at a time. */
function partsOf(cells: readonly SetLine[][], most: number): SetLine[][][] {
  const lines = Math.max(1, ...cells.map((cell) => cell.length));
  return Array.from({ length: Math.ceil(lines / Math.max(1, most)) }, (_, part) =>
    cells.map((cell) => cell.slice(part * most, (part + 1) * most)),
  );
}

interface Row {
  readonly cells: readonly SetLine[][];
  readonly style: Table["style"];
  readonly isHead: boolean;
  readonly height: number;
}

function rowMarks(table: Table, widths: readonly number[], row: Row, x: number, y: number): Mark[] {
  const { height } = row;
  const width = widths.reduce((sum, cell) => sum + cell, 0);
  const marks: Mark[] = [];
  if (row.isHead) {
    marks.push({ kind: "path", ink: "mist", line: null, parts: [["box", x, y, width, height]] });
    marks.push(lineMark("grey", 0.5, [x, y, x + width, y]));
  }
  let left = x;
  widths.forEach((cell, at) => {
    for (const [down, line] of (row.cells[at] ?? []).entries()) {
      const start = startOf(line, cell - 2 * padAcross, table.columns[at]?.align);
      marks.push(
        textMark(line, row.style, left + padAcross + start, y + padDown + down * lineHeight(row.style)),
      );
    }
    marks.push(lineMark("grey", 0.5, [left, y, left, y + height]));
    left += cell;
  });
  marks.push(lineMark("grey", 0.5, [left, y, left, y + height]));
  marks.push(lineMark("grey", 0.5, [x, y + height, left, y + height]));
  return marks;
}
