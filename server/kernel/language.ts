/** The languages Pratu speaks, Thai first. */
export const languages = ["th", "en"] as const;
export type Language = (typeof languages)[number];

/** Reads a language from a cookie, form or column; null when it is none of ours. */
export function parseLanguage(text: string): Language | null {
  return languages.find((language) => language === text) ?? null;
}
