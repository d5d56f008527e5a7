import type { PageContext } from "../../http/page/context.ts";
import type { DeskRefusal } from "../../petitions/desk-refusal.ts";
import { sayRefusal } from "../../words/refusal-words.ts";

/** The sentence for a step that was not taken; of one that was typed wrongly, the first thing to mend. */
export function sayDesk(page: PageContext, refusal: DeskRefusal): string {
  const { petitions, desk } = page.words;
  if (refusal.kind === "desk_step_wrong") {
    const [first] = refusal.faults;
    return first === undefined ? "" : desk.faults[first.kind];
  }
  return sayRefusal({ ...petitions.refusals, ...desk.refusals }, refusal);
}
