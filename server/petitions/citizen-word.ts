/**
 * What of its citizen waits for somebody of the agency: a message, a correction that was given, that they withdrew it.
 * Officers are told once, and their queue shows it until one of them answers, moves the petition or puts it aside.
 */
export const citizenWords = ["said", "corrected", "withdrawn"] as const;
export type CitizenWord = (typeof citizenWords)[number];

/** Reads a kept value; null: it is none. */
export function parseCitizenWord(text: string): CitizenWord | null {
  return citizenWords.find((known) => known === text) ?? null;
}
