import { walkAnswers } from "../../forms/answers.ts";
import type { Field } from "../../forms/field.ts";
import type { Form } from "../../forms/form.ts";

/** The answers with so many files as each field that is shown needs: a trial keeps none. */
export function withTrialFiles(form: Form, answers: Readonly<Record<string, unknown>>, now: Date) {
  const shown = new Set(walkAnswers(form, answers, now).shown);
  const filled = form.fields.flatMap((field): (readonly [string, unknown])[] =>
    shown.has(field.key) && answers[field.key] === undefined ? filesFor(field) : [],
  );
  return { ...answers, ...Object.fromEntries(filled) };
}

function filesFor(field: Field): (readonly [string, unknown])[] {
  if (field.type !== "files" && field.type !== "photo") return [];
  const ids = Array.from(
    { length: field.min },
    (_, at) => `00000000-0000-7000-8000-${String(at).padStart(12, "0")}`,
  );
  return ids.length === 0 ? [] : [[field.key, ids]];
}
