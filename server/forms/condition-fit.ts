import type { FieldCondition } from "./condition.ts";
import type { FieldType } from "./field.ts";

/** Whether a condition asks of a field what its type can answer. */
export function suits({ op, ...rest }: FieldCondition, type: FieldType): boolean {
  if (op === "answered") return type !== "heading" && type !== "help";
  if (op === "includes") return type === "choices";
  if (op === "at_least" || op === "at_most") return type === "number" || type === "money";
  const value = "value" in rest ? rest.value : null;
  if (type === "choice" || type === "text") return typeof value === "string";
  if (type === "number" || type === "money") return typeof value === "number";
  return (type === "yes_no" || type === "declaration") && typeof value === "boolean";
}
