import { paperSizes, type PdfDocument } from "../../kernel/pdf-document.ts";
import { pointsPerMm, type Mark, type Strip } from "./marks.ts";
import { stripsOf } from "./strips.ts";
import { linesOf, startOf, textMark, type Faces } from "./text-strips.ts";

/** A page as its marks, and its size in points. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

const footStyle = { size: 8.5, ink: "grey" } as const;
/** Room for the foot line, in points. */
const footRoom = 20;

/** Lays a document out on its pages. Throws when something that stays in one piece is higher than a page. */
export function layOut(faces: Faces, document: PdfDocument): Page[] {
  const { widthMm, heightMm } = paperSizes[document.paper];
  const [width, height] = [widthMm * pointsPerMm, heightMm * pointsPerMm];
  const margin = document.marginMm * pointsPerMm;
  const room = {
    width: width - 2 * margin,
    height: height - 2 * margin - (document.footer ? footRoom : 0),
  };
  const pages = flow(stripsOf(faces, document.blocks, room), room.height).map((strips) =>
    paint(strips, margin),
  );
  return pages.map((marks, at) => {
    const text = document.footer?.(at + 1, pages.length) ?? "";
    const [line] = text === "" ? [] : linesOf(faces, text, footStyle, room.width);
    const foot = line
      ? [textMark(line, footStyle, margin + startOf(line, room.width, "middle"), height - margin - 13)]
      : [];
    return { width, height, marks: [...marks, ...foot] };
  });
}

/** Shares strips out over pages of that height. */
function flow(strips: readonly Strip[], height: number): Strip[][] {
  const pages: Strip[][] = [[]];
  let left = height;
  let at = 0;
  const turn = () => {
    pages.push([]);
    left = height;
  };
  while (at < strips.length) {
    const group = groupFrom(strips, at, height);
    const [first] = group;
    const page = pages.at(-1);
    if (!first || !page) break;
    const isTop = page.length === 0;
    if (first.endsPage || (isTop && first.isRoom)) {
      if (first.endsPage && !isTop) turn();
      at += 1;
      continue;
    }
    const head = isTop && at > 0 ? first.head : undefined;
    const taken = [...(head ? [head] : []), ...group];
    const needed = heightOf(taken);
    if (needed > left + 0.01 && !isTop) {
      turn();
      continue;
    }
    if (needed > height + 0.01) throw new RangeError("a part of the document is higher than its page");
    page.push(...taken);
    left -= needed;
    at += group.length;
  }
  return pages.filter((page, index) => page.length > 0 || index === 0);
}

/** A strip and those it must stay with, as far as a page can hold them. */
function groupFrom(strips: readonly Strip[], from: number, height: number): Strip[] {
  let to = from;
  while (strips[to]?.withNext && to + 1 < strips.length && !strips[to + 1]?.endsPage) to += 1;
  const group = strips.slice(from, to + 1);
  return heightOf(group) > height ? group.slice(0, 1) : group;
}

function heightOf(strips: readonly Strip[]): number {
  return strips.reduce((sum, strip) => sum + strip.height, 0);
}

function paint(strips: readonly Strip[], margin: number): Mark[] {
  let y = margin;
  return strips.flatMap((strip) => {
    const marks = strip.paint(margin, y);
    y += strip.height;
    return marks;
  });
}
