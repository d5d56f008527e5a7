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
] as const;
export type LookedAt = (typeof lookedAt)[number];

/** Where a citizen's "this was not right" stands. */
export const lookCaseStates = ["open", "answered"] as const;
export type LookCaseState = (typeof lookCaseStates)[number];
