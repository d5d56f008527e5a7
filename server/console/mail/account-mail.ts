import type { Language } from "../../kernel/language.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import type { AccountSubject } from "../../notices/account-subject.ts";
import { wordsIn } from "../../words/words.ts";
import type { MailPart } from "./mail-part.ts";

/** Puts what a citizen is told about their own account into the words of one language. */
export function accountMailPart(subject: AccountSubject, language: Language): MailPart {
  const { accountMails: words, mails } = wordsIn(language);
  const { title, body, button, notAsked } = words[subject.kind];
  const { facts } = mails;
  const when =
    "path" in subject
      ? ([facts.linkUntil, formatMoment(subject.expiresAt, language)] as const)
      : ([facts.when, formatMoment(subject.at, language)] as const);
  return { language, greeting: words.greeting, title, body, facts: [when], button, notAsked };
}

/** Where the one button leads, under the address of the deployment. */
export function accountMailPath(subject: AccountSubject): string {
  if ("path" in subject) return subject.path;
  return subject.kind === "account_linked" || subject.kind === "account_email_changed"
    ? "/liff/account"
    : "/liff/forgot";
}
