import type { Grey } from "./grey.ts";

/** Grey pictures of one size as an uncompressed YUV4MPEG2 film (4:2:0), as Chromium's fake camera plays it. */
export function y4m(frames: readonly Grey[], framesPerSecond: number): Uint8Array {
  const [first] = frames;
  if (!first) throw new Error("a film has at least one frame");
  const { width, height } = first;
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420\n`);
  const colour = Buffer.alloc(2 * Math.ceil(width / 2) * Math.ceil(height / 2), 128);
  const parts = frames.flatMap((frame) => [
    Buffer.from("FRAME\n"),
    Buffer.from(Uint8Array.from(frame.values, clamp)),
    colour,
  ]);
  return Buffer.concat([header, ...parts]);
}

function clamp(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)));
}
