import type { Ink } from "../../kernel/pdf-document.ts";
import type { ShapedPiece } from "./face.ts";
import { hex, pdfText, type FaceInUse } from "./face-in-use.ts";
import type { Mark, PathMark, PathPart, PictureMark, TextMark } from "./marks.ts";
import type { Page } from "./pages.ts";

/** Red, green, blue of each ink, 0 to 1; the design system's colours. */
const colours: Readonly<Record<Ink, string>> = {
  ink: "0.114 0.106 0.086",
  teal: "0.059 0.361 0.361",
  grey: "0.341 0.314 0.247",
  white: "1 1 1",
  mist: "0.886 0.937 0.925",
  ivory: "0.984 0.965 0.918",
};

/** Takes a picture into the file and answers the name it is drawn by. */
export type NamePicture = (mark: PictureMark) => string;

export interface FacesInUse {
  readonly regular: FaceInUse;
  readonly bold: FaceInUse;
}

/** A page's content stream: what is drawn, in the order of its marks. The file's upwards axis begins at the foot. */
export function contentOf(page: Page, faces: FacesInUse, nameOf: NamePicture): string {
  const lines = page.marks.map((mark) => markOf(mark, page.height, faces, nameOf));
  return `1 J 1 j\n${lines.join("\n")}\n`;
}

function markOf(mark: Mark, height: number, faces: FacesInUse, nameOf: NamePicture): string {
  switch (mark.kind) {
    case "text":
      return textOf(mark, height, faces);
    case "path":
      return pathOf(mark, height);
    case "picture":
      return pictureOf(mark, height, nameOf);
  }
}

function textOf(mark: TextMark, height: number, faces: FacesInUse): string {
  const face = mark.bold ? faces.bold : faces.regular;
  const pieces = mark.pieces.map((piece) => {
    const shown = shownBy(piece, face, mark.size);
    return piece.needsActualText ? `/Span <</ActualText ${pdfText(piece.text)}>> BDC ${shown} EMC` : shown;
  });
  return [
    `BT ${colours[mark.ink]} rg /${mark.bold ? "B" : "R"} ${figure(mark.size)} Tf`,
    `${figure(mark.x)} ${figure(height - mark.y)} Td`,
    ...pieces.filter((piece) => piece !== ""),
    "ET",
  ].join(" ");
}

/**
 * Shows the glyphs of a piece. Each stands where shaping put it: moves between glyphs are numbers in the array,
 * against the writing direction.
 */
function shownBy({ glyphs }: ShapedPiece, face: FaceInUse, size: number): string {
  return glyphs
    .map((glyph) => {
      const code = `<${hex(face.numberOf(glyph))}>`;
      const before = glyph.dx === 0 ? "" : figure(-glyph.dx);
      const after = figure(glyph.dx + face.advanceOf(glyph) - glyph.advance);
      const shown = `[${before}${code}${after === "0" ? "" : after}] TJ`;
      return glyph.dy === 0 ? shown : `${figure((glyph.dy * size) / 1000)} Ts ${shown} 0 Ts`;
    })
    .join(" ");
}

/** A picture fills the unit square, which is stretched to its box. */
function pictureOf(mark: PictureMark, height: number, nameOf: NamePicture): string {
  const box = [mark.width, 0, 0, mark.height, mark.x, height - mark.y - mark.height].map(figure).join(" ");
  return `q ${box} cm /${nameOf(mark)} Do Q`;
}

function pathOf(mark: PathMark, height: number): string {
  const parts = mark.parts.map((part) => partOf(part, height)).join(" ");
  if (mark.line === null) return `${colours[mark.ink]} rg ${parts} f`;
  const dash = mark.dash ? `[${mark.dash.join(" ")}] 0 d ` : "";
  const plain = mark.dash ? " [] 0 d" : "";
  return `${colours[mark.ink]} RG ${figure(mark.line)} w ${dash}${parts} S${plain}`;
}

function partOf(part: PathPart, height: number): string {
  const point = (x: number, y: number) => `${figure(x)} ${figure(height - y)}`;
  switch (part[0]) {
    case "move":
      return `${point(part[1], part[2])} m`;
    case "line":
      return `${point(part[1], part[2])} l`;
    case "curve":
      return `${point(part[1], part[2])} ${point(part[3], part[4])} ${point(part[5], part[6])} c`;
    case "box":
      return `${point(part[1], part[2] + part[4])} ${figure(part[3])} ${figure(part[4])} re`;
    case "close":
      return "h";
  }
}

/** A number as the file takes it, to a thousandth. */
function figure(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? "0" : String(rounded);
}
