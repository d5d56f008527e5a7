import { lossFields, type LossFault, type TypedLoss } from "../credentials/typed-loss.ts";
import type { FormFields } from "./form.ts";
import type { SummaryItem } from "./page/error-summary.tsx";
import { sayRefusal } from "../words/refusal-words.ts";
import type { Words } from "../words/words.ts";

/** A posted report as it was typed. */
export function typedLossOf(form: FormFields): TypedLoss {
  return Object.fromEntries(lossFields.map((field) => [field, form.text(field)])) as TypedLoss;
}

/** What was wrong with it, in words, each beside its field. */
export function sayLossFaults(words: Words, faults: readonly LossFault[]): readonly SummaryItem[] {
  const sentences = { ...words.forms.refusal, ...words.credentials.lost.refusal };
  return faults.map(({ field, refusal }) => ({ field, sentence: sayRefusal(sentences, refusal) }));
}
