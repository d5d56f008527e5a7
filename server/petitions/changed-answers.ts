import type { Accepted, AcceptedAnswers } from "../forms/accepted.ts";
import { isAsked } from "../forms/field.ts";
import type { Form } from "../forms/form.ts";

/** Answers as they stood before a correction, of the questions it changed alone; null: there was none. */
export type AnswersBefore = Readonly<Record<string, Accepted | null>>;

/** What stood before, of every question of the form whose answer is another one now. */
export function answersBefore(form: Form, before: AcceptedAnswers, after: AcceptedAnswers): AnswersBefore {
  const text = (answer: Accepted | undefined) => JSON.stringify(answer ?? null);
  const changed = form.fields.filter(isAsked).filter(({ key }) => text(before[key]) !== text(after[key]));
  return Object.fromEntries(changed.map(({ key }) => [key, before[key] ?? null]));
}
