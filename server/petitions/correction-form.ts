import { fieldConditionsOf } from "../forms/condition.ts";
import type { Field } from "../forms/field.ts";
import type { Form } from "../forms/form.ts";

/** The keys of the fields that a correction opens, by the paths an officer asked for. */
export function openKeys(form: Form, asked: readonly string[]): ReadonlySet<string> {
  const open = new Set(asked.map((path) => path.split(".")[0] ?? path));
  // What a corrected answer may bring to show is open too: nobody could answer it otherwise.
  for (const field of form.fields) {
    const hangsOn = field.showIf === null ? [] : fieldConditionsOf(field.showIf).map((one) => one.field);
    if (hangsOn.some((key) => open.has(key) || isInside(form, key, open))) open.add(field.key);
  }
  return open;
}

/** A form of the open fields alone, in their order. */
export function correctionForm(form: Form, asked: readonly string[]): Form {
  const open = openKeys(form, asked);
  return { ...form, fields: form.fields.filter((field) => open.has(field.key)) };
}

/**
 * The answers to judge after a correction: what was typed for open fields, what stands for all others. An open field that
 * came back empty is empty.
 */
export function mergeCorrection(
  form: Form,
  asked: readonly string[],
  standing: Readonly<Record<string, unknown>>,
  typed: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const open = openKeys(form, asked);
  const kept = Object.entries(standing).filter(([key]) => !open.has(key));
  const given = Object.entries(typed).filter(([key]) => open.has(key));
  return Object.fromEntries([...kept, ...given]);
}

function isInside(form: Form, key: string, open: ReadonlySet<string>): boolean {
  const group = form.fields.find(
    (field): field is Extract<Field, { type: "group" }> =>
      field.type === "group" && field.fields.some((inner) => inner.key === key),
  );
  return group !== undefined && open.has(group.key);
}
