import { claimsTh } from "./claims-th.ts";
import { reconcileTh } from "./reconcile-th.ts";

/** The reports of the console, in Thai. */
export const reportsTh = { claims: claimsTh, reconcile: reconcileTh };
