import type { Address } from "../forms/typed-place.ts";
import type { Email } from "../kernel/email.ts";
import { parsePersonName, type PersonName, type PersonNameRefusal } from "../kernel/person-name.ts";
import { refuse, type Result } from "../kernel/result.ts";

/** What e-Service asks of a person beyond number, name, birth date and phone (E1.2). Kept sealed. */
export interface ContactFacts {
  /** "นาย", "นางสาว", "ร.ต.อ.": as the person writes it before the name. */
  readonly prefix: PersonName;
  /** Their own address: for lost passwords, results, receipts and licences. */
  readonly email: Email;
  readonly address: Address;
}

/** The prefixes that are offered; any other may be typed. */
export const usualPrefixes = ["นาย", "นาง", "นางสาว"] as const;

export const prefixLimit = 40;

/** Reads a prefix as it is typed: by the rules of a name, at most 40 characters. */
export function parsePrefix(text: string): Result<PersonName, PersonNameRefusal> {
  const prefix = parsePersonName(text);
  const isLong = prefix.ok && [...prefix.value].length > prefixLimit;
  return isLong ? refuse({ kind: "name_too_long", limit: prefixLimit }) : prefix;
}
