import { readDigits } from "./digits.ts";
import { ok, refuse, type Result } from "./result.ts";

declare const checked: unique symbol;

/** A Thai mobile number in E.164: +66 and nine digits beginning with 6, 8 or 9. Personal data: never logged. */
export type Phone = string & { readonly [checked]: "phone" };

export type PhoneRefusal =
  | { readonly kind: "phone_empty" }
  | { readonly kind: "phone_not_digits"; readonly seen: string; readonly digit: string | null }
  | { readonly kind: "phone_foreign" }
  | { readonly kind: "phone_length"; readonly digits: number }
  | { readonly kind: "phone_not_mobile" };

/**
 * Reads a Thai mobile number: 0812345678, +66812345678, 66812345678, 0066812345678 or +66 (0)81…, with spaces,
 * hyphens, dots, brackets and Thai digits. The rule is the practical one, 0[689] and eight digits; finer tables of
 * prefixes go out of date and would turn people away. Refuses an empty text, other characters, another country's
 * number, another length (`digits` as of a number beginning with 0), and numbers that are not mobile.
 */
export function parsePhone(text: string): Result<Phone, PhoneRefusal> {
  const read = readDigits(text.replace(/[().+\uff0b]/g, ""));
  if (!read.ok) return refuse({ ...read.refusal, kind: "phone_not_digits" });
  if (read.value === "") return refuse({ kind: "phone_empty" });
  const national = toNational(read.value, /[+\uff0b]/.test(text));
  if (national === null) return refuse({ kind: "phone_foreign" });
  if (national.length !== 10) return refuse({ kind: "phone_length", digits: national.length });
  if (!/^0[689]/.test(national)) return refuse({ kind: "phone_not_mobile" });
  return ok(`+66${national.slice(1)}` as Phone);
}

/** As people in Thailand write it: 081-234-5678. */
export function formatPhone(phone: Phone): string {
  return grouped(nationalPhone(phone));
}

/** A number that was typed, as people write it; what is no mobile number stays as it is. */
export function tidyPhone(typed: string): string {
  const read = parsePhone(typed);
  return read.ok ? formatPhone(read.value) : typed;
}

/** What may be shown without being asked for: 08x-xxx-5678. */
export function maskPhone(phone: Phone): string {
  const national = nationalPhone(phone);
  return grouped(`${national.slice(0, 2)}xxxx${national.slice(6)}`);
}

/** The ten digits dialled inside Thailand: 0812345678. */
export function nationalPhone(phone: Phone): string {
  return `0${phone.slice(3)}`;
}

/** What a telephone dials of a number as an office writes it: the digits before the extension. */
export function dialled(phone: string): string {
  return phone.split(/ต่อ|ext\.?/i)[0]?.replace(/\D/g, "") ?? "";
}

function toNational(digits: string, international: boolean): string | null {
  const bare = digits.replace(/^00/, "");
  const abroad = international || bare !== digits;
  const countryCode = bare.startsWith("66") && (abroad || bare.length > 9);
  if (countryCode) return bare.slice(2).startsWith("0") ? bare.slice(2) : `0${bare.slice(2)}`;
  return abroad ? null : digits;
}

function grouped(national: string): string {
  return `${national.slice(0, 3)}-${national.slice(3, 6)}-${national.slice(6)}`;
}
