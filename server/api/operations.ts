import { cancel, close, code, issue, latest, status, use } from "./codes.ts";
import type { Operation } from "./operation.ts";
import { about, reconcile, report } from "./reports.ts";

/** Every operation of version 1, in the order of the day's work. */
export const operations: readonly Operation[] = [
  about,
  issue,
  code,
  latest,
  status,
  use,
  close,
  cancel,
  report,
  reconcile,
];
