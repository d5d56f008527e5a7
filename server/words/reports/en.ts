import type { Shape } from "../shape.ts";
import { claimsEn } from "./claims-en.ts";
import { reconcileEn } from "./reconcile-en.ts";
import type { reportsTh } from "./th.ts";

/** The reports of the console, in English. */
export const reportsEn: Shape<typeof reportsTh> = { claims: claimsEn, reconcile: reconcileEn };
