import { readTypedDay, type DayRefusal } from "../forms/typed-day.ts";
import { parseCitizenId, type CitizenId, type CitizenIdRefusal } from "../kernel/citizen-id.ts";
import { parseEmail, type EmailRefusal } from "../kernel/email.ts";
import { parsePersonName, type PersonNameRefusal } from "../kernel/person-name.ts";
import { nationalPhone, parsePhone, type PhoneRefusal } from "../kernel/phone.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { isUuid } from "../kernel/uuid.ts";
import { seatParts, type HolderFacts, type HoldingEnd, type SeatPart } from "./holding.ts";
import { orderLimits, orderTexts, type SeatOrderText } from "./seat-order.ts";

/** The pages of the wizard that ask for something, each with its fields as they are sent. */
export const namingPages = {
  place: ["seatId", "part", "reason"],
  person: ["citizenId", "firstName", "lastName", "position", "email", "mobile"],
  order: [
    ...["orderId", "number", "datedDay", "datedMonth", "datedYear"],
    ...["startsDay", "startsMonth", "startsYear", "endsDay", "endsMonth", "endsYear"],
    ...orderTexts,
  ],
} as const satisfies Record<string, readonly string[]>;
export type NamingPage = keyof typeof namingPages;

export type NamingField =
  | (typeof namingPages)["place" | "person"][number]
  | "orderId"
  | "number"
  | `${"dated" | "starts" | "ends"}${"Day" | "Month" | "Year"}`
  | (typeof orderTexts)[number];
export const namingFields: readonly NamingField[] = Object.values(namingPages).flat();

/** A naming as it was typed. `orderId` empty: a new order; else one that is kept. */
export type TypedNaming = Readonly<Record<NamingField, string>>;

/** Why somebody in the seat gives way to the one who is named; the rest of the ends are not the head's to choose. */
export const giveWayReasons = [
  "resigned",
  "transferred",
  "holder_changed",
  "other",
] as const satisfies readonly HoldingEnd[];

export interface NewOrder {
  readonly number: string;
  readonly dated: BangkokDay;
  readonly text: SeatOrderText;
}

/** A naming whose every field was read. */
export interface Naming {
  readonly seatId: string;
  readonly part: SeatPart;
  /** Why whoever is live there gives way; null: nothing was chosen. */
  readonly reason: HoldingEnd | null;
  readonly facts: HolderFacts & { readonly citizenId: CitizenId };
  readonly startsOn: BangkokDay;
  /** A deputy's last day; null for a holder. */
  readonly endsOn: BangkokDay | null;
  readonly order: { readonly keptId: string } | { readonly made: NewOrder };
}

export type NamingFault = { readonly field: NamingField; readonly refusal: NamingFaultRefusal };
export type NamingFaultRefusal =
  | CitizenIdRefusal
  | PersonNameRefusal
  | EmailRefusal
  | PhoneRefusal
  | DayRefusal
  | { readonly kind: "seat_unchosen" }
  | { readonly kind: "part_unchosen" }
  | { readonly kind: "position_empty" }
  | { readonly kind: "text_long"; readonly limit: number }
  | { readonly kind: "order_number_empty" }
  | { readonly kind: "order_text_empty" }
  /** A last day before the first, or already gone. */
  | { readonly kind: "ends_before" }
  /** The order is dated later than the day from which it counts. */
  | { readonly kind: "starts_before_order" };

export type NamingFaults = { readonly kind: "naming_faults"; readonly faults: readonly NamingFault[] };

const positionLimit = 150;

/** Reads a naming as it was typed. Refuses with everything that is wrong, in the order of the pages. */
export function readNaming(typed: TypedNaming, today: BangkokDay): Result<Naming, NamingFaults> {
  const faults: NamingFault[] = [];
  const wrong = (field: NamingField, refusal: NamingFaultRefusal) => faults.push({ field, refusal });
  const part = seatParts.find((each) => each === typed.part);
  if (!isUuid(typed.seatId)) wrong("seatId", { kind: "seat_unchosen" });
  if (!part) wrong("part", { kind: "part_unchosen" });
  const facts = readPerson(typed, wrong);
  const order = readOrder(typed, today, wrong);
  const days = readDays(typed, part ?? "holder", today, wrong);
  const dated = order && "made" in order ? order.made.dated : null;
  if (days && dated !== null && days.startsOn < dated) wrong("startsDay", { kind: "starts_before_order" });
  if (faults.length > 0 || !part || !facts || !order || !days)
    return refuse({ kind: "naming_faults", faults });
  const reason = giveWayReasons.find((each) => each === typed.reason) ?? null;
  return ok({ seatId: typed.seatId, part, reason, facts, order, ...days });
}

