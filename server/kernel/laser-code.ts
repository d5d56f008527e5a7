import { looksLike, toAsciiDigits, withoutSeparators } from "./digits.ts";
import { ok, refuse, type Result } from "./result.ts";

declare const checked: unique symbol;

/** The code on the back of an ID card: two capital letters and ten digits. Never stored, only the check's result. */
export type LaserCode = string & { readonly [checked]: "laser code" };

export type LaserCodeRefusal =
  | { readonly kind: "laser_code_empty" }
  | { readonly kind: "laser_code_length"; readonly characters: number }
  /** The first two must be letters A–Z. */
  | { readonly kind: "laser_code_letters"; readonly seen: string }
  /** The other ten must be digits; `digit` is what `seen` may have been meant to be. */
  | { readonly kind: "laser_code_digits"; readonly seen: string; readonly digit: string | null };

export const laserCodeLength = 12;

/**
 * Reads a laser code in any case, with or without hyphens and spaces, with Thai digits. Refuses an empty text,
 * another length, and a letter or digit in the wrong place (naming it).
 */
export function parseLaserCode(text: string): Result<LaserCode, LaserCodeRefusal> {
  const characters = [...toAsciiDigits(withoutSeparators(text))];
  if (characters.length === 0) return refuse({ kind: "laser_code_empty" });
  if (characters.length !== laserCodeLength) {
    return refuse({ kind: "laser_code_length", characters: characters.length });
  }
  const notLetter = characters.slice(0, 2).find((character) => !/^[A-Za-z]$/.test(character));
  if (notLetter !== undefined) return refuse({ kind: "laser_code_letters", seen: notLetter });
  const notDigit = characters.slice(2).find((character) => !/^[0-9]$/.test(character));
  if (notDigit !== undefined) {
    return refuse({ kind: "laser_code_digits", seen: notDigit, digit: looksLike(notDigit) });
  }
  return ok(characters.join("").toUpperCase() as LaserCode);
}
