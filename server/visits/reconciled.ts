/** How one row of an uploaded list of visits stands against the codes of the facility (N3). */
export const reconciledKinds = [
  "matched",
  "missing",
  "wrong_service",
  "duplicate",
  "unclosed",
  "bad_row",
] as const;
export type ReconciledKind = (typeof reconciledKinds)[number];

export const reconciliationStates = ["waiting", "running", "done", "failed"] as const;
export type ReconciliationState = (typeof reconciliationStates)[number];
