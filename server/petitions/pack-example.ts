import { judgeAnswers } from "../forms/answers.ts";
import type { Wording } from "../forms/field.ts";
import type { Form } from "../forms/form.ts";
import { startOfBangkokDay } from "../kernel/thai-date.ts";
import type { PackExample } from "./service-pack.ts";

/** So much fits a pack: its examples, the words an example is called by, and what one answers, as JSON. */
export const exampleLimits = { count: 50, titleLength: 120, characters: 20_000 } as const;

const noonMs = 12 * 3600 * 1000;

/** An example that the form no longer judges as it should: what it is called, and at which paths. */
export interface UnfitExample {
  readonly title: Wording;
  readonly paths: readonly string[];
}

/**
 * The paths at which a form judges an example otherwise than it should: wrong where it should be right, or right where it
 * should be wrong. Nothing: it holds. An example that was made for a day is judged as on that day.
 */
export function exampleFaults(form: Form, example: PackExample, now: Date): readonly string[] {
  const found = wrongPaths(form, example.answers, momentOf(example, now));
  const [is, should] = [new Set(found), new Set(example.wrong)];
  return [...found.filter((path) => !should.has(path)), ...example.wrong.filter((path) => !is.has(path))];
}

/** The examples a form no longer judges as it should, in their order. */
export function unfitExamples(
  form: Form,
  examples: readonly PackExample[],
  now: Date,
): readonly UnfitExample[] {
  return examples
    .map((example) => ({ title: example.title, paths: exampleFaults(form, example, now) }))
    .filter(({ paths }) => paths.length > 0);
}

/** The paths at which answers are wrong for a form, in its order; nothing: they may be filed. */
export function wrongPaths(form: Form, answers: unknown, now: Date): readonly string[] {
  const judged = judgeAnswers(form, answers, now);
  return judged.ok ? [] : judged.refusal.problems.map(({ path }) => path);
}

/** The examples with one more; one of the same Thai title gives it its place. */
export function withExample(examples: readonly PackExample[], example: PackExample): readonly PackExample[] {
  const isSame = ({ title }: PackExample) => title.th === example.title.th;
  if (!examples.some(isSame)) return [...examples, example];
  return examples.map((one) => (isSame(one) ? example : one));
}

function momentOf({ day }: PackExample, now: Date): Date {
  return day === undefined ? now : new Date(startOfBangkokDay(day).getTime() + noonMs);
}
