import { smtpMail } from "../../server/adapters/mail-smtp.ts";
import type { Mail } from "../../server/ports.ts";
import { makeMailServer } from "../../scripts/simulator/mail/mail-server.ts";
import type { MailEntry } from "../../scripts/simulator/world/state.ts";

/** A real mail server of the test's own with one mailbox for everybody, and the port that hands mails over to it. */
export interface Mailbox {
  readonly mail: Mail;
  /** What came for that address; oldest first. */
  mailsTo(address: string): readonly MailEntry[];
  /** While on, everybody is told to come again later. */
  outage(on: boolean): void;
  close(): Promise<void>;
}

const from = { name: "ประตู", address: "no-reply@pratu.example" };

export async function startMailbox(now: () => Date = () => new Date()): Promise<Mailbox> {
  const mails: MailEntry[] = [];
  const troubles = { mail: false };
  const server = makeMailServer({ troubles, state: { mails }, now, changed: () => {} });
  const port = await server.listen(0, "127.0.0.1");
  return {
    mail: smtpMail({ host: "127.0.0.1", port, tls: "none", login: null, from, timeoutMs: 2_000 }),
    mailsTo: (address) => mails.filter(({ to }) => to === address),
    outage: (on) => (troubles.mail = on),
    close: () => server.close(),
  };
}
