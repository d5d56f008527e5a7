import { toAsciiDigits } from "../kernel/digits.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { conditionOf, type ConditionRows, type RowRefusal } from "./condition-rows.ts";
import {
  dateLimits,
  fileFormats,
  type DateLimit,
  type Field,
  type FileFormat,
  type Option,
  type PlainField,
  type Wording,
} from "./field.ts";
import { readMoney, readNumber } from "./typed-number.ts";

/** A field as an officer fills it in the builder; of these each type reads what it has. */
export interface TypedField {
  readonly labelTh: string;
  readonly labelEn: string;
  readonly helpTh: string;
  readonly helpEn: string;
  readonly required: boolean;
  /** Characters, numbers, baht, choices or files, by the field's type; empty: no limit, or the usual one. */
  readonly min: string;
  readonly max: string;
  readonly decimals: string;
  readonly limit: string;
  readonly accepts: readonly string[];
  /** Files are crossed out before they are kept. */
  readonly isCrossedOut: boolean;
  /** One option a line. */
  readonly optionsTh: string;
  readonly optionsEn: string;
  /** Null: the condition stays as it is. */
  readonly condition: ConditionRows | null;
}

/** The input of the builder that is wrong, and why. */
export interface TypedFieldFault {
  readonly input: "labelTh" | "min" | "max" | "decimals" | "accepts" | "optionsTh" | "condition";
  readonly kind: "empty" | "number" | "options_none" | RowRefusal["kind"];
  /** Which line of the condition. */
  readonly at?: number;
}

export interface TypedFieldRefusal {
  readonly kind: "field_typed_wrong";
  readonly faults: readonly TypedFieldFault[];
}

/**
 * Reads what was typed over a field as that field changed; what its type has no place for is left out. Refuses an empty
 * question, what is no number, no option, and a condition that says nothing; what a form as a whole may not hold is
 * judged by `judgeForm`.
 */
export function readTypedField(
  field: Field,
  typed: TypedField,
  before: readonly PlainField[],
): Result<Field, TypedFieldRefusal> {
  const faults: TypedFieldFault[] = [];
  const label = wordingOf(typed.labelTh, typed.labelEn);
  if (label === null) faults.push({ input: "labelTh", kind: "empty" });
  const showIf = typed.condition === null ? ok(field.showIf) : conditionOf(typed.condition, before);
  if (!showIf.ok) faults.push({ input: "condition", ...showIf.refusal });
  const common = {
    key: field.key,
    label: label ?? field.label,
    help: wordingOf(typed.helpTh, typed.helpEn),
    showIf: showIf.ok ? showIf.value : null,
  };
  const read = { ...withLimits(field, typed, faults), ...common } as Field;
  return faults.length === 0 ? ok(read) : refuse({ kind: "field_typed_wrong", faults });
}

/** Words as they were typed; null: no Thai was. */
export function wordingOf(th: string, en: string): Wording | null {
  const [thai, english] = [th.normalize("NFC").trim(), en.normalize("NFC").trim()];
  return thai === "" ? null : { th: thai, en: english === "" ? null : english };
}

