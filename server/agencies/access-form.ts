import { parseCitizenId } from "../kernel/citizen-id.ts";
import type { StaffLevel } from "../kernel/actor.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { readListedDay, type ListedDayProblem } from "../visits/listed-day.ts";
import type { StaffFacts } from "./staff.ts";
import {
  parseStaffPerson,
  parseWorkPhone,
  staffPersonFields,
  type StaffPersonFault,
  type StaffPersonFields,
  type WorkPhoneRefusal,
} from "./staff-person.ts";

/** What stands beside the people on the letter (F1.1). */
export const letterFields = [
  "number",
  "date",
  "address",
  "superiorName",
  "superiorPosition",
  "phone",
  "fax",
] as const;
export type LetterField = (typeof letterFields)[number];

/** Somebody who is to come, as typed; `level` may be empty still. */
export type TypedJoiner = StaffPersonFields & { readonly level: string };

/** A request for access as it was typed; a draft is kept like this, finished or not. */
export interface TypedRequest extends Readonly<Record<LetterField, string>> {
  readonly certified: boolean;
  readonly joining: readonly TypedJoiner[];
  /** Accounts of the agency whose right is to end. */
  readonly leaving: readonly string[];
}

export interface Joiner {
  readonly level: StaffLevel;
  readonly facts: StaffFacts;
}

/** A request whose every field was read. */
export interface ReadRequest extends Readonly<Record<Exclude<LetterField, "date">, string>> {
  readonly date: BangkokDay;
  readonly joining: readonly Joiner[];
  readonly leaving: readonly string[];
}

export type LetterFault =
  | { readonly kind: "letter_empty" }
  | { readonly kind: "letter_long"; readonly limit: number }
  | { readonly kind: ListedDayProblem }
  | WorkPhoneRefusal;

export type JoinerFault =
  | StaffPersonFault
  | { readonly field: "level"; readonly refusal: { readonly kind: "level_missing" } }
  /** The same person, or the same address, stands in an earlier row. */
  | { readonly field: "citizenId"; readonly refusal: { readonly kind: "person_twice" } }
  | { readonly field: "email"; readonly refusal: { readonly kind: "email_twice" } }
  /** The person has a right at the agency that is in use and does not end with this request. */
  | { readonly field: "citizenId"; readonly refusal: { readonly kind: "person_has_access" } };

export type RequestFault =
  | { readonly at: "letter"; readonly field: LetterField; readonly refusal: LetterFault }
  | { readonly at: "joining"; readonly row: number; readonly fault: JoinerFault }
  | { readonly at: "people"; readonly refusal: { readonly kind: "nobody_named" } }
  | { readonly at: "leaving"; readonly refusal: { readonly kind: "leaver_gone" } }
  | { readonly at: "certified"; readonly refusal: { readonly kind: "not_certified" } };

/** A request that cannot be sent as it is, with everything that is to be mended, in the order of the page. */
export interface RequestFaults {
  readonly kind: "request_faults";
  readonly faults: readonly RequestFault[];
}

const longestText = 300;

/** True for a row in which nothing was typed: it asks for nobody. */
export function isBlankJoiner(joiner: TypedJoiner): boolean {
  return [...staffPersonFields, "level" as const].every((field) => joiner[field].trim() === "");
}

/**
 * Reads a request as the letter needs it (F1.1): every field but the fax, at least one person who comes or leaves,
 * each with one level of `levels` and nobody twice, and the certification. Rows without a word in them are passed
 * over. Refuses with everything that is wrong at once.
 */
export function readAccessRequest(
  typed: TypedRequest,
  levels: readonly StaffLevel[],
  today: BangkokDay,
): Result<ReadRequest, RequestFaults> {
  const date = readListedDay(typed.date, today);
  const faults = letterFields.flatMap((field) => letterFaults(field, typed[field], date));
  const joining = readJoining(typed.joining, levels);
  faults.push(...joining.faults);
  if (joining.read.length + joining.faults.length + typed.leaving.length === 0)
    faults.push({ at: "people", refusal: { kind: "nobody_named" } });
  if (!typed.certified) faults.push({ at: "certified", refusal: { kind: "not_certified" } });
  if (faults.length > 0 || !date.ok) return refuse({ kind: "request_faults", faults });
  const text = (field: LetterField) => typed[field].trim();
  return ok({
    number: text("number"),
    date: date.value,
    address: text("address"),
    superiorName: text("superiorName"),
    superiorPosition: text("superiorPosition"),
    phone: phoneOf(typed.phone),
    fax: phoneOf(typed.fax),
    joining: joining.read,
    leaving: typed.leaving,
  });
}

function letterFaults(
  field: LetterField,
  text: string,
  date: Result<BangkokDay, { readonly kind: ListedDayProblem }>,
): RequestFault[] {
  const fault = (refusal: LetterFault): RequestFault[] => [{ at: "letter", field, refusal }];
  if (field === "date") return date.ok ? [] : fault(date.refusal);
  if (text.trim() === "") return field === "fax" ? [] : fault({ kind: "letter_empty" });
  if (field === "phone" || field === "fax") {
    const phone = parseWorkPhone(text);
    return phone.ok ? [] : fault(phone.refusal);
  }
  return [...text.trim()].length > longestText ? fault({ kind: "letter_long", limit: longestText }) : [];
}

function phoneOf(text: string): string {
  const phone = parseWorkPhone(text);
  return phone.ok ? phone.value : "";
}

function readJoining(typed: readonly TypedJoiner[], levels: readonly StaffLevel[]) {
  const read: Joiner[] = [];
  const faults: RequestFault[] = [];
  const seen = new Set<string>();
  typed.forEach((joiner, row) => {
    if (isBlankJoiner(joiner)) return;
    const wrong = (fault: JoinerFault) => faults.push({ at: "joining", row, fault });
    const level = levels.find((each) => each === joiner.level);
    const facts = parseStaffPerson(joiner);
    if (!level) wrong({ field: "level", refusal: { kind: "level_missing" } });
    if (!facts.ok) facts.refusal.faults.forEach(wrong);
    const citizenId = parseCitizenId(joiner.citizenId);
    if (citizenId.ok && seen.has(citizenId.value))
      wrong({ field: "citizenId", refusal: { kind: "person_twice" } });
    if (facts.ok && seen.has(facts.value.email)) wrong({ field: "email", refusal: { kind: "email_twice" } });
    if (citizenId.ok) seen.add(citizenId.value);
    if (facts.ok) seen.add(facts.value.email);
    if (level && facts.ok) read.push({ level, facts: facts.value });
  });
  return { read, faults };
}
