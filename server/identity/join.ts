import { parseEmail, type Email, type EmailRefusal } from "../kernel/email.ts";
import { parseBirthDate, type BirthDate, type BirthDateRefusal } from "../kernel/birth-date.ts";
import { parseCitizenId, type CitizenId, type CitizenIdRefusal } from "../kernel/citizen-id.ts";
import { parsePersonName, type PersonName, type PersonNameRefusal } from "../kernel/person-name.ts";
import { parsePhone, type Phone, type PhoneRefusal } from "../kernel/phone.ts";
import type { PasswordRefusal } from "../kernel/password.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import {
  addressParts,
  readAddress,
  type Address,
  type AddressPart,
  type PlaceRefusal,
} from "../forms/typed-place.ts";
import { parsePrefix, type ContactFacts } from "./contact.ts";

/** What says who somebody is; asked of those whom the system does not know yet. */
export const whoFields = [
  "citizenId",
  "firstName",
  "lastName",
  "birthDay",
  "birthMonth",
  "birthYear",
  "phone",
] as const;

/** What e-Service asks of everybody besides the password. */
export const contactFields = ["prefix", "email", ...addressParts] as const;

export const joinFields = [...whoFields, ...contactFields] as const;
export type JoinField = (typeof joinFields)[number];

/** The form "ลงทะเบียน" as it was typed, but for the password, which is never kept as text. */
export type TypedJoin = Readonly<Record<JoinField, string>>;

export const nothingTyped = Object.fromEntries(joinFields.map((field) => [field, ""])) as TypedJoin;

/** Who somebody says they are. */
export interface JoinedWho {
  readonly citizenId: CitizenId;
  readonly firstName: PersonName;
  readonly lastName: PersonName;
  readonly birth: BirthDate;
  readonly phone: Phone;
}

/** The places of the form something can be wrong at; the parts of the birth date are one. */
export type JoinSpot = Exclude<JoinField, "birthDay" | "birthMonth" | "birthYear"> | "birth" | "password";

export type JoinFault =
  | CitizenIdRefusal
  | PersonNameRefusal
  | BirthDateRefusal
  | PhoneRefusal
  | EmailRefusal
  | PlaceRefusal
  | PasswordRefusal
  /** Another one was typed the second time. */
  | { readonly kind: "password_again" };

/** What is wrong, spot by spot. */
export type JoinFaults = Readonly<Partial<Record<JoinSpot, JoinFault>>>;

export interface JoinRefused {
  readonly kind: "join_refused";
  readonly faults: JoinFaults;
}

/** Reads who somebody is, all of it, so that everything can be mended at once. */
export function judgeWho(typed: TypedJoin, today: BangkokDay): Result<JoinedWho, JoinRefused> {
  const read = {
    citizenId: parseCitizenId(typed.citizenId),
    firstName: parsePersonName(typed.firstName),
    lastName: parsePersonName(typed.lastName),
    birth: parseBirthDate({ day: typed.birthDay, month: typed.birthMonth, year: typed.birthYear }, today),
    phone: parsePhone(typed.phone),
  };
  return whole<JoinedWho>(read);
}

/** Reads prefix and e-mail. */
export function judgeReach(typed: TypedJoin): Result<Omit<ContactFacts, "address">, JoinRefused> {
  return whole<{ readonly prefix: PersonName; readonly email: Email }>({
    prefix: parsePrefix(typed.prefix),
    email: parseEmail(typed.email),
  });
}

/** Reads the address. Whether its codes are real is judged elsewhere. */
export function judgeAddress(typed: TypedJoin): Result<Address, JoinRefused> {
  const { line, subdistrict, district, province, postcode } = typed;
  const address = readAddress({ line, subdistrict, district, province, postcode });
  return address.ok ? address : refused({ [spotOf(address.refusal)]: address.refusal });
}

/** The refusal of a form in which these spots are wrong. */
export function refused(faults: JoinFaults): { readonly ok: false; readonly refusal: JoinRefused } {
  return refuse({ kind: "join_refused", faults });
}

function spotOf(refusal: PlaceRefusal): AddressPart {
  return refusal.kind === "map_point_shape" ? "line" : refusal.part;
}

function whole<T extends object>(read: {
  readonly [K in keyof T]: Result<T[K], JoinFault>;
}): Result<T, JoinRefused> {
  const entries = Object.entries(read) as [JoinSpot, Result<unknown, JoinFault>][];
  const faults = Object.fromEntries(entries.flatMap(([spot, one]) => (one.ok ? [] : [[spot, one.refusal]])));
  if (Object.keys(faults).length > 0) return refused(faults);
  return ok(Object.fromEntries(entries.map(([spot, one]) => [spot, one.ok ? one.value : null])) as T);
}
