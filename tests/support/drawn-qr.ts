import type { ReadPage } from "./read-pdf.ts";

/** A grey picture of what a page fills: its rectangles, painted in their order, so many pixels a point. */
export function drawnQr(page: ReadPage, scale: number): { grey: Uint8Array; width: number; height: number } {
  const [width, height] = [Math.round(page.width * scale), Math.round(page.height * scale)];
  const grey = new Uint8Array(width * height).fill(255);
  for (const box of page.boxes) {
    const [red = 0, green = 0, blue = 0] = box.colour.split(" ").map(Number);
    const level = Math.round(255 * (0.3 * red + 0.6 * green + 0.1 * blue));
    const [left, right] = [box.x, box.x + box.width].map((edge) => Math.round(edge * scale));
    const [top, foot] = [box.y + box.height, box.y].map((edge) => Math.round((page.height - edge) * scale));
    for (let y = top ?? 0; y < (foot ?? 0); y += 1)
      grey.fill(level, y * width + (left ?? 0), y * width + (right ?? 0));
  }
  return { grey, width, height };
}
