import type { TokenHelp } from "../../credentials/token-help.ts";
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
  /** Whom to ask, on the pages of holders, heads and registrars of Soft Tokens (flows T9); null: on others. */
  readonly help: TokenHelp | null;
}
