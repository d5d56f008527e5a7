/**
 * How an imported list of holders stands. `judged`: read and shown, nothing made; `running`: "นำเข้า" was pressed;
 * `done`: every row that could be made is.
 */
export const importStates = ["judged", "running", "done"] as const;
export type ImportState = (typeof importStates)[number];

/** `ready`: nothing is wrong with it; `faulty`: told what is; `made`: seat and holder are there. Only `ready` moves. */
export const importRowStates = ["ready", "faulty", "made"] as const;
export type ImportRowState = (typeof importRowStates)[number];

/** Days a list is kept after it was sent: its rows hold citizen ids. */
export const importKeptDays = 30;

/** There is no such list, or it is another office's. */
export type NoImport = { readonly kind: "import_not_found" };