/** The page of the wizard on which a field stands. */
export function pageOfField(field: NamingField): NamingPage {
  const pages = Object.entries(namingPages) as [NamingPage, readonly string[]][];
  return pages.find(([, fields]) => fields.includes(field))?.[0] ?? "order";
}

type Wrong = (field: NamingField, refusal: NamingFaultRefusal) => void;

type PersonField = (typeof namingPages)["person"][number];
/** Somebody as they are typed into a form. */
export type TypedPerson = Readonly<Record<PersonField, string>>;

/** Reads who is named; says what is wrong field by field. Null: something is. */
export function readPerson(
  typed: TypedPerson,
  wrong: (field: PersonField, refusal: NamingFaultRefusal) => void,
): Naming["facts"] | null {
  const citizenId = parseCitizenId(typed.citizenId);
  const firstName = parsePersonName(typed.firstName);
  const lastName = parsePersonName(typed.lastName);
  const position = typed.position.normalize("NFC").replace(/\s+/g, " ").trim();
  const email = typed.email.trim() === "" ? ok(null) : parseEmail(typed.email);
  const mobile = typed.mobile.trim() === "" ? ok(null) : parsePhone(typed.mobile);
  if (!citizenId.ok) wrong("citizenId", citizenId.refusal);
  if (!firstName.ok) wrong("firstName", firstName.refusal);
  if (!lastName.ok) wrong("lastName", lastName.refusal);
  if (position === "") wrong("position", { kind: "position_empty" });
  if ([...position].length > positionLimit) wrong("position", { kind: "text_long", limit: positionLimit });
  if (!email.ok) wrong("email", email.refusal);
  if (!mobile.ok) wrong("mobile", mobile.refusal);
  if (!citizenId.ok || !firstName.ok || !lastName.ok || !email.ok || !mobile.ok) return null;
  return {
    citizenId: citizenId.value,
    firstName: firstName.value,
    lastName: lastName.value,
    position,
    email: email.value,
    mobile: mobile.value === null ? null : nationalPhone(mobile.value),
  };
}

function readDays(
  typed: TypedNaming,
  part: SeatPart,
  today: BangkokDay,
  wrong: Wrong,
): Pick<Naming, "startsOn" | "endsOn"> | null {
  const starts = readTypedDay(dayParts(typed, "starts"), "any", today);
  if (!starts.ok) wrong("startsDay", starts.refusal);
  if (part === "holder") return starts.ok ? { startsOn: starts.value, endsOn: null } : null;
  const ends = readTypedDay(dayParts(typed, "ends"), "any", today);
  if (!ends.ok) wrong("endsDay", ends.refusal);
  if (!starts.ok || !ends.ok) return null;
  if (ends.value < starts.value || ends.value < today) wrong("endsDay", { kind: "ends_before" });
  return { startsOn: starts.value, endsOn: ends.value };
}

function readOrder(typed: TypedNaming, today: BangkokDay, wrong: Wrong): Naming["order"] | null {
  if (isUuid(typed.orderId)) return { keptId: typed.orderId };
  const number = typed.number.normalize("NFC").trim();
  const dated = readTypedDay(dayParts(typed, "dated"), "past", today);
  if (number === "") wrong("number", { kind: "order_number_empty" });
  if ([...number].length > orderLimits.number)
    wrong("number", { kind: "text_long", limit: orderLimits.number });
  if (!dated.ok) wrong("datedDay", dated.refusal);
  for (const name of orderTexts) {
    const text = typed[name].trim();
    if (text === "") wrong(name, { kind: "order_text_empty" });
    if ([...text].length > orderLimits.text) wrong(name, { kind: "text_long", limit: orderLimits.text });
  }
  if (!dated.ok) return null;
  const [duties, controls, keeping] = [typed.duties.trim(), typed.controls.trim(), typed.keeping.trim()];
  return { made: { number, dated: dated.value, text: { duties, controls, keeping } } };
}

function dayParts(typed: TypedNaming, name: "dated" | "starts" | "ends") {
  return { day: typed[`${name}Day`], month: typed[`${name}Month`], year: typed[`${name}Year`] };
}
