import type { Accepted } from "./accepted.ts";

/** When a field is shown, told by earlier answers. The same on the phone and on the server: data, never code. */
export type Condition =
  | { readonly op: "answered"; readonly field: string }
  | { readonly op: "equals"; readonly field: string; readonly value: string | number | boolean }
  | { readonly op: "includes"; readonly field: string; readonly value: string }
  | { readonly op: "at_least" | "at_most"; readonly field: string; readonly value: number }
  | { readonly op: "all" | "any"; readonly of: readonly Condition[] }
  | { readonly op: "not"; readonly of: Condition };

/** Conditions inside conditions go no deeper: nobody could read them. */
export const deepestCondition = 4;

/** An accepted answer by the key of its field; undefined: hidden, not answered, or wrong. */
export type Lookup = (key: string) => Accepted | undefined;

/** True when the condition holds. What is not answered (or wrong, or hidden) equals nothing and is no number. */
export function holds(condition: Condition, lookup: Lookup): boolean {
  switch (condition.op) {
    case "answered":
      return lookup(condition.field) !== undefined;
    case "equals":
      return lookup(condition.field) === condition.value;
    case "includes": {
      const chosen = lookup(condition.field);
      return Array.isArray(chosen) && chosen.includes(condition.value);
    }
    case "at_least": {
      const number = lookup(condition.field);
      return typeof number === "number" && number >= condition.value;
    }
    case "at_most": {
      const number = lookup(condition.field);
      return typeof number === "number" && number <= condition.value;
    }
    case "all":
      return condition.of.every((one) => holds(one, lookup));
    case "any":
      return condition.of.some((one) => holds(one, lookup));
    case "not":
      return !holds(condition.of, lookup);
  }
}

/** A condition that speaks of one field. */
export type FieldCondition = Extract<Condition, { readonly field: string }>;

/** Every condition about a single field inside a condition, itself if it is one. */
export function fieldConditionsOf(condition: Condition): readonly FieldCondition[] {
  if ("field" in condition) return [condition];
  return condition.op === "not" ? fieldConditionsOf(condition.of) : condition.of.flatMap(fieldConditionsOf);
}

/** How many conditions lie inside each other; one alone is 1. */
export function depthOf(condition: Condition): number {
  if ("field" in condition) return 1;
  if (condition.op === "not") return 1 + depthOf(condition.of);
  return 1 + Math.max(0, ...condition.of.map(depthOf));
}
