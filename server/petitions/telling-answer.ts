import type { AcceptedAnswers } from "../forms/accepted.ts";
import type { Wording } from "../forms/field.ts";
import type { ServiceDefinition } from "./service-definition.ts";

/**
 * What a line of the queue tells of a petition beside its service: of what is about a place, the first thing that was
 * chosen ("ไฟดับ"). What people wrote themselves may name them, and what they chose of other services may be their own
 * affair: neither is told before the petition is opened. Null: there is nothing of the sort.
 */
export function tellingAnswer(
  { isPlaceBased, form }: Pick<ServiceDefinition, "isPlaceBased" | "form">,
  answers: AcceptedAnswers,
): Wording | null {
  if (!isPlaceBased) return null;
  for (const field of form.fields) {
    if (field.type !== "choice") continue;
    const chosen = field.options.find(({ value }) => value === answers[field.key]);
    if (chosen !== undefined) return chosen.label;
  }
  return null;
}
