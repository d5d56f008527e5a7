import { citizenIdLength, parseCitizenId } from "../kernel/citizen-id.ts";
import { toAsciiDigits } from "../kernel/digits.ts";
import type { FilledField } from "./document-fields.ts";

/** An item of a licence as it is listed publicly (Electronic Official Performance Act 2565, s. 13). */
export interface PublicItem {
  readonly key: string;
  readonly labelTh: string | null;
  readonly labelEn: string | null;
  readonly value: string;
}

/** Fields that say the same of every licence of an agency. */
const same: readonly string[] = ["agency", "service", "petition_number"];

/** What people write between the digits of one number: blanks of every kind, dashes, dots, brackets, unseen marks. */
const between = String.raw`[\s\p{Pd}\p{Cf}\u2212.·_()]{0,3}`;
const runs = new RegExp(String.raw`\d(?:${between}\d){${citizenIdLength - 1},}`, "gu");
const abroad = String.raw`(?:\+|00)?66${between}0?${between}[2-9](?:${between}\d){7,8}`;
const mobile = String.raw`\(?0${between}[689](?:${between}\d){8}`;
const landline = String.raw`\(?0${between}[2-57](?:${between}\d){7}`;
const phones = new RegExp(String.raw`(?<!\d)(?:${abroad}|${mobile}|${landline})(?!\d)`, "gu");

/** The items of a licence that are public: what stands on it but numbers of a person, also where text holds one. */
export function publicItems(fields: readonly FilledField[]): readonly PublicItem[] {
  return fields
    .filter(({ key, value, isPersonal }) => !isPersonal && value.trim() !== "" && !same.includes(key))
    .map(({ key, label, value }) => ({
      key,
      labelTh: label?.th ?? null,
      labelEn: label?.en ?? null,
      value: withoutPersonalNumbers(value),
    }));
}

/**
 * A text with citizen ids masked and phone numbers left out, however they are written: Thai digits, with separators, with
 * other digits before or behind, +66. Digits are answered as ASCII where a number was found. A number that passes for a
 * citizen id by its checksum is taken for one: rather one too many than a person's.
 */
export function withoutPersonalNumbers(text: string): string {
  const ascii = toAsciiDigits(text);
  const without = ascii.replace(runs, withoutIds).replace(phones, "xxx-xxx-xxxx");
  return without === ascii ? text : without;
}

/** A run of digits and what stands between them: of every citizen id in it the digits that a mask hides are hidden. */
function withoutIds(run: string): string {
  const places = [...run.matchAll(/\d/g)].map(({ index }) => index);
  const hidden = new Set<number>();
  for (let at = 0; at + citizenIdLength <= places.length; at += 1) {
    const window = places.slice(at, at + citizenIdLength);
    const id = parseCitizenId(window.map((place) => run.charAt(place)).join(""));
    if (id.ok) for (const place of window.slice(1, -3)) hidden.add(place);
  }
  return run.replace(/\d/g, (digit, place: number) => (hidden.has(place) ? "x" : digit));
}
