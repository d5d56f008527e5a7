import type { Answer } from "../answer.ts";
import type { Facts } from "../facts.ts";

/** What is given to the member of staff who asks. */
export function showWork({ work }: Facts): Answer {
  return { say: [{ kind: "work", work: work ?? null }] };
}
