import type { MailMessage } from "../ports.ts";

/** RFC 5321, 4.5.3.1.3: a path holds 256 characters, its angle brackets among them. */
const longestAddress = 254;
const bareAddress = /^[^\s\p{Cc}@<>()[\]\\,;:"]+@[^\s\p{Cc}@<>()[\]\\,;:"]+\.[^\s\p{Cc}@<>()[\]\\,;:"]+$/u;

/** True for one bare address: no name, no list, nothing that could end a header or an envelope line. */
export function isBareAddress(text: string): boolean {
  return text.length <= longestAddress && bareAddress.test(text);
}

/**
 * What makes a mail unfit to be handed to any server; null: nothing. A line break in a header would start a header of
 * somebody's choosing.
 */
export function unfit(mail: MailMessage): string | null {
  if (!isBareAddress(mail.to)) return "not an address";
  if (/\p{Cc}/u.test(mail.subject)) return "control character in the subject";
  if (!/^[A-Za-z0-9-]{1,64}$/.test(mail.messageId)) return "not a message id";
  return null;
}

/** Who sends: the name people see, and the address. */
export interface MailSender {
  readonly name: string;
  readonly address: string;
}

/** Reads `Name <address>` or a bare address; null for anything else. */
export function parseSender(text: string): MailSender | null {
  const [, name = "", inner] = /^([^<>\p{Cc}]*)<([^<>]+)>$/u.exec(text.trim()) ?? [];
  const address = inner ?? text.trim();
  return isBareAddress(address) ? { name: name.trim().replace(/^"(.*)"$/, "$1"), address } : null;
}

/** The whole Message-ID, under the sender's own domain. */
export function messageIdOf(mail: MailMessage, from: MailSender): string {
  return `<${mail.messageId}@${from.address.slice(from.address.lastIndexOf("@") + 1)}>`;
}
