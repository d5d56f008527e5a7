/** A long export, while it runs and after. */
export const exportStates = ["waiting", "running", "done", "cancelled", "failed"] as const;
export type ExportState = (typeof exportStates)[number];

export const exportKinds = ["xlsx", "csv"] as const;
export type ExportKind = (typeof exportKinds)[number];
