import { judgeAnswers } from "../forms/answers.ts";
import type { Form } from "../forms/form.ts";
import type { PackExample } from "./service-pack.ts";

/** True when a form accepts an example as it should, or refuses it at exactly the paths it should. */
export function judgeExample(form: Form, example: PackExample, now: Date): boolean {
  const judged = judgeAnswers(form, example.answers, now);
  const found = judged.ok ? [] : judged.refusal.problems.map(({ path }) => path);
  return found.length === example.wrong.length && found.every((path, at) => path === example.wrong[at]);
}
