import type { Condition } from "../../forms/condition.ts";
import type { DateLimit, FileFormat, GroupField, Option, PlainField, Wording } from "../../forms/field.ts";

/** Words in both languages, Thai first. */
export type Said = readonly [th: string, en: string];

interface More {
  readonly help?: Said;
  readonly showIf?: Condition;
  readonly optional?: true;
}

/** Words as a definition carries them. */
export function say([th, en]: Said): Wording {
  return { th, en };
}

function common(key: string, label: Said, { help, showIf }: More) {
  return { key, label: say(label), help: help ? say(help) : null, showIf: showIf ?? null };
}

/** A line of text, of at most 200 characters. */
export function line(key: string, label: Said, more: More = {}): PlainField {
  const limits = { minLength: more.optional ? 0 : 2, maxLength: 200 };
  return { ...common(key, label, more), type: "text", required: !more.optional, ...limits };
}

/** A text of several lines, of at most 2,000 characters. */
export function story(key: string, label: Said, more: More = {}): PlainField {
  const limits = { minLength: more.optional ? 0 : 10, maxLength: 2_000 };
  return { ...common(key, label, more), type: "long_text", required: !more.optional, ...limits };
}

/** A number within limits. */
export function number(
  key: string,
  label: Said,
  limits: { readonly min: number; readonly max: number; readonly decimals?: number },
  more: More = {},
): PlainField {
  const { min, max, decimals = 0 } = limits;
  return { ...common(key, label, more), type: "number", required: !more.optional, min, max, decimals };
}

/** An amount of baht; nothing below none. */
export function money(key: string, label: Said, more: More = {}): PlainField {
  return { ...common(key, label, more), type: "money", required: !more.optional, min: 0, max: null };
}

/** A day, by default any. */
export function day(key: string, label: Said, limit: DateLimit = "any", more: More = {}): PlainField {
  return { ...common(key, label, more), type: "date", required: !more.optional, limit };
}

/** A field of a type that has no limits of its own. */
export function plain(
  type: "time" | "phone" | "citizen_id" | "email" | "yes_no" | "address" | "map_point",
  key: string,
  label: Said,
  more: More = {},
): PlainField {
  return { ...common(key, label, more), type, required: !more.optional };
}

/** One of several options, each by its value. */
export function choice(
  key: string,
  label: Said,
  options: Readonly<Record<string, Said>>,
  more: More = {},
): PlainField {
  return {
    ...common(key, label, more),
    type: "choice",
    required: !more.optional,
    options: optionsOf(options),
  };
}

/** Several of several options, at least one unless it may stay empty. */
export function choices(
  key: string,
  label: Said,
  options: Readonly<Record<string, Said>>,
  more: More = {},
): PlainField {
  const all = optionsOf(options);
  const limits = { min: more.optional ? 0 : 1, max: all.length };
  return { ...common(key, label, more), type: "choices", options: all, ...limits };
}

function optionsOf(options: Readonly<Record<string, Said>>): readonly Option[] {
  return Object.entries(options).map(([value, label]) => ({ value, label: say(label) }));
}

/** Documents to attach, one to three unless told otherwise. */
export function files(
  key: string,
  label: Said,
  more: More & {
    readonly max?: number;
    readonly accepts?: readonly FileFormat[];
    readonly isCrossedOut?: true;
  } = {},
): PlainField {
  const { max = 3, accepts = ["jpg", "png", "pdf"], isCrossedOut } = more;
  const crossed = isCrossedOut ? { isCrossedOut } : {};
  return { ...common(key, label, more), ...crossed, type: "files", min: more.optional ? 0 : 1, max, accepts };
}

/** Pictures taken with the phone, up to three. */
export function photo(key: string, label: Said, more: More = {}): PlainField {
  return { ...common(key, label, more), type: "photo", min: more.optional ? 0 : 1, max: 3 };
}

/** What is declared by whoever files. */
export function declaration(key: string, label: Said, more: More = {}): PlainField {
  return { ...common(key, label, more), type: "declaration" };
}

/** A heading above what follows. */
export function heading(key: string, label: Said, more: More = {}): PlainField {
  return { ...common(key, label, more), type: "heading" };
}

/** Fields asked for several times over. */
export function group(
  key: string,
  label: Said,
  limits: { readonly min: number; readonly max: number },
  fields: readonly PlainField[],
  more: More = {},
): GroupField {
  return { ...common(key, label, more), type: "group", ...limits, fields };
}

/** True while the question was answered with that option. */
export function when(field: string, value: string | number | boolean): Condition {
  return { op: "equals", field, value };
}
