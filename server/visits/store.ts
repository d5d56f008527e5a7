/** The SQL of the visits room, one file a thing. */
export * from "./store/claim.ts";
export * from "./store/console-link.ts";
export * from "./store/code-move.ts";
export * from "./store/counter-code.ts";
export * from "./store/elsewhere.ts";
export * from "./store/export-run.ts";
export * from "./store/facility.ts";
export * from "./store/facility-qr.ts";
export * from "./store/issue-code.ts";
export * from "./store/list-row.ts";
export * from "./store/purge-reports.ts";
export * from "./store/reconciliation.ts";
export * from "./store/scan.ts";
export * from "./store/service-code.ts";
export * from "./store/slip.ts";
export * from "./store/tally.ts";
export * from "./store/visit.ts";
