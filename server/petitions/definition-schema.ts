import * as v from "valibot";
import { readForm, wording, type FormShapeRefusal } from "../forms/form-schema.ts";
import type { FormRefusal } from "../forms/form.ts";
import { assuranceLevels } from "../identity/assurance.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { dayUnits, judgePromise, type PromiseRefusal } from "./deadline.ts";
import { warned } from "./deadline-watch.ts";
import { fieldsNamed, templateFields } from "./document-template.ts";
import { documentKinds } from "./issued-document.ts";
import { definitionFormat, serviceEnds, type ServiceDefinition } from "./service-definition.ts";

export type DefinitionRefusal =
  | FormShapeRefusal
  | FormRefusal
  | PromiseRefusal
  /** Where the definition itself (not its form) is wrong, as keys from the outside in. */
  | { readonly kind: "definition_shape"; readonly paths: readonly string[] }
  | { readonly kind: "template_key_taken"; readonly key: string }
  /** A template names a field that neither the form nor every petition has. */
  | { readonly kind: "template_field_unknown"; readonly key: string; readonly field: string };

const most = { words: 20, testDays: 90, templates: 10, paragraphs: 60, days: 730 };
const day = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most.days));
const named = v.strictObject({ th: v.pipe(v.string(), v.trim(), v.nonEmpty()), en: v.nullable(v.string()) });
const words = v.pipe(v.array(wording), v.maxLength(most.words));

const template = v.strictObject({
  key: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,39}$/)),
  kind: v.picklist(documentKinds),
  title: named,
  paragraphs: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(4_000))),
    v.minLength(1),
    v.maxLength(most.paragraphs),
  ),
  validity: v.nullable(v.strictObject({ count: day, unit: v.picklist(["days", "months", "years"]) })),
  isListed: v.boolean(),
});

const watch = v.strictObject({
  thresholds: v.pipe(
    v.array(
      v.strictObject({
        workingDaysLeft: v.pipe(v.number(), v.integer(), v.minValue(-most.days), v.maxValue(most.days)),
        to: v.array(v.picklist(warned)),
      }),
    ),
    v.maxLength(10),
  ),
  delayLetterEveryDays: day,
  appealDays: day,
});

const definition = v.strictObject({
  format: v.literal(definitionFormat),
  name: named,
  summary: named,
  audience: v.nullable(wording),
  documents: words,
  fee: v.strictObject({
    satang: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
    words: v.nullable(wording),
  }),
  law: words,
  form: v.unknown(),
  ends: v.picklist(serviceEnds),
  promised: v.nullable(v.strictObject({ days: v.number(), unit: v.picklist(dayUnits) })),
  watch,
  assurance: v.picklist(assuranceLevels),
  testDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most.testDays)),
  isPlaceBased: v.boolean(),
  isAboutHomes: v.exactOptional(v.boolean()),
  tellsBySms: v.boolean(),
  templates: v.pipe(v.array(template), v.maxLength(most.templates)),
});

/**
 * Reads a definition that came from the builder, a pack or a row: shape, form, promise, and templates that name only
 * fields there are. Refuses with the place that is wrong.
 */
export function readDefinition(sent: unknown): Result<ServiceDefinition, DefinitionRefusal> {
  const read = v.safeParse(definition, sent);
  if (!read.success) {
    const paths = read.issues.map(({ path }) => path?.map(({ key }) => String(key)).join(".") ?? "");
    return refuse({ kind: "definition_shape", paths: [...new Set(paths)] });
  }
  const form = readForm(read.output.form);
  if (!form.ok) return form;
  const { promised } = read.output;
  if (promised !== null) {
    const judged = judgePromise(promised);
    if (!judged.ok) return judged;
  }
  const whole: ServiceDefinition = { ...read.output, form: form.value };
  return faultOfTemplates(whole) ?? ok(whole);
}

function faultOfTemplates({ templates, form }: ServiceDefinition) {
  const keys = new Set<string>();
  const known = new Set<string>([...templateFields, ...form.fields.map(({ key }) => key)]);
  for (const one of templates) {
    if (keys.has(one.key)) return refuse({ kind: "template_key_taken", key: one.key });
    keys.add(one.key);
    const unknown = fieldsNamed(one).find((field) => !known.has(field));
    if (unknown !== undefined)
      return refuse({ kind: "template_field_unknown", key: one.key, field: unknown });
  }
  return null;
}
