import { typedAnswers, type SentFields } from "../../../server/forms/typed-form.ts";
import type { Form } from "../../../server/forms/form.ts";

/** What the inputs of a form hold now, by name; files are none of it. */
export function sentFields(form: HTMLFormElement): SentFields {
  const fields = new Map<string, string[]>();
  new FormData(form).forEach((value, name) => {
    if (typeof value === "string") fields.set(name, (fields.get(name) ?? []).concat(value));
  });
  return fields;
}

/** The answers as they stand on the page. */
export function answersOn(form: HTMLFormElement, definition: Form): Readonly<Record<string, unknown>> {
  return typedAnswers(definition, sentFields(form));
}

/** The definition that the page carries; null: it carries none. */
export function definitionOf(form: HTMLFormElement): Form | null {
  const text = form.dataset["form"];
  return text === undefined ? null : (JSON.parse(text) as Form);
}
