import type { BlankLine, Paragraph, TextStyle, TickLine } from "../../kernel/pdf-document.ts";
import type { Face } from "./face.ts";
import { setLines, type SetLine } from "./lines.ts";
import { lineMark, pointsPerMm, roundBox, type Mark, type Strip } from "./marks.ts";

/** The two weights everything is set in. */
export interface Faces {
  readonly regular: Face;
  readonly bold: Face;
  /** Texts of this document that were set before: labels come again and again. */
  readonly set: Map<string, SetLine[]>;
}

/** Thai stands high: two marks above a letter, one below. A line is so many times its size, its foot so far down. */
const lineHeights = 1.58;
const footHeights = 1.16;

export function lineHeight({ size }: TextStyle): number {
  return size * lineHeights;
}

/** The lines of a text within a width in points. */
export function linesOf(
  faces: Faces,
  text: string,
  style: TextStyle,
  width: number,
  firstInset = 0,
): SetLine[] {
  const face = style.bold ? faces.bold : faces.regular;
  const key = `${style.bold ? "B" : "R"} ${style.size} ${width} ${firstInset} ${text}`;
  const known = faces.set.get(key);
  if (known) return known;
  const lines = setLines(text, { face, size: style.size, width, firstWidth: width - firstInset });
  faces.set.set(key, lines);
  return lines;
}

/** One line at a place; `y` is the top of its strip. */
export function textMark(line: SetLine, style: TextStyle, x: number, y: number): Mark {
  return {
    kind: "text",
    x,
    y: y + style.size * footHeights,
    size: style.size,
    bold: style.bold ?? false,
    ink: style.ink ?? "ink",
    pieces: line.pieces,
  };
}

/** Where a line begins in its width. */
export function startOf(line: SetLine, width: number, align: "start" | "middle" | "end" = "start"): number {
  return { start: 0, middle: (width - line.width) / 2, end: width - line.width }[align];
}

/** A paragraph line by line. Its first two lines stay together, and its last two. */
export function paragraphStrips(faces: Faces, block: Paragraph, width: number): Strip[] {
  const { style, align } = block;
  const inset = (block.insetMm ?? 0) * pointsPerMm;
  const first = (block.firstMm ?? 0) * pointsPerMm;
  const lines = linesOf(faces, block.text, style, width - inset, first);
  return lines.map((line, at) => ({
    height: lineHeight(style),
    withNext: at === lines.length - 1 ? (block.withNext ?? false) : at === 0 || at === lines.length - 2,
    paint: (x, y) => [
      textMark(line, style, x + inset + (at === 0 ? first : 0) + startOf(line, width - inset, align), y),
    ],
  }));
}

/** A box to tick with its text beside it, in one piece. */
export function tickStrip(faces: Faces, { text, style, ticked }: TickLine, width: number): Strip {
  const side = style.size * 0.85;
  const inset = side + style.size * 0.7;
  const lines = linesOf(faces, text, style, width - inset);
  return {
    height: lines.length * lineHeight(style),
    paint: (x, y) => {
      const top = y + style.size * footHeights - side;
      return [
        { kind: "path", ink: "ink", line: 0.9, parts: roundBox(x, top, side, side, 1) },
        ...(ticked ? [tickMark(x, top, side)] : []),
        ...lines.map((line, at) => textMark(line, style, x + inset, y + at * lineHeight(style))),
      ];
    },
  };
}

function tickMark(x: number, y: number, side: number): Mark {
  return {
    kind: "path",
    ink: "ink",
    line: 1.6,
    parts: [
      ["move", x + side * 0.2, y + side * 0.52],
      ["line", x + side * 0.43, y + side * 0.76],
      ["line", x + side * 0.82, y + side * 0.24],
    ],
  };
}

/** A label and a dotted line to the end of the width. */
export function blankStrip(faces: Faces, { label, style }: BlankLine, width: number): Strip {
  const [line] = linesOf(faces, label, style, width);
  const from = line ? line.width + (line.width > 0 ? style.size * 0.35 : 0) : 0;
  const height = style.size * 1.75;
  return {
    height,
    paint: (x, y) => {
      const down = height - lineHeight(style);
      const foot = y + down + style.size * (footHeights + 0.12);
      return [
        ...(line ? [textMark(line, style, x, y + down)] : []),
        lineMark("ink", 0.6, [x + from, foot, x + width, foot], [0.8, 1.8]),
      ];
    },
  };
}
