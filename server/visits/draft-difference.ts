import { parsePhone } from "../kernel/phone.ts";
import { readTelephones, type TypedVisit } from "./visit-draft.ts";

/** The fields of a draft that two clerks may have written differently, in the order of the page. */
export const comparedFields = ["mobile", "telephones", "time", "services", "hn", "an"] as const;
export type ComparedField = (typeof comparedFields)[number];

/** The fields in which two writings of a draft mean different things; spaces, hyphens and order mean nothing. */
export function draftDifferences(one: TypedVisit, other: TypedVisit): readonly ComparedField[] {
  return comparedFields.filter((field) => meaningOf(one, field) !== meaningOf(other, field));
}

function meaningOf(typed: TypedVisit, field: ComparedField): string {
  switch (field) {
    case "mobile": {
      const phone = parsePhone(typed.mobile);
      return phone.ok ? phone.value : typed.mobile.trim();
    }
    case "telephones": {
      const numbers = readTelephones(typed.telephones);
      return numbers.ok ? numbers.value.join() : typed.telephones.trim();
    }
    case "time":
      return typed.time.trim().replace(".", ":").padStart(5, "0");
    case "services":
      return [...new Set(typed.services)].sort().join();
    case "hn":
    case "an":
      return typed[field].trim();
  }
}
