import type { Unpack } from "./pdf-shape.ts";

/** Unpacks by the platform's own zlib, away from the thread that answers requests; holds one part at a time. */
export const unpack: Unpack = async (packed, most, take) => {
  const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream("deflate"));
  const reader = stream.getReader();
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > most) {
        await reader.cancel().catch(() => undefined);
        return "too_much";
      }
      take(next.value);
    }
    return "whole";
  } catch {
    // No stream of ours to look into, or something behind its end: what came before was looked at.
    return "none";
  }
};
