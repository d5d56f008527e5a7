import {
  addField,
  copyField,
  fieldOf,
  fieldsBefore,
  freeKey,
  groupOf,
  moveField,
  removeField,
  replaceField,
} from "../forms/form-edit.ts";
import type { FieldType } from "../forms/field.ts";
import { formLimits, judgeForm, type Form, type FormFaultKind } from "../forms/form.ts";
import { newField, type FirstWords } from "../forms/new-field.ts";
import { readTypedField, type TypedField, type TypedFieldRefusal } from "../forms/typed-field.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { ServiceDefinition } from "./service-definition.ts";
import type { FieldName } from "./template-text.ts";
import {
  readAbout,
  readRules,
  type TypedAbout,
  type TypedRefusal,
  type TypedRules,
} from "./typed-definition.ts";
import { freeTemplateKey, readTemplate, type TemplateRefusal, type TypedTemplate } from "./typed-template.ts";

/** A draft of a service as a page showed it. */
export interface SeenDraft {
  readonly serviceId: string;
  /** The revision the page showed. */
  readonly seen: number;
}

/** One step of an officer in the builder. */
export type DraftChange =
  | { readonly kind: "about"; readonly typed: TypedAbout }
  | { readonly kind: "rules"; readonly typed: TypedRules }
  | {
      readonly kind: "field_added";
      readonly type: FieldType;
      readonly words: FirstWords;
      /** The group it is put in; null: in none. */
      readonly into: string | null;
    }
  | { readonly kind: "field_saved"; readonly key: string; readonly typed: TypedField }
  | { readonly kind: "field_moved"; readonly key: string; readonly by: -1 | 1 }
  | { readonly kind: "field_copied"; readonly key: string }
  | { readonly kind: "field_removed"; readonly key: string }
  | {
      readonly kind: "template_saved";
      /** Null: a new one. */
      readonly key: string | null;
      readonly typed: TypedTemplate;
      readonly names: readonly FieldName[];
    }
  | { readonly kind: "template_removed"; readonly key: string };

export type DraftChangeRefusal =
  | TypedRefusal
  | TypedFieldRefusal
  | TemplateRefusal
  /** What no form may hold: told at the field. */
  | { readonly kind: "field_wrong"; readonly faults: readonly FormFaultKind[] }
  | { readonly kind: "form_full" }
  | { readonly kind: "field_missing" }
  | { readonly kind: "templates_full" }
  | { readonly kind: "template_missing" };

export interface ChangedDraft {
  readonly definition: ServiceDefinition;
  /** The field or template the change is about; null: none. */
  readonly key: string | null;
}

const mostTemplates = 10;

/**
 * A definition after one step. A step that makes another field wrong (a question is moved below the one that asks of it)
 * is taken, and told where the draft is judged; one that is wrong itself is refused.
 */
export function applyChange(
  definition: ServiceDefinition,
  change: DraftChange,
): Result<ChangedDraft, DraftChangeRefusal> {
  switch (change.kind) {
    case "about":
      return whole(readAbout(definition, change.typed));
    case "rules":
      return whole(readRules(definition, change.typed));
    case "field_added":
    case "field_saved":
    case "field_moved":
    case "field_copied":
    case "field_removed": {
      const form = changeForm(definition.form, change);
      return form.ok
        ? ok({ definition: { ...definition, form: form.value.form }, key: form.value.key })
        : form;
    }
    case "template_saved":
      return saveTemplate(definition, change);
    case "template_removed": {
      const templates = definition.templates.filter(({ key }) => key !== change.key);
      if (templates.length === definition.templates.length) return refuse({ kind: "template_missing" });
      return ok({ definition: { ...definition, templates }, key: null });
    }
  }
}

type FormChange = Extract<DraftChange, { readonly kind: `field_${string}` }>;

function changeForm(
  form: Form,
  change: FormChange,
): Result<{ readonly form: Form; readonly key: string | null }, DraftChangeRefusal> {
  if (change.kind === "field_added") {
    const key = freeKey(form);
    return fitting(addField(form, newField(change.type, key, change.words), change.into), key);
  }
  const field = fieldOf(form, change.key);
  if (field === null) return refuse({ kind: "field_missing" });
  switch (change.kind) {
    case "field_moved":
      return ok({ form: moveField(form, change.key, change.by), key: change.key });
    case "field_copied":
      return fitting(copyField(form, change.key), freeKey(form));
    case "field_removed":
      return ok({ form: removeField(form, change.key), key: null });
    case "field_saved": {
      const read = readTypedField(field, change.typed, fieldsBefore(form, change.key));
      if (!read.ok) return read;
      const saved = replaceField(form, read.value);
      const faults = faultsAt(saved, change.key);
      return faults.length === 0
        ? ok({ form: saved, key: change.key })
        : refuse({ kind: "field_wrong", faults });
    }
  }
}

function fitting(
  form: Form,
  key: string,
): Result<{ readonly form: Form; readonly key: string }, DraftChangeRefusal> {
  const count = form.fields.flatMap((field) => (field.type === "group" ? [field, ...field.fields] : [field]));
  return count.length > formLimits.fields ? refuse({ kind: "form_full" }) : ok({ form, key });
}

/** What a form as a whole finds wrong at one field. */
function faultsAt(form: Form, key: string): readonly FormFaultKind[] {
  const judged = judgeForm(form);
  if (judged.ok) return [];
  const group = groupOf(form, key);
  const path = group === null ? key : `${group}.${key}`;
  return judged.refusal.faults.filter((fault) => fault.path === path).map(({ kind }) => kind);
}

function saveTemplate(
  definition: ServiceDefinition,
  change: Extract<DraftChange, { readonly kind: "template_saved" }>,
): Result<ChangedDraft, DraftChangeRefusal> {
  const { templates } = definition;
  const isNew = change.key === null;
  if (isNew && templates.length >= mostTemplates) return refuse({ kind: "templates_full" });
  const key = change.key ?? freeTemplateKey(templates);
  if (!isNew && !templates.some((one) => one.key === key)) return refuse({ kind: "template_missing" });
  const read = readTemplate(key, change.typed, change.names);
  if (!read.ok) return read;
  const { value } = read;
  const saved = isNew ? [...templates, value] : templates.map((one) => (one.key === key ? value : one));
  return ok({ definition: { ...definition, templates: saved }, key });
}

function whole(read: Result<ServiceDefinition, TypedRefusal>): Result<ChangedDraft, TypedRefusal> {
  return read.ok ? ok({ definition: read.value, key: null }) : read;
}
