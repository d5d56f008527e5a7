import type { FieldType } from "../../forms/field.ts";
import type { FirstWords } from "../../forms/new-field.ts";
import { wordsIn } from "../../words/words.ts";

/** What a new question is called before anybody named it: its type, in both languages a form speaks. */
export function firstWordsOf(type: FieldType): FirstWords {
  const [th, en] = [wordsIn("th").services.builder, wordsIn("en").services.builder];
  return {
    label: { th: th.types[type].name, en: null },
    options: th.firstOptions.map((name, at) => ({ th: name, en: en.firstOptions[at] ?? null })),
  };
}