function withLimits(field: Field, typed: TypedField, faults: TypedFieldFault[]): Field {
  const { required } = typed;
  const count = (input: "min" | "max" | "decimals", usual: number) =>
    readCount(typed[input], usual, () => faults.push({ input, kind: "number" }));
  switch (field.type) {
    case "text":
    case "long_text":
      return { ...field, required, minLength: count("min", 0), maxLength: count("max", field.maxLength) };
    case "number": {
      const amount = (input: "min" | "max") => readAmount(typed[input], input, "number", faults);
      return { ...field, required, min: amount("min"), max: amount("max"), decimals: count("decimals", 0) };
    }
    case "money": {
      const amount = (input: "min" | "max") => readAmount(typed[input], input, "money", faults);
      return { ...field, required, min: amount("min"), max: amount("max") };
    }
    case "date": {
      const limit: DateLimit = dateLimits.find((one) => one === typed.limit) ?? field.limit;
      return { ...field, required, limit };
    }
    case "choice":
      return { ...field, required, options: optionsOf(field.options, typed, faults) };
    case "choices": {
      const options = optionsOf(field.options, typed, faults);
      return { ...field, options, min: least(required, count("min", 1)), max: count("max", options.length) };
    }
    case "files": {
      const accepts: readonly FileFormat[] = fileFormats.filter((one) => typed.accepts.includes(one));
      if (accepts.length === 0) faults.push({ input: "accepts", kind: "empty" });
      const counted = { min: least(required, count("min", 1)), max: count("max", field.max) };
      return { ...field, ...crossedOut(typed), ...counted, accepts };
    }
    case "photo": {
      const counted = { min: least(required, count("min", 1)), max: count("max", field.max) };
      return { ...field, ...crossedOut(typed), ...counted };
    }
    case "group":
      return { ...field, min: least(required, count("min", 1)), max: count("max", field.max) };
    case "time":
    case "phone":
    case "citizen_id":
    case "email":
    case "yes_no":
    case "address":
    case "map_point":
      return { ...field, required };
    case "declaration":
    case "heading":
    case "help":
      return field;
  }
}

/** A definition says nothing of what is not asked for. */
function crossedOut({ isCrossedOut }: TypedField): { readonly isCrossedOut: true | undefined } {
  return { isCrossedOut: isCrossedOut ? true : undefined };
}

/** What must be answered is answered at least once; what need not be may stay empty. */
function least(required: boolean, count: number): number {
  return required ? Math.max(1, count) : 0;
}

function readCount(text: string, usual: number, wrong: () => void): number {
  const tidy = toAsciiDigits(text).replaceAll(",", "").trim();
  if (tidy === "") return usual;
  if (/^\d{1,6}$/.test(tidy)) return Number(tidy);
  wrong();
  return usual;
}

function readAmount(
  text: string,
  input: "min" | "max",
  type: "number" | "money",
  faults: TypedFieldFault[],
): number | null {
  if (text.trim() === "") return null;
  const anyNumber = { min: null, max: null };
  const read = type === "money" ? readMoney(text, anyNumber) : readNumber(text, 6, anyNumber);
  if (read.ok) return read.value;
  faults.push({ input, kind: "number" });
  return null;
}

function optionsOf(old: readonly Option[], typed: TypedField, faults: TypedFieldFault[]): readonly Option[] {
  const options = readOptions(old, typed.optionsTh, typed.optionsEn);
  if (options.length === 0) faults.push({ input: "optionsTh", kind: "options_none" });
  return options;
}

/**
 * Reads options, one a line. An option keeps its value under the same Thai words wherever it went; as many lines as
 * before make a line that reads differently a new wording of the option that stood there. Others get new values.
 */
export function readOptions(old: readonly Option[], th: string, en: string): readonly Option[] {
  const english = en.split("\n").map((text) => text.trim());
  const lines = th
    .split("\n")
    .map((text, at) => ({ label: wordingOf(text, english[at] ?? ""), at }))
    .filter((one): one is { label: Wording; at: number } => one.label !== null);
  const said = new Set(lines.map(({ label }) => label.th));
  const taken = new Set<string>();
  const numbers = old.map(({ value }) => Number(/^o(\d{1,6})$/.exec(value)?.[1] ?? 0));
  let next = Math.max(0, ...numbers) + 1;
  return lines.map(({ label }, at) => {
    const same = old.find((option) => option.label.th === label.th && !taken.has(option.value));
    const there = old.length === lines.length ? old[at] : undefined;
    const renamed = there && !said.has(there.label.th) && !taken.has(there.value) ? there : undefined;
    const value = (same ?? renamed)?.value ?? `o${next++}`;
    taken.add(value);
    return { value, label };
  });
}
