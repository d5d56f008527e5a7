import type { Refusal } from "../kernel/result.ts";

/** A sentence for every kind of refusal in a union: a missing one is a type error. */
export type RefusalWords<R extends Refusal> = {
  readonly [K in R["kind"]]: (refusal: Extract<R, { readonly kind: K }>) => string;
};

/** The sentence for one refusal. */
export function sayRefusal<R extends Refusal>(words: RefusalWords<R>, refusal: R): string {
  const say = words[refusal.kind as R["kind"]] as (refusal: R) => string;
  return say(refusal);
}
