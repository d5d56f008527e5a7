import { readFace } from "../front/assets.ts";

const faces = [
  ["thai-400", 400, "U+0E00-0E7F, U+200C-200D, U+25CC"],
  ["thai-600", 600, "U+0E00-0E7F, U+200C-200D, U+25CC"],
] as const;

let made: Promise<string> | null = null;

/**
 * A style sheet with the Thai letters that people's own machines have: mails carry no typeface, and the one this
 * simulator runs on may have none for Thai. In the sheet itself, for a mail may fetch nothing.
 */
export function mailTypeface(): Promise<string> {
  made ??= Promise.all(faces.map(faceRule)).then((rules) => `<style>${rules.join("")}</style>`);
  return made;
}

async function faceRule([face, weight, range]: (typeof faces)[number]): Promise<string> {
  const bytes = Buffer.from(await readFace(face)).toString("base64");
  const source = `url(data:font/woff2;base64,${bytes}) format("woff2")`;
  return `@font-face{font-family:"IBM Plex Sans Thai Looped";font-weight:${weight};src:${source};unicode-range:${range}}`;
}
