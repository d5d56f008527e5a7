import { ok, refuse, type Result } from "./result.ts";

/** `seen` is the first thing that is no digit; `digit` the one it was probably meant to be, if any. */
export interface NotDigits {
  readonly kind: "not_digits";
  readonly seen: string;
  readonly digit: string | null;
}

/** Spaces of every kind, hyphens and dashes, and what copying brings along unseen (zero-width, direction marks). */
const ignored = /[\s\p{Cf}\p{Pd}\u2212]/gu;

/** Letters that are taken for a digit: Latin, and the Cyrillic and Greek ones that look the same. */
const likeDigits: Readonly<Record<string, string>> = {
  "0": "OoQDОоΟο",
  "1": "IilL|!ІΙ",
  "2": "Zz",
  "5": "Ss",
  "6": "bG",
  "7": "T",
  "8": "B",
  "9": "gq",
};
const lookAlikes = new Map(
  Object.entries(likeDigits).flatMap(([digit, letters]) =>
    [...letters].map((letter): [string, string] => [letter, digit]),
  ),
);

/** Blocks of ten digits that are read as digits: Thai, and full-width as some keyboards write them. */
const readBlocks = [0x0e50, 0xff10];
/** Blocks whose digits look Thai but are not: Lao, Khmer, Myanmar. */
const foreignBlocks = [0x0ed0, 0x17e0, 0x1040];

/** Thai and full-width digits as ASCII digits; everything else stays as it is. */
export function toAsciiDigits(text: string): string {
  return [...text].map((character) => digitIn(readBlocks, character) ?? character).join("");
}

/** The text without spaces, hyphens and invisible characters. */
export function withoutSeparators(text: string): string {
  return text.replace(ignored, "");
}

/**
 * Reads digits as people write them: Thai digits, spaces, hyphens, invisible characters. Answers ASCII digits
 * only (none for an empty text), whatever their number. Refuses anything else and names what it saw; a letter
 * that looks like a digit is never guessed, only said.
 */
export function readDigits(text: string): Result<string, NotDigits> {
  const tidy = toAsciiDigits(withoutSeparators(text));
  const seen = [...tidy].find((character) => !/^[0-9]$/.test(character));
  return seen === undefined ? ok(tidy) : refuse({ kind: "not_digits", seen, digit: looksLike(seen) });
}

/** The digit that `character` is easily mistaken for, or null. */
export function looksLike(character: string): string | null {
  return lookAlikes.get(character) ?? digitIn(foreignBlocks, character);
}

function digitIn(blocks: readonly number[], character: string): string | null {
  const point = character.codePointAt(0) ?? 0;
  const block = blocks.find((first) => point >= first && point < first + 10);
  return block === undefined ? null : String(point - block);
}
