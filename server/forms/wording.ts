import type { Language } from "../kernel/language.ts";
import type { Wording } from "./field.ts";

/** An agency's words in the reader's language; Thai where English is missing. */
export function wordingIn({ th, en }: Wording, language: Language): string {
  return language === "en" && en !== null && en !== "" ? en : th;
}
