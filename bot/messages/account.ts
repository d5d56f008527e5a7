import type { AccountSubject } from "../../server/notices/account-subject.ts";
import type { LineMessage } from "../../server/ports.ts";
import type { Speech } from "./code.ts";
import { cardMessage, paragraph } from "./flex.ts";

/** What is told in LINE about somebody's own account: a password that was set or changed; the rest goes by mail alone. */
export function accountMessages({ words, link }: Speech, subject: AccountSubject): readonly LineMessage[] {
  if (subject.kind !== "account_password_changed") return [];
  const { title, body, button } = words.accountMails.inLine;
  const buttons = [{ label: button, uri: link("/account") }];
  return [cardMessage({ title, body: [paragraph(body)], buttons }, `${title}\n${body}`)];
}
