import { ok, refuse, type Result } from "../kernel/result.ts";
import { suits } from "./condition-fit.ts";
import {
  deepestCondition,
  depthOf,
  fieldConditionsOf,
  type Condition,
  type FieldCondition,
} from "./condition.ts";
import { isAsked, type Field, type Option, type PlainField } from "./field.ts";

/** The format of a definition; another one is read by other code. */
export const formFormat = 1;

/** What a version of a service asks, as data. Which version it is, the service's row says. */
export interface Form {
  readonly format: typeof formFormat;
  readonly fields: readonly Field[];
}

/** What no form goes beyond; a text's own limits are judged inside these. */
export const formLimits = {
  fields: 120,
  options: 200,
  label: 300,
  help: 2_000,
  text: 500,
  longText: 10_000,
  files: 20,
  groupItems: 50,
  decimals: 6,
} as const;

export const formFaultKinds = [
  "fields_none",
  "fields_many",
  "key_shape",
  "key_taken",
  "label_length",
  "help_length",
  "limits_order",
  "limits_range",
  "options_count",
  "option_taken",
  "formats_none",
  "condition_field_unknown",
  "condition_field_later",
  "condition_operator",
  "condition_option_unknown",
  "condition_deep",
  "condition_empty",
] as const;
export type FormFaultKind = (typeof formFaultKinds)[number];

/** `path` names the field: its key, or group.key. */
export interface FormFault {
  readonly path: string;
  readonly kind: FormFaultKind;
}

export interface FormRefusal {
  readonly kind: "form_wrong";
  readonly faults: readonly FormFault[];
}

const keyShape = /^[a-z][a-z0-9_]{0,39}$/;
const fits = (number: number, least: number, most: number) =>
  Number.isInteger(number) && number >= least && number <= most;

/**
 * Judges a definition wholly and answers it, or every fault by field. Refused: nothing to answer, or too many fields;
 * keys of another shape or taken (a group's keys too: each key is once in a form); empty or long words; limits in the
 * wrong order or beyond ours; options that repeat; and conditions on a field that is unknown, comes later (so there is
 * never a cycle), lies in a group from outside of it, or cannot answer what is asked.
 */
export function judgeForm(form: Form): Result<Form, FormRefusal> {
  const every = form.fields.flatMap((field) => (field.type === "group" ? [field, ...field.fields] : [field]));
  const faults: FormFault[] = [];
  if (!form.fields.some(isAsked)) faults.push({ path: "", kind: "fields_none" });
  if (every.length > formLimits.fields) faults.push({ path: "", kind: "fields_many" });
  faults.push(...faultsOfFields(form.fields, "", [], new Set(), new Set(every.map(({ key }) => key))));
  return faults.length === 0 ? ok(form) : refuse({ kind: "form_wrong", faults });
}

/** Walks the fields in order; `keys` gathers every key, `seen` only what a condition here may speak of. */
function faultsOfFields(
  fields: readonly Field[],
  prefix: string,
  seen: readonly PlainField[],
  keys: Set<string>,
  every: ReadonlySet<string>,
): readonly FormFault[] {
  const faults: FormFault[] = [];
  const earlier = [...seen];
  for (const field of fields) {
    const path = prefix + field.key;
    const kinds = [...faultsOfWords(field, keys), ...faultsOfLimits(field)];
    if (field.showIf !== null) kinds.push(...faultsOfCondition(field.showIf, earlier, every));
    faults.push(...kinds.map((kind) => ({ path, kind })));
    if (field.type === "group")
      faults.push(...faultsOfFields(field.fields, `${path}.`, earlier, keys, every));
    else earlier.push(field);
  }
  return faults;
}

function faultsOfWords({ key, label, help }: Field, keys: Set<string>): FormFaultKind[] {
  const kinds: FormFaultKind[] = [];
  if (!keyShape.test(key)) kinds.push("key_shape");
  if (keys.has(key)) kinds.push("key_taken");
  keys.add(key);
  const good = (text: string, most: number) => text.trim() !== "" && text.length <= most;
  if (!good(label.th, formLimits.label) || (label.en !== null && !good(label.en, formLimits.label))) {
    kinds.push("label_length");
  }
  const helps = help === null ? [] : [help.th, help.en ?? help.th];
  if (!helps.every((text) => good(text, formLimits.help))) kinds.push("help_length");
  return kinds;
}

function faultsOfLimits(field: Field): FormFaultKind[] {
  switch (field.type) {
    case "text":
    case "long_text":
      return ofCount(
        field.minLength,
        field.maxLength,
        field.type === "text" ? formLimits.text : formLimits.longText,
      );
    case "number":
    case "money": {
      const decimals = field.type === "number" ? field.decimals : 0;
      const numbers = [field.min ?? 0, field.max ?? 0];
      if (!fits(decimals, 0, formLimits.decimals) || !numbers.every(Number.isFinite)) return ["limits_range"];
      if (field.type === "money" && !numbers.every(Number.isSafeInteger)) return ["limits_range"];
      return field.min !== null && field.max !== null && field.min > field.max ? ["limits_order"] : [];
    }
    case "choice":
      return ofOptions(field.options);
    case "choices":
      return [...ofOptions(field.options), ...ofCount(field.min, field.max, field.options.length)];
    case "files":
      return [
        ...(field.accepts.length === 0 ? (["formats_none"] as const) : []),
        ...ofCount(field.min, field.max, formLimits.files),
      ];
    case "photo":
      return ofCount(field.min, field.max, formLimits.files);
    case "group":
      return [
        ...(field.fields.some(isAsked) ? [] : (["fields_none"] as const)),
        ...ofCount(field.min, field.max, formLimits.groupItems),
      ];
    case "date":
    case "time":
    case "phone":
    case "citizen_id":
    case "email":
    case "yes_no":
    case "declaration":
    case "address":
    case "map_point":
    case "heading":
    case "help":
      return [];
  }
}

function ofCount(min: number, max: number, most: number): FormFaultKind[] {
  if (!fits(min, 0, most) || !fits(max, 1, most)) return ["limits_range"];
  return min > max ? ["limits_order"] : [];
}

function ofOptions(options: readonly Option[]): FormFaultKind[] {
  const values = new Set(options.map(({ value }) => value));
  const good = options.every(({ value, label }) => keyShape.test(value) && label.th.trim() !== "");
  const kinds: FormFaultKind[] = good && fits(options.length, 1, formLimits.options) ? [] : ["options_count"];
  return values.size === options.length ? kinds : [...kinds, "option_taken"];
}

function faultsOfCondition(
  condition: Condition,
  earlier: readonly PlainField[],
  every: ReadonlySet<string>,
): FormFaultKind[] {
  if (depthOf(condition) > deepestCondition) return ["condition_deep"];
  const asked = fieldConditionsOf(condition);
  if (asked.length === 0) return ["condition_empty"];
  return asked.flatMap((one) => faultOfAsking(one, earlier, every) ?? []);
}

function faultOfAsking(
  one: FieldCondition,
  earlier: readonly PlainField[],
  every: ReadonlySet<string>,
): FormFaultKind | null {
  const field = earlier.find(({ key }) => key === one.field);
  if (field === undefined) return every.has(one.field) ? "condition_field_later" : "condition_field_unknown";
  if (!suits(one, field.type)) return "condition_operator";
  if (!("options" in field) || !("value" in one)) return null;
  return field.options.some(({ value }) => value === one.value) ? null : "condition_option_unknown";
}
