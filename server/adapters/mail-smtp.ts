import net from "node:net";
import { Readable } from "node:stream";
import tls from "node:tls";
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

function connectionOf(settings: SmtpSettings) {
  const { host, port, login, timeoutMs } = settings;
  const isSecure = settings.tls === "implicit";
  return {
    host,
    port,
    getSocket: (_options: unknown, done: SocketTaker) => open(settings, done),
    secure: isSecure,
    secured: isSecure,
    requireTLS: settings.tls === "starttls",
    ignoreTLS: settings.tls === "none",
    ...(login ? { auth: login } : {}),
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

type SocketTaker = (error: Error | null, opened?: { connection: net.Socket }) => void;

/**
 * Opens the connection by the server's name. nodemailer would look the name up itself and connect to the address,
 * against which workerd then holds the certificate of an smtps:// server.
 */
function open({ host, port, tls: wire, timeoutMs }: SmtpSettings, done: SocketTaker): void {
  const isSecure = wire === "implicit";
  const name = net.isIP(host) === 0 ? { servername: host } : {};
  const socket = isSecure ? tls.connect({ host, port, ...name }) : net.connect({ host, port });
  const fail = (error: Error) => done(error);
  socket.setTimeout(timeoutMs, () => socket.destroy(new Error("no connection in time")));
  socket.once("error", fail);
  socket.once(isSecure ? "secureConnect" : "connect", () => {
    socket.setTimeout(0);
    socket.off("error", fail);
    done(null, { connection: socket });
  });
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
    if (fault.code === "EENVELOPE")
      return { kind: "refused", message: "address not taken", aboutAddress: true };
    return { kind: handedOver ? "unknown" : "later" };
  }
  const aboutAddress = fault.command === "RCPT TO";
  const aboutThisMail = aboutAddress || fault.command === "DATA";
  const isFinal = status >= 500 && status < 600 && status !== outOfOrder;
  if (!aboutThisMail || !isFinal) return { kind: "later" };
  return { kind: "refused", message: `status ${status}`, aboutAddress };
}
