import type { Condition } from "./condition.ts";

/** The types of field a form is made of (E3); `heading` and `help` are only read. */
export const fieldTypes = [
  "text",
  "long_text",
  "number",
  "money",
  "date",
  "time",
  "phone",
  "citizen_id",
  "email",
  "choice",
  "choices",
  "yes_no",
  "declaration",
  "address",
  "map_point",
  "files",
  "photo",
  "group",
  "heading",
  "help",
] as const;
export type FieldType = (typeof fieldTypes)[number];

/** Words of a form, written by an agency: Thai is always there, English may be missing. */
export interface Wording {
  readonly th: string;
  readonly en: string | null;
}

export interface Option {
  /** What is kept; never changed once it was in use. */
  readonly value: string;
  readonly label: Wording;
}

/** What may be attached (E3); what a file is, is told by its bytes where it is kept. */
export const fileFormats = ["jpg", "png", "pdf"] as const;
export type FileFormat = (typeof fileFormats)[number];

export const dateLimits = ["any", "past", "future"] as const;
/** `past` and `future` include today. */
export type DateLimit = (typeof dateLimits)[number];

interface Common {
  /** Names the field in answers and conditions: a small letter, then small letters, digits and _. */
  readonly key: string;
  readonly label: Wording;
  readonly help: Wording | null;
  /** Null: always shown. */
  readonly showIf: Condition | null;
}

interface Required {
  readonly required: boolean;
}

/** A field that takes copies of an ID card or house registration: each is crossed out before it is kept (E1.3, N7). */
interface CrossedOut {
  readonly isCrossedOut?: boolean | undefined;
}

interface Count {
  readonly min: number;
  readonly max: number;
}

interface Range {
  readonly min: number | null;
  readonly max: number | null;
}

/** A field that stands alone or inside a repeated group. */
export type PlainField = Common &
  (
    | (Required & {
        readonly type: "text" | "long_text";
        readonly minLength: number;
        readonly maxLength: number;
      })
    | (Required & Range & { readonly type: "number"; readonly decimals: number })
    /** `min` and `max` in satang. */
    | (Required & Range & { readonly type: "money" })
    | (Required & { readonly type: "date"; readonly limit: DateLimit })
    | (Required & { readonly type: "time" | "phone" | "citizen_id" | "email" })
    | (Required & { readonly type: "yes_no" })
    | (Required & { readonly type: "address" | "map_point" })
    | (Required & { readonly type: "choice"; readonly options: readonly Option[] })
    | (Count & { readonly type: "choices"; readonly options: readonly Option[] })
    | { readonly type: "declaration" }
    | (Count & CrossedOut & { readonly type: "files"; readonly accepts: readonly FileFormat[] })
    | (Count & CrossedOut & { readonly type: "photo" })
    | { readonly type: "heading" | "help" }
  );

/** Fields asked for several times over ("ผู้ร่วมยื่น"); a group stands in no other group. */
export type GroupField = Common & Count & { readonly type: "group"; readonly fields: readonly PlainField[] };

export type Field = PlainField | GroupField;

/** True for a field that can be answered. */
export function isAsked(field: Field): boolean {
  return field.type !== "heading" && field.type !== "help";
}

/** True for a field that must be answered while it is shown. */
export function isRequired(field: Field): boolean {
  if ("required" in field) return field.required;
  return field.type === "declaration" || ("min" in field && field.min > 0);
}
