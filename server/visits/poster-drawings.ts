import type { Shape } from "../kernel/pdf-document.ts";

/** The ground every picture of the poster is drawn on, in millimetres. */
export const drawingSize = { widthMm: 46, heightMm: 40 } as const;

/** Eight by eight: three corners and a few modules, enough to be known for a QR and not to be read as one. */
const miniModules = [
  "###.#.##",
  "#.#..##.",
  "###.#..#",
  "...##.#.",
  "##..#.##",
  ".#.#..#.",
  "###.##.#",
  "#.#.#.##",
];

/** How to scan, in three pictures: open it, point it, show the code. */
export const scanningDrawings = [openIt(), pointIt(), showCode()] as const;

/** The same picture that many times as large. */
export function enlarged(shapes: readonly Shape[], factor: number): readonly Shape[] {
  return shapes.map((shape): Shape => {
    const line = shape.lineMm === undefined ? {} : { lineMm: shape.lineMm * factor };
    switch (shape.kind) {
      case "box": {
        const corner = shape.cornerMm === undefined ? {} : { cornerMm: shape.cornerMm * factor };
        const [x, y] = [shape.x * factor, shape.y * factor];
        return {
          ...shape,
          x,
          y,
          width: shape.width * factor,
          height: shape.height * factor,
          ...corner,
          ...line,
        };
      }
      case "disc":
        return { ...shape, x: shape.x * factor, y: shape.y * factor, radius: shape.radius * factor, ...line };
      case "lines":
        return { ...shape, points: shape.points.map(([x, y]) => [x * factor, y * factor] as const), ...line };
    }
  });
}

/** A phone with a chat in it and the tile that is tapped. */
function openIt(): Shape[] {
  return [
    ...phone(13),
    box(16, 8, 11, 4.5, "mist", 1.5),
    box(19, 14, 11, 4.5, "teal", 1.5),
    box(15.6, 22, 14.8, 10.4, "mist", 1.2),
    ...miniQr(19.9, 23.2, 1.05),
    { kind: "disc", x: 28, y: 31, radius: 3.4, ink: "teal", lineMm: 0.9 },
    { kind: "disc", x: 28, y: 31, radius: 1.5, ink: "teal" },
  ];
}

/** A phone held before the QR: the corners of its camera around it. */
function pointIt(): Shape[] {
  return [
    box(2, 9, 19, 23, "white", 1),
    { ...box(2, 9, 19, 23, "grey", 1), lineMm: 0.7 },
    ...miniQr(5.2, 12.4, 1.8),
    box(5.2, 27.6, 12.6, 1.4, "grey", 0.7),
    ...phone(25),
    ...miniQr(30.1, 14.6, 1.1),
    ...corners(28.4, 12.9, 11.2),
  ];
}

/** A phone that shows a code, and the tick of the counter. */
function showCode(): Shape[] {
  return [
    ...phone(10),
    box(13.4, 9, 13.2, 2, "grey", 1),
    box(14.4, 14, 11.2, 3.4, "teal", 1),
    ...miniQr(15.8, 20, 1.2),
    { kind: "disc", x: 35.5, y: 24, radius: 7, ink: "teal" },
    {
      kind: "lines",
      ink: "white",
      lineMm: 1.5,
      points: [
        [32, 24.4],
        [34.6, 27],
        [39.2, 21.2],
      ],
    },
  ];
}

function phone(x: number): Shape[] {
  return [
    box(x, 2, 20, 36, "white", 3),
    { ...box(x, 2, 20, 36, "ink", 3), lineMm: 1.1 },
    box(x + 7.5, 4.2, 5, 0.9, "ink", 0.45),
  ];
}

function miniQr(x: number, y: number, module: number): Shape[] {
  return miniModules.flatMap((row, down) =>
    [...row].flatMap((cell, across) =>
      cell === "#" ? [box(x + across * module, y + down * module, module, module, "ink")] : [],
    ),
  );
}

/** The four corners of a camera's frame. */
function corners(x: number, y: number, side: number): Shape[] {
  const arm = 3;
  const [right, foot] = [x + side, y + side];
  const line = (points: readonly (readonly [number, number])[]): Shape => ({
    kind: "lines",
    ink: "teal",
    lineMm: 1,
    points,
  });
  return [
    line([
      [x, y + arm],
      [x, y],
      [x + arm, y],
    ]),
    line([
      [right - arm, y],
      [right, y],
      [right, y + arm],
    ]),
    line([
      [right, foot - arm],
      [right, foot],
      [right - arm, foot],
    ]),
    line([
      [x + arm, foot],
      [x, foot],
      [x, foot - arm],
    ]),
  ];
}

function box(
  x: number,
  y: number,
  width: number,
  height: number,
  ink: Shape["ink"],
  cornerMm?: number,
): Shape {
  return { kind: "box", x, y, width, height, ink, ...(cornerMm === undefined ? {} : { cornerMm }) };
}
