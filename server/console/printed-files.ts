import { encode as encodePng } from "fast-png";
import { encode } from "uqr";
import { digitRows, drawDigits } from "../visits/digit-drawing.ts";
import { qrPath, quietModules } from "../visits/qr-drawing.ts";
import { formatShortCode } from "../visits/short-code.ts";

/** The drawing is a grid of half modules: the QR's modules two cells wide, the digits' one. */
const cellsPerModule = 2;
const cellsUnderDigits = 8;
/** 74 cells across make 1184 pixels: sharp at 10 cm and 300 dpi. */
const pixelsPerCell = 16;
const millimetresWide = 100;

type Grid = readonly (readonly boolean[])[];

/** A printed QR with the number under it as a black-and-white PNG, quiet zone included. */
export function qrPng(text: string, shortCode: string): Uint8Array {
  const grid = gridOf(text, shortCode);
  const width = (grid[0]?.length ?? 0) * pixelsPerCell;
  const height = grid.length * pixelsPerCell;
  const pixels = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y += 1) {
    const row = grid[Math.floor(y / pixelsPerCell)];
    for (let x = 0; x < width; x += 1, at += 1) {
      pixels[at] = row?.[Math.floor(x / pixelsPerCell)] ? 0 : 255;
    }
  }
  return encodePng({ width, height, data: pixels, channels: 1, depth: 8 });
}

/** The same as an SVG that prints at any size. */
export function qrSvg(text: string, shortCode: string): string {
  const grid = gridOf(text, shortCode);
  const [width, height] = [grid[0]?.length ?? 0, grid.length];
  const millimetresHigh = (millimetresWide * height) / width;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${millimetresWide}mm" height="${millimetresHigh.toFixed(2)}mm" ` +
    `viewBox="${quietModules} ${quietModules} ${width} ${height}" shape-rendering="crispEdges">` +
    `<rect x="${quietModules}" y="${quietModules}" width="${width}" height="${height}" fill="#fff"/>` +
    `<path d="${qrPath(grid)}" fill="#000"/></svg>\n`
  );
}

function gridOf(text: string, shortCode: string): Grid {
  const { data } = encode(text, { ecc: "M", border: quietModules });
  const side = data.length * cellsPerModule;
  const digits = drawDigits(formatShortCode(shortCode));
  const left = Math.floor((side - (digits[0]?.length ?? 0)) / 2);
  return Array.from({ length: side + digitRows + cellsUnderDigits }, (_, y) =>
    Array.from({ length: side }, (_, x) => {
      if (y >= side) return digits[y - side]?.[x - left] ?? false;
      return data[Math.floor(y / cellsPerModule)]?.[Math.floor(x / cellsPerModule)] ?? false;
    }),
  );
}
