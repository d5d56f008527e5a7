import type { Mail, MailAnswer } from "../ports.ts";
import { messageIdOf, unfit, type MailSender } from "./mail-address.ts";
import { neverReached } from "./never-reached.ts";

export interface HttpMailSettings {
  /** Without user information. */
  readonly url: string;
  /** Sent as the bearer; null: none. */
  readonly token: string | null;
  readonly from: MailSender;
  readonly timeoutMs: number;
}

/**
 * Hands mails to a mail service over HTTPS, for hosts that cannot speak SMTP: POST of JSON {from, to, subject, text,
 * html, messageId} with a bearer, the Message-ID also as the idempotency key. 2xx is sent. What speaks of the key, the
 * pace or the service (401, 403, 408, 425, 429, 5xx) may be tried again; any other answer is a refusal. No answer, or
 * a gateway's word that none came (504), is `unknown`.
 */
export function httpMail(settings: HttpMailSettings): Mail {
  const { url, token, from, timeoutMs } = settings;
  return {
    available: true,
    send: async (mail) => {
      const why = unfit(mail);
      if (why !== null) return { kind: "refused", message: why };
      const messageId = messageIdOf(mail, from);
      const request = {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "idempotency-key": mail.messageId,
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ ...mail, from: senderLine(from), to: [mail.to], messageId }),
        redirect: "manual",
        signal: AbortSignal.timeout(timeoutMs),
      } satisfies RequestInit;
      try {
        return answerOf((await fetch(url, request)).status);
      } catch (error) {
        return neverReached(error) ? { kind: "later" } : { kind: "unknown" };
      }
    },
  };
}

function senderLine({ name, address }: MailSender): string {
  return name === "" ? address : `${name} <${address}>`;
}

const notAboutThisMail: readonly number[] = [401, 403, 408, 425, 429];

function answerOf(status: number): MailAnswer {
  if (status >= 200 && status < 300) return { kind: "sent" };
  if (status === 504) return { kind: "unknown" };
  if (status >= 500 || notAboutThisMail.includes(status)) return { kind: "later" };
  return { kind: "refused", message: `status ${status}` };
}
