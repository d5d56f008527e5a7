import type { Ask } from "./chat.ts";
import type { Say } from "./say.ts";

/** What an answer is made of: what is said, and the question left open with it. */
export interface Answer {
  readonly say: readonly Say[];
  readonly ask?: Ask;
}
