import { isRecord } from "./answer.ts";

type Answers = Readonly<Record<string, unknown>>;

/** The answers with one empty item more at the end of a group ("owners"). */
export function withItem(answers: Answers, group: string): Answers {
  const items = Object.hasOwn(answers, group) ? answers[group] : [];
  return Array.isArray(items) ? { ...answers, [group]: [...(items as readonly unknown[]), {}] } : answers;
}

/** The answers without an item of a group ("owners.1"); the ones after it close up. */
export function withoutItem(answers: Answers, item: string): Answers {
  const [group = "", at = ""] = item.split(".");
  const items = isRecord(answers) && Object.hasOwn(answers, group) ? answers[group] : null;
  if (!Array.isArray(items)) return answers;
  return { ...answers, [group]: items.filter((_, index) => String(index) !== at) };
}
