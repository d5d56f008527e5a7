import type { Align, Drawing, PictureBlock, QrBlock, Shape } from "../../kernel/pdf-document.ts";
import { pointsPerMm, roundBox, type Mark, type PathPart, type Strip } from "./marks.ts";

/** Light modules that must stand around a QR code (ISO/IEC 18004). */
const quietModules = 4;
/** Rows reach a little into each other, so that no viewer shows a hair of light between them. */
const overlap = 0.02;

/** A QR code as runs of dark modules, its quiet zone white whatever lies below. */
export function qrStrip({ modules, sideMm, align }: QrBlock, width: number): Strip {
  const module = (sideMm * pointsPerMm) / modules.length;
  const side = (modules.length + 2 * quietModules) * module;
  const inset = shiftOf(width, side, align);
  return {
    height: side,
    paint: (x, y) => [
      { kind: "path", ink: "white", line: null, parts: [["box", x + inset, y, side, side]] },
      {
        kind: "path",
        ink: "ink",
        line: null,
        parts: modules.flatMap((row, down) =>
          runsOf(row).map(({ from, length }): PathPart => [
            "box",
            x + inset + (from + quietModules) * module,
            y + (down + quietModules) * module,
            length * module,
            module * (1 + overlap),
          ]),
        ),
      },
    ],
  };
}

function runsOf(row: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  row.forEach((isDark, at) => {
    const last = runs.at(-1);
    if (isDark && last && last.from + last.length === at) last.length += 1;
    else if (isDark) runs.push({ from: at, length: 1 });
  });
  return runs;
}

/** A picture, as wide as it is told. */
export function pictureStrip(block: PictureBlock, width: number): Strip {
  const own = block.widthMm * pointsPerMm;
  const height = (own * block.height) / block.width;
  const inset = shiftOf(width, own, block.align);
  const { jpeg } = block;
  const pixels = { width: block.width, height: block.height };
  return {
    height,
    paint: (x, y) => [{ kind: "picture", jpeg, pixels, x: x + inset, y, width: own, height }],
  };
}

/** Shapes on their ground. */
export function drawingStrip(drawing: Drawing, width: number): Strip {
  const inset = shiftOf(width, drawing.widthMm * pointsPerMm, drawing.align);
  return {
    height: drawing.heightMm * pointsPerMm,
    paint: (x, y) => drawing.shapes.map((shape) => shapeMark(shape, x + inset, y)),
  };
}

function shapeMark(shape: Shape, x: number, y: number): Mark {
  const line = shape.lineMm === undefined ? null : shape.lineMm * pointsPerMm;
  return { kind: "path", ink: shape.ink, line, parts: partsOf(shape, x, y) };
}

function partsOf(shape: Shape, x: number, y: number): PathPart[] {
  const at = (mm: number) => mm * pointsPerMm;
  switch (shape.kind) {
    case "box": {
      const place = [x + at(shape.x), y + at(shape.y), at(shape.width), at(shape.height)] as const;
      return shape.cornerMm === undefined ? [["box", ...place]] : roundBox(...place, at(shape.cornerMm));
    }
    case "disc": {
      const [left, top] = [x + at(shape.x - shape.radius), y + at(shape.y - shape.radius)];
      return roundBox(left, top, at(2 * shape.radius), at(2 * shape.radius), at(shape.radius));
    }
    case "lines":
      return [
        ...shape.points.map(([across, down], index): PathPart => [
          index === 0 ? "move" : "line",
          x + at(across),
          y + at(down),
        ]),
        ...(shape.lineMm === undefined ? ([["close"]] as const) : []),
      ];
  }
}

function shiftOf(width: number, own: number, align: Align = "start"): number {
  return { start: 0, middle: (width - own) / 2, end: width - own }[align];
}
