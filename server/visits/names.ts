import type { Language } from "../kernel/language.ts";

/** The two names of a facility or a service. */
export interface Names {
  readonly nameTh: string;
  readonly nameEn: string;
}

/** The name in the reader's language. */
export function nameIn(names: Names, language: Language): string {
  return language === "th" ? names.nameTh : names.nameEn;
}
