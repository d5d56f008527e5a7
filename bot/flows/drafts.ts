import type { Facts } from "../facts.ts";
import type { Say } from "../say.ts";

/** What was begun and not sent, to be gone on with before anything else is offered; nothing when there is none. */
export function openDrafts({ drafts }: Facts): readonly Say[] {
  return drafts.length === 0 ? [] : [{ kind: "drafts", drafts }];
}
