import { readFileSync } from "node:fs";

/**
 * The rows of a vector file beside this one: columns parted by " | ", lines that begin with # and empty lines left
 * out, \uXXXX written out. A column of "(empty)" is the empty text.
 */
export function readVectors(file: string): string[][] {
  return readFileSync(new URL(file, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => line.split(" | ").map(column));
}

function column(text: string): string {
  const whole = text.replace(/\\u([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return whole === "(empty)" ? "" : whole;
}
