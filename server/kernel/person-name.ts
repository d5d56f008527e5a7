import { ok, refuse, type Result } from "./result.ts";

declare const checked: unique symbol;

/** A given name or a family name in Thai or Latin letters, NFC, 1–100 characters. Personal data: never logged. */
export type PersonName = string & { readonly [checked]: "person name" };

export type PersonNameRefusal =
  | { readonly kind: "name_empty" }
  | { readonly kind: "name_too_long"; readonly limit: number }
  /** A digit, markup or another sign; `seen` is the first. */
  | { readonly kind: "name_character"; readonly seen: string };

export const personNameLimit = 100;

const allowed = /^(?:(?![\p{Nd}\p{Po}])[\p{Script=Thai}\p{Script=Latin}]|[\u0300-\u036f .'’-])$/u;
const invisible = /\p{Cf}/gu;
const letterFirst = /^\p{L}/u;

/**
 * Reads a name as people type it: outer spaces fall away, inner ones become one, invisible characters vanish, and
 * two keys that look like one Thai vowel (เ เ for แ, ํ า for ำ) become that vowel, so that the card registry finds
 * the name. Refuses an empty text, more than 100 characters, and everything that is no Thai or Latin letter,
 * space, hyphen, apostrophe or full stop (naming the first).
 */
export function parsePersonName(text: string): Result<PersonName, PersonNameRefusal> {
  const name = tidy(text);
  if (name === "") return refuse({ kind: "name_empty" });
  const characters = [...name];
  if (characters.length > personNameLimit) return refuse({ kind: "name_too_long", limit: personNameLimit });
  const seen = characters.find((character) => !allowed.test(character));
  if (seen !== undefined) return refuse({ kind: "name_character", seen });
  if (!letterFirst.test(name)) return refuse({ kind: "name_character", seen: characters[0] ?? "" });
  return ok(name as PersonName);
}

/** What may be shown of somebody who has not agreed yet: the first letter, and no hint of the length. */
export function maskPersonName(name: PersonName): string {
  const first = /^[\u0e40-\u0e44]?\p{L}\p{M}*/u.exec(name);
  return `${first?.[0] ?? ""}xxxxx`;
}

function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(invisible, "")
    .replace(/\s+/g, " ")
    .replace(/\u0e40\u0e40/g, "\u0e41")
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33")
    .replace(/([\u0e48-\u0e4b])\u0e4d\u0e32/g, "$1\u0e33")
    .trim();
}
