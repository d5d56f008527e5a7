import type { Field, FieldType } from "../forms/field.ts";
import { judgeForm, type Form, type FormFaultKind } from "../forms/form.ts";
import { judgePromise } from "./deadline.ts";
import { fieldsNamed, templateFields } from "./document-template.ts";
import type { ServiceDefinition } from "./service-definition.ts";

/** The parts of a service an officer edits, each on a page of its own. */
export const serviceParts = ["about", "form", "rules", "documents"] as const;
export type ServicePart = (typeof serviceParts)[number];

export const definitionFaultKinds = [
  "name_empty",
  "summary_empty",
  "promise_wrong",
  "template_field",
  "question_unnamed",
] as const;

/** What a new question of a type is called before anybody named it; types whose name is a good question are left out. */
export type UnnamedLabels = Readonly<Partial<Record<FieldType, string>>>;

/** What keeps a draft from being published: on which page, at what, and why. */
export interface DefinitionFault {
  readonly part: ServicePart;
  /** A field's path in the form, or a template's key; empty: the page as a whole. */
  readonly at: string;
  readonly kind: (typeof definitionFaultKinds)[number] | FormFaultKind;
}

/**
 * Everything that keeps a definition from being published, in the order of its pages; nothing: it may be. A question that
 * is still called as its type is, by `unnamed`, was never named.
 */
export function definitionFaults(
  definition: ServiceDefinition,
  unnamed: UnnamedLabels = {},
): readonly DefinitionFault[] {
  const { name, summary, form, promised, templates } = definition;
  const faults: DefinitionFault[] = [];
  if (name.th.trim() === "") faults.push({ part: "about", at: "nameTh", kind: "name_empty" });
  if (summary.th.trim() === "") faults.push({ part: "about", at: "summaryTh", kind: "summary_empty" });
  const judged = judgeForm(form);
  if (!judged.ok)
    faults.push(
      ...judged.refusal.faults.map(({ path, kind }) => ({ part: "form", at: path, kind }) as const),
    );
  faults.push(
    ...pathsOf(form)
      .filter(({ field }) => unnamed[field.type] === field.label.th.trim())
      .map(({ path }) => ({ part: "form", at: path, kind: "question_unnamed" }) as const),
  );
  if (promised !== null && !judgePromise(promised).ok)
    faults.push({ part: "rules", at: "days", kind: "promise_wrong" });
  const known = new Set<string>([...templateFields, ...form.fields.map(({ key }) => key)]);
  for (const template of templates) {
    if (fieldsNamed(template).some((field) => !known.has(field)))
      faults.push({ part: "documents", at: template.key, kind: "template_field" });
  }
  return faults;
}

function pathsOf({ fields }: Form): readonly { readonly path: string; readonly field: Field }[] {
  return fields.flatMap((field) => [
    { path: field.key, field },
    ...(field.type === "group"
      ? field.fields.map((inner) => ({ path: `${field.key}.${inner.key}`, field: inner }))
      : []),
  ]);
}
