import type { Block, Columns, Framed, SheetOfCells, TextStyle } from "../../kernel/pdf-document.ts";
import { lineMark, pointsPerMm, roundBox, type Mark, type Strip } from "./marks.ts";
import { drawingStrip, pictureStrip, qrStrip } from "./shape-strips.ts";
import { tableStrips } from "./table-strips.ts";
import { blankStrip, paragraphStrips, tickStrip, type Faces } from "./text-strips.ts";

/** The width and height blocks have to themselves, in points. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Blocks as strips, one under the other. */
export function stripsOf(faces: Faces, blocks: readonly Block[], room: Room): Strip[] {
  return blocks.flatMap((block) => stripsOfBlock(faces, block, room));
}

function stripsOfBlock(faces: Faces, block: Block, room: Room): Strip[] {
  const { width } = room;
  switch (block.kind) {
    case "paragraph":
      return paragraphStrips(faces, block, width);
    case "table":
      return tableStrips(faces, block, width, room.height);
    case "tick":
      return [tickStrip(faces, block, width)];
    case "blank":
      return [blankStrip(faces, block, width)];
    case "qr":
      return [qrStrip(block, width)];
    case "picture":
      return [pictureStrip(block, width)];
    case "drawing":
      return [drawingStrip(block, width)];
    case "columns":
      return [columnsStrip(faces, block, room)];
    case "framed":
      return [framedStrip(faces, block, room)];
    case "cells":
      return cellStrips(faces, block, room);
    case "together":
      return [stacked(stripsOf(faces, block.blocks, room))];
    case "rule":
      return [ruleStrip(width, block.dashed ?? false)];
    case "space":
      return [{ height: block.mm * pointsPerMm, paint: () => [], isRoom: true }];
    case "page_break":
      return [{ height: 0, paint: () => [], endsPage: true }];
  }
}

/** Strips in one piece. */
function stacked(strips: readonly Strip[]): Strip {
  return {
    height: strips.reduce((sum, { height }) => sum + height, 0),
    paint: (x, y) => {
      let top = y;
      return strips.flatMap((strip) => {
        const marks = strip.paint(x, top);
        top += strip.height;
        return marks;
      });
    },
  };
}

function columnsStrip(faces: Faces, { columns, gapMm }: Columns, room: Room): Strip {
  const gap = gapMm * pointsPerMm;
  const free = room.width - gap * (columns.length - 1);
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const stacks = columns.map(({ share, blocks }) => {
    const width = (free * share) / shares;
    return { width, stack: stacked(stripsOf(faces, blocks, { ...room, width })) };
  });
  return {
    height: Math.max(0, ...stacks.map(({ stack }) => stack.height)),
    paint: (x, y) => {
      let left = x;
      return stacks.flatMap(({ width, stack }) => {
        const marks = stack.paint(left, y);
        left += width + gap;
        return marks;
      });
    },
  };
}

const corner = 2.5 * pointsPerMm;

function framedStrip(faces: Faces, block: Framed, room: Room): Strip {
  const pad = block.padMm * pointsPerMm;
  const within = stacked(stripsOf(faces, block.blocks, { ...room, width: room.width - 2 * pad }));
  const height = within.height + 2 * pad;
  return {
    height,
    paint: (x, y) => {
      const parts = roundBox(x, y, room.width, height, corner);
      return [
        ...(block.ground ? [{ kind: "path", ink: block.ground, line: null, parts } as const] : []),
        ...(block.line ? [{ kind: "path", ink: block.line, line: 1, parts } as const] : []),
        ...within.paint(x + pad, y + pad),
      ];
    },
  };
}

function ruleStrip(width: number, dashed: boolean): Strip {
  return {
    height: 1,
    paint: (x, y) => [lineMark("grey", 0.6, [x, y + 0.5, x + width, y + 0.5], dashed ? [4, 3] : undefined)],
  };
}

/** A sheet a page; what is too high for its cell is set smaller until it fits. */
function cellStrips(faces: Faces, { across, down, padMm, cells }: SheetOfCells, room: Room): Strip[] {
  const [width, height] = [room.width / across, room.height / down];
  const pad = padMm * pointsPerMm;
  const within = { width: width - 2 * pad, height: height - 2 * pad };
  const stacks = cells.map((blocks) => fitted(faces, blocks, within));
  const sheets = Math.ceil(stacks.length / (across * down));
  return Array.from({ length: sheets }, (_, sheet) => ({
    height: room.height,
    paint: (x, y) => [
      ...cutLines(across, down, { ...room, x, y }),
      ...stacks
        .slice(sheet * across * down, (sheet + 1) * across * down)
        .flatMap((stack, at) =>
          stack.paint(x + (at % across) * width + pad, y + Math.floor(at / across) * height + pad),
        ),
    ],
  }));
}

function cutLines(across: number, down: number, at: Room & { x: number; y: number }): Mark[] {
  const inner = (count: number) => Array.from({ length: count - 1 }, (_, index) => (index + 1) / count);
  const { x, y, width, height } = at;
  return [
    ...inner(across).map((share) => [x + width * share, y, x + width * share, y + height] as const),
    ...inner(down).map((share) => [x, y + height * share, x + width, y + height * share] as const),
  ].map((line) => lineMark("grey", 0.6, line, [4, 3]));
}

const smallest = 0.5;

function fitted(faces: Faces, blocks: readonly Block[], room: Room): Strip {
  for (let factor = 1; ; factor -= 0.05) {
    const stack = stacked(stripsOf(faces, scaled(blocks, factor), room));
    if (stack.height <= room.height) return stack;
    if (factor <= smallest) throw new RangeError("what stands in a cell does not fit, even set small");
  }
}

/** The same blocks with their texts that much smaller. */
function scaled(blocks: readonly Block[], factor: number): readonly Block[] {
  if (factor === 1) return blocks;
  const style = (given: TextStyle) => ({ ...given, size: given.size * factor });
  return blocks.map((block): Block => {
    if ("style" in block) return { ...block, style: style(block.style) };
    if (block.kind === "columns") {
      return {
        ...block,
        columns: block.columns.map((one) => ({ ...one, blocks: scaled(one.blocks, factor) })),
      };
    }
    return "blocks" in block ? { ...block, blocks: scaled(block.blocks, factor) } : block;
  });
}
