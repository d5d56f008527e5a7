import { parseEmail, type EmailRefusal } from "../kernel/email.ts";
import { parseCitizenId, type CitizenIdRefusal } from "../kernel/citizen-id.ts";
import { parsePhone, type PhoneRefusal } from "../kernel/phone.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { isUuid } from "../kernel/uuid.ts";
import type { Accepted } from "./accepted.ts";
import { isRequired, type PlainField } from "./field.ts";
import { readTypedDay, readTypedTime, type DayRefusal } from "./typed-day.ts";
import { readMoney, readNumber, type NumberRefusal } from "./typed-number.ts";
import { addressParts, placeParts, readAddress, readPlace, type PlaceRefusal } from "./typed-place.ts";
import { readWords, type WordsRefusal } from "./typed-words.ts";

export type AnswerRefusal =
  | { readonly kind: "answer_missing" }
  /** Not what this type of field sends at all. */
  | { readonly kind: "answer_shape" }
  | WordsRefusal
  | NumberRefusal
  | DayRefusal
  | { readonly kind: "time_shape" }
  | PhoneRefusal
  | CitizenIdRefusal
  | EmailRefusal
  | PlaceRefusal
  | { readonly kind: "choice_unknown" }
  | { readonly kind: "repeated" }
  | { readonly kind: "too_few"; readonly least: number }
  | { readonly kind: "too_many"; readonly most: number }
  | { readonly kind: "file_id" }
  | { readonly kind: "not_declared" };

/**
 * Reads one answer as it was sent by JSON or by a form's fields; null: it may stay empty, and does. Refuses what the
 * field's rule refuses, and an empty answer where one is required.
 */
export function readAnswer(
  field: PlainField,
  sent: unknown,
  today: BangkokDay,
): Result<Accepted | null, AnswerRefusal> {
  if (field.type === "choices" || field.type === "files" || field.type === "photo")
    return readMany(field, sent);
  if (isEmpty(sent)) return isRequired(field) ? refuse({ kind: "answer_missing" }) : ok(null);
  switch (field.type) {
    case "address":
    case "map_point":
    case "date":
      return readParts(field, sent, today);
    case "yes_no":
    case "declaration":
      return readYes(field, sent);
    case "heading":
    case "help":
      return refuse({ kind: "answer_shape" });
    case "text":
    case "long_text":
    case "number":
    case "money":
    case "time":
    case "phone":
    case "citizen_id":
    case "email":
    case "choice":
      if (typeof sent !== "string") return readBareNumber(field, sent);
      return readText(field, sent);
  }
}

type TextField = Extract<
  PlainField,
  {
    readonly type:
      "text" | "long_text" | "number" | "money" | "time" | "phone" | "citizen_id" | "email" | "choice";
  }
>;
type PartsField = Extract<PlainField, { readonly type: "address" | "map_point" | "date" }>;
type ManyField = Extract<PlainField, { readonly type: "choices" | "files" | "photo" }>;

/** Nothing at all, blanks, or parts that are all blank. */
function isEmpty(sent: unknown): boolean {
  if (sent === undefined || sent === null) return true;
  if (typeof sent === "string") return sent.trim() === "";
  return isRecord(sent) && Object.values(sent).every(isEmpty);
}

function readBareNumber(field: TextField, sent: unknown): Result<Accepted, AnswerRefusal> {
  const number = field.type === "number" || field.type === "money";
  return number && typeof sent === "number"
    ? readText(field, String(sent))
    : refuse({ kind: "answer_shape" });
}

function readText(field: TextField, sent: string): Result<Accepted, AnswerRefusal> {
  switch (field.type) {
    case "text":
    case "long_text":
      return readWords(field.type, sent, field.minLength, field.maxLength);
    case "number":
      return readNumber(sent, field.decimals, field);
    case "money":
      return readMoney(sent, field);
    case "time":
      return readTypedTime(sent);
    case "phone":
      return parsePhone(sent);
    case "citizen_id":
      return parseCitizenId(sent);
    case "email":
      return parseEmail(sent);
    case "choice":
      return field.options.some(({ value }) => value === sent)
        ? ok(sent)
        : refuse({ kind: "choice_unknown" });
  }
}

function readYes(field: PlainField, sent: unknown): Result<boolean, AnswerRefusal> {
  const yes = sent === true || sent === "yes";
  if (!yes && sent !== false && sent !== "no") return refuse({ kind: "answer_shape" });
  return field.type === "declaration" && !yes ? refuse({ kind: "not_declared" }) : ok(yes);
}

function readParts(field: PartsField, sent: unknown, today: BangkokDay): Result<Accepted, AnswerRefusal> {
  const names = partNames[field.type];
  if (!isRecord(sent) || Object.keys(sent).some((name) => !names.includes(name))) {
    return refuse({ kind: "answer_shape" });
  }
  if (field.type === "map_point") return readPlace(sent);
  const part = (name: string) => {
    const value = sent[name];
    return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
  };
  if (field.type === "date") {
    return readTypedDay({ day: part("day"), month: part("month"), year: part("year") }, field.limit, today);
  }
  const [line, subdistrict, district] = [part("line"), part("subdistrict"), part("district")];
  return readAddress({ line, subdistrict, district, province: part("province"), postcode: part("postcode") });
}

const partNames: Readonly<Record<PartsField["type"], readonly string[]>> = {
  address: addressParts,
  map_point: placeParts,
  date: ["day", "month", "year"],
};

/** A form's field that is ticked once sends a bare text. */
function readMany(field: ManyField, sent: unknown): Result<readonly string[] | null, AnswerRefusal> {
  const list: unknown = isEmpty(sent) ? [] : typeof sent === "string" ? [sent] : sent;
  if (!Array.isArray(list) || !list.every((one): one is string => typeof one === "string")) {
    return refuse({ kind: "answer_shape" });
  }
  if (list.length === 0) return field.min > 0 ? refuse({ kind: "answer_missing" }) : ok(null);
  const known = (one: string) =>
    field.type === "choices" ? field.options.some(({ value }) => value === one) : isUuid(one);
  if (list.length > field.max) return refuse({ kind: "too_many", most: field.max });
  if (!list.every(known)) return refuse({ kind: field.type === "choices" ? "choice_unknown" : "file_id" });
  if (new Set(list).size < list.length) return refuse({ kind: "repeated" });
  return list.length < field.min ? refuse({ kind: "too_few", least: field.min }) : ok(list);
}

/** True for an object of named values, as JSON makes it. */
export function isRecord(sent: unknown): sent is Readonly<Record<string, unknown>> {
  return typeof sent === "object" && sent !== null && !Array.isArray(sent);
}
