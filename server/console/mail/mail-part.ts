import type { Language } from "../../kernel/language.ts";

/** What a mail says in one language: the result first, then facts, then what to do if one did not ask for it. */
export interface MailPart {
  readonly language: Language;
  readonly greeting: string;
  readonly title: string;
  readonly body: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** Label of the one button; null: there is nothing to open. */
  readonly button: string | null;
  readonly notAsked: string;
}

/** What one kind says, without whom it greets. */
export interface Told extends Pick<MailPart, "title" | "body" | "facts" | "notAsked"> {
  readonly button?: string;
}
