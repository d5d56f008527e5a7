import { readDigits } from "./digits.ts";
import { ok, refuse, type Result } from "./result.ts";

declare const checked: unique symbol;

/** A Thai citizen id: 13 ASCII digits whose last is the checksum of the others. Personal data: never logged. */
export type CitizenId = string & { readonly [checked]: "citizen id" };

export type CitizenIdRefusal =
  | { readonly kind: "citizen_id_empty" }
  | { readonly kind: "citizen_id_length"; readonly digits: number }
  | { readonly kind: "citizen_id_not_digits"; readonly seen: string; readonly digit: string | null }
  | { readonly kind: "citizen_id_checksum" };

export const citizenIdLength = 13;

/**
 * Reads a citizen id in any way people write it: spaces, hyphens, Thai digits. Any first digit is taken, 0 and 9
 * too: people without a Thai birth registration have such numbers. Refuses an empty text, another number of
 * digits, characters that are no digits (naming the first), and a wrong checksum.
 */
export function parseCitizenId(text: string): Result<CitizenId, CitizenIdRefusal> {
  const read = readDigits(text);
  if (!read.ok) return refuse({ ...read.refusal, kind: "citizen_id_not_digits" });
  const digits = read.value;
  if (digits === "") return refuse({ kind: "citizen_id_empty" });
  if (digits.length !== citizenIdLength) return refuse({ kind: "citizen_id_length", digits: digits.length });
  if (checkDigit(digits) !== Number(digits[12])) return refuse({ kind: "citizen_id_checksum" });
  return ok(digits as CitizenId);
}

/** The citizen id whose first twelve digits are given: for synthetic people. */
export function completeCitizenId(twelve: string): CitizenId {
  if (!/^[0-9]{12}$/.test(twelve)) throw new RangeError("a citizen id is completed from twelve digits");
  return `${twelve}${checkDigit(twelve)}` as CitizenId;
}

/** As it stands on the card: 1-2345-67890-12-1. */
export function formatCitizenId(id: CitizenId): string {
  return grouped(id);
}

/** A number that was typed, as it stands on the card; what is no citizen id stays as it is. */
export function tidyCitizenId(typed: string): string {
  const read = parseCitizenId(typed);
  return read.ok ? formatCitizenId(read.value) : typed;
}

/** What may be shown without being asked for: 1-xxxx-xxxxx-12-1. */
export function maskCitizenId(id: CitizenId): string {
  return grouped(`${id.slice(0, 1)}xxxxxxxxx${id.slice(10)}`);
}

/** The registry's rule: (11 − Σ digit·weight mod 11) mod 10, the weights falling from 13 to 2. */
function checkDigit(digits: string): number {
  const sum = [...digits.slice(0, 12)].reduce((total, digit, at) => total + Number(digit) * (13 - at), 0);
  return (11 - (sum % 11)) % 10;
}

function grouped(text: string): string {
  return [text.slice(0, 1), text.slice(1, 5), text.slice(5, 10), text.slice(10, 12), text.slice(12)].join(
    "-",
  );
}
