/** What of a person was looked at from the console (N8). */
export const lookedAt = [
  "counter",
  "visit_list",
  "visit",
  "history",
  "history_elsewhere",
  "picture",
  "reconciliation",
  "relation",
  "code_check",
  "export",
  "api",
  "petition",
  "petition_file",
  "id_check",
  "document",
] as const;
export type LookedAt = (typeof lookedAt)[number];

/** A reason has at least so many letters: its person is to read why. */
export const fewestReasonLetters = 10;
const mostReasonLetters = 300;

/** Reads the reason for a look, cut after 300 letters; null: it is too short to be one. */
export function readLookReason(text: string): string | null {
  const reason = text.trim().slice(0, mostReasonLetters);
  return [...reason].length < fewestReasonLetters ? null : reason;
}

/** Where a citizen's "this was not right" stands. */
export const lookCaseStates = ["open", "answered"] as const;
export type LookCaseState = (typeof lookCaseStates)[number];
