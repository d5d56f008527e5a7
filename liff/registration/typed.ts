import type { SummaryItem } from "../../server/http/page/error-summary.tsx";

/** What was typed on a page that comes back with refusals; secrets are never among it. */
export type Typed = Readonly<Record<string, string>>;

/** Why an answer was not taken: the items of the error summary, with the ids of their fields. */
export type Refusals = readonly SummaryItem[];

/** The sentence at one field, the same as in the summary. */
export function errorAt(refusals: Refusals, field: string): string | undefined {
  return refusals.find((item) => item.field === field)?.sentence;
}
