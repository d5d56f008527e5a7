import type { StepRefusal } from "./petition-step.ts";

export type TakeStepRefusal =
  | StepRefusal
  /** Somebody changed the petition since it was seen; `version` is the one it has now. */
  | { readonly kind: "petition_changed"; readonly version: number };
