import type { PageContext } from "../../server/http/page/context.ts";
import type { ClosureRefusal } from "../../server/petitions/actions/test-closure.ts";
import type { RateRefusal } from "../../server/petitions/actions/rate-petition.ts";
import type { SayRefusal } from "../../server/petitions/actions/say-in-thread.ts";
import type { OwnStepRefusal } from "../../server/petitions/own-step-refusal.ts";
import { sayRefusal, type RefusalWords } from "../../server/words/refusal-words.ts";

/** Everything a citizen may be refused on a petition of theirs. */
export type FollowRefusal =
  | OwnStepRefusal
  | { readonly kind: "nothing_corrected" | "corrections_many" }
  | ClosureRefusal
  | RateRefusal
  | SayRefusal;

/** Why it was not done, in the reader's words. */
export function sayFollow({ words }: PageContext, refusal: FollowRefusal): string {
  const said: RefusalWords<FollowRefusal> = {
    ...words.petitions.refusals,
    ...words.follow.refusals,
    ...words.forms.attachment,
  };
  return sayRefusal(said, refusal);
}
