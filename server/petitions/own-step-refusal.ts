import type { TakeStepRefusal } from "./take-step-refusal.ts";

/** Why a citizen's step on their own petition is not taken; somebody else's is not there. */
export type OwnStepRefusal = TakeStepRefusal | { readonly kind: "petition_missing" };
