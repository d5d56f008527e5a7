/** A long export, while it runs and after. */
export const exportStates = ["waiting", "running", "done", "cancelled", "failed"] as const;
export type ExportState = (typeof exportStates)[number];

export const exportKinds = ["xlsx", "csv"] as const;
export type ExportKind = (typeof exportKinds)[number];

/** An export that has run longer than this was broken off with the process that made it. */
const longestRunHours = 6;

/** The state at `now`: one that runs longer than any export takes has failed, whether anybody noted it or not. */
export function visibleExportState(
  run: { readonly state: ExportState; readonly madeAt: Date },
  now: Date,
): ExportState {
  const hours = (now.getTime() - run.madeAt.getTime()) / 3_600_000;
  return (run.state === "running" || run.state === "waiting") && hours > longestRunHours
    ? "failed"
    : run.state;
}
