import type { Language } from "../../kernel/language.ts";
import type { FigureLine } from "../../petitions/actions/list-figure-lines.ts";
import type { Words } from "../../words/words.ts";

/** The columns of the file, in the reader's language. */
export function figureHeader({ columns }: Words["figures"]): readonly string[] {
  const names: readonly (keyof typeof columns)[] = [
    "month",
    "service",
    "unit",
    "filed",
    "completed",
    "inTime",
    "late",
    "median",
    "ninth",
    "reopened",
    "ratings",
    "stars",
  ];
  return names.map((name) => columns[name]);
}

/** "2569-11", which sorts as "2026-11" does. */
function inBuddhistEra(month: string): string {
  return `${Number(month.slice(0, 4)) + 543}${month.slice(4)}`;
}

/** One line under those columns; what was not counted stays empty. */
export function figureCells(line: FigureLine, language: Language): readonly string[] {
  const text = (figure: number | null) => (figure === null ? "" : String(figure));
  return [
    language === "th" ? inBuddhistEra(line.month) : line.month,
    language === "th" ? line.serviceTh : line.serviceEn,
    (language === "th" ? line.unitTh : line.unitEn) ?? "",
    ...[line.filed, line.completed, line.inTime, line.late, line.median, line.ninth].map(text),
    ...[line.reopened, line.ratings, line.stars].map(text),
  ];
}
