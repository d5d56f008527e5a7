import { claimsTh } from "./claims-th.ts";

/** The reports of the console, in Thai. */
export const reportsTh = { claims: claimsTh };
