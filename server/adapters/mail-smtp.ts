import { Readable } from "node:stream";
import type { Mail, MailAnswer, MailMessage } from "../ports.ts";
import { messageIdOf, unfit, type MailSender } from "./mail-address.ts";

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** `implicit`: TLS from the first byte. `starttls`: required before anything is said. `none`: this machine only. */
  readonly tls: "implicit" | "starttls" | "none";
  readonly login: { readonly user: string; readonly pass: string } | null;
  readonly from: MailSender;
  /** For the whole conversation. */
  readonly timeoutMs: number;
}

/**
 * Hands mails to an SMTP server, one connection each. A 5xx to the recipient or to the mail itself is a refusal. What
 * happens before the mail is handed over (no connection, no TLS, a login or a sender that is not taken, any 4xx) may
 * be tried again. When the whole mail went out and no answer came it is `unknown`.
 */
export function smtpMail(settings: SmtpSettings): Mail {
  return {
    available: true,
    send: async (mail) => {
      const why = unfit(mail);
      if (why !== null) return { kind: "refused", message: why };
      return converse(settings, mail);
    },
  };
}

/** The package is brought in with the first mail: most requests send none. */
async function converse(settings: SmtpSettings, mail: MailMessage): Promise<MailAnswer> {
  const [{ createTransport }, bytes] = await Promise.all([
    import("nodemailer"),
    compose(settings.from, mail),
  ]);
  const raw = Readable.from([bytes]);
  let handedOver = false;
  raw.once("end", () => (handedOver = true));
  const transport = createTransport(connectionOf(settings));
  try {
    await transport.sendMail({
      envelope: { from: settings.from.address, to: [mail.to] },
      raw,
      signal: AbortSignal.timeout(settings.timeoutMs),
    });
    return { kind: "sent" };
  } catch (error) {
    return answerOf(error as SmtpFault, handedOver);
  } finally {
    transport.close();
    raw.destroy();
  }
}

async function compose(from: MailSender, mail: MailMessage): Promise<Buffer> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const composed = new MailComposer({
    from,
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: messageIdOf(mail, from),
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composed.compile().build();
}

function connectionOf({ host, port, tls, login, timeoutMs }: SmtpSettings) {
  return {
    host,
    port,
    secure: tls === "implicit",
    requireTLS: tls === "starttls",
    ignoreTLS: tls === "none",
    ...(login ? { auth: login } : {}),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** What nodemailer throws: the server's reply where there was one, and the command it answered. */
interface SmtpFault {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** 503 speaks of the order of commands, not of this mail. */
const outOfOrder = 503;

function answerOf(fault: SmtpFault, handedOver: boolean): MailAnswer {
  const { responseCode: status } = fault;
  if (status === undefined) {
    if (fault.code === "EENVELOPE") return { kind: "refused", message: "address not taken" };
    return { kind: handedOver ? "unknown" : "later" };
  }
  const aboutThisMail = fault.command === "RCPT TO" || fault.command === "DATA";
  const isFinal = status >= 500 && status < 600 && status !== outOfOrder;
  return aboutThisMail && isFinal ? { kind: "refused", message: `status ${status}` } : { kind: "later" };
}
