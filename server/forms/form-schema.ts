import * as v from "valibot";
import { refuse, type Result } from "../kernel/result.ts";
import type { Condition } from "./condition.ts";
import { dateLimits, fileFormats, type Field, type PlainField } from "./field.ts";
import { formFormat, judgeForm, type Form, type FormRefusal } from "./form.ts";

/** What came is no definition at all: where, as keys and indexes from the outside in. */
export interface FormShapeRefusal {
  readonly kind: "form_shape";
  readonly paths: readonly string[];
}

/** Words as a form carries them. */
export const wording = v.strictObject({ th: v.string(), en: v.nullable(v.string()) });
const options = v.array(v.strictObject({ value: v.string(), label: wording }));
const field = v.string();

const condition: v.GenericSchema<Condition> = v.lazy(() =>
  v.variant("op", [
    v.strictObject({ op: v.literal("answered"), field }),
    v.strictObject({ op: v.literal("equals"), field, value: v.union([v.string(), v.number(), v.boolean()]) }),
    v.strictObject({ op: v.literal("includes"), field, value: v.string() }),
    v.strictObject({ op: v.picklist(["at_least", "at_most"]), field, value: v.number() }),
    v.strictObject({ op: v.picklist(["all", "any"]), of: v.array(condition) }),
    v.strictObject({ op: v.literal("not"), of: condition }),
  ]),
);

const common = { key: v.string(), label: wording, help: v.nullable(wording), showIf: v.nullable(condition) };
const required = { ...common, required: v.boolean() };
const count = { ...common, min: v.number(), max: v.number() };
const crossed = { isCrossedOut: v.optional(v.boolean()) };
const range = { ...required, min: v.nullable(v.number()), max: v.nullable(v.number()) };

const plainFields = [
  v.strictObject({
    ...required,
    type: v.picklist(["text", "long_text"]),
    minLength: v.number(),
    maxLength: v.number(),
  }),
  v.strictObject({ ...range, type: v.literal("number"), decimals: v.number() }),
  v.strictObject({ ...range, type: v.literal("money") }),
  v.strictObject({ ...required, type: v.literal("date"), limit: v.picklist(dateLimits) }),
  v.strictObject({ ...required, type: v.picklist(["time", "phone", "citizen_id", "email", "yes_no"]) }),
  v.strictObject({ ...required, type: v.picklist(["address", "map_point"]) }),
  v.strictObject({ ...required, type: v.literal("choice"), options }),
  v.strictObject({ ...count, type: v.literal("choices"), options }),
  v.strictObject({ ...common, type: v.literal("declaration") }),
  v.strictObject({
    ...count,
    ...crossed,
    type: v.literal("files"),
    accepts: v.array(v.picklist(fileFormats)),
  }),
  v.strictObject({ ...count, ...crossed, type: v.literal("photo") }),
  v.strictObject({ ...common, type: v.picklist(["heading", "help"]) }),
] as const;

const plainField: v.GenericSchema<PlainField> = v.variant("type", plainFields);
const anyField: v.GenericSchema<Field> = v.variant("type", [
  ...plainFields,
  v.strictObject({ ...count, type: v.literal("group"), fields: v.array(plainField) }),
]);
const definition: v.GenericSchema<Form> = v.strictObject({
  format: v.literal(formFormat),
  fields: v.array(anyField),
});

/** So deep a definition goes at most, conditions in a group's fields included. */
const deepest = 16;

/**
 * Reads a definition that came from a page, a pack or a row: its shape first (nothing missing, nothing besides, no group
 * in a group), then its sense by `judgeForm`. Refuses both with every place that is wrong.
 */
export function readForm(sent: unknown): Result<Form, FormShapeRefusal | FormRefusal> {
  if (!isShallow(sent, deepest)) return refuse({ kind: "form_shape", paths: [""] });
  const read = v.safeParse(definition, sent);
  if (read.success) return judgeForm(read.output);
  const paths = read.issues.map(({ path }) => path?.map(({ key }) => String(key)).join(".") ?? "");
  return refuse({ kind: "form_shape", paths: [...new Set(paths)] });
}

/** The reader goes into itself with its input: what lies too deep is told before. */
function isShallow(sent: unknown, levels: number): boolean {
  if (typeof sent !== "object" || sent === null) return true;
  return levels > 0 && Object.values(sent).every((inner) => isShallow(inner, levels - 1));
}
