import type { DeskStepRefusal } from "./desk-step.ts";
import type { TakeStepRefusal } from "./take-step-refusal.ts";

/** Why an officer's step was not taken. */
export type DeskRefusal =
  | TakeStepRefusal
  | DeskStepRefusal
  /** Not there, another agency's, or outside the officer's reach: the same answer for all. */
  | { readonly kind: "petition_not_found" }
  /** This officer said that they may not act in it (s. 13). */
  | { readonly kind: "conflict_declared" }
  /** Only whoever may assign gives work to others. */
  | { readonly kind: "assigning_not_yours" }
  | { readonly kind: "officer_unknown" }
  /** The officer gave it back, or closed it before it was reopened, and no superior gives it to them for want of another (N10). */
  | { readonly kind: "officer_not_for_this" }
  | { readonly kind: "unit_unknown" };
