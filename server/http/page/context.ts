import type { Language } from "../../kernel/language.ts";
import type { Words } from "../../words/words.ts";

/** What components need of the request they answer. */
export interface PageContext {
  readonly language: Language;
  readonly largeText: boolean;
  readonly words: Words;
  /** The address of an asset by its logical name ("citizen.css"). */
  asset(name: string): string;
  /** Path and query of this page, for forms that come back here. */
  readonly path: string;
  /** True for a page that answers a post: it cannot be asked for again. */
  readonly isPosted: boolean;
}
