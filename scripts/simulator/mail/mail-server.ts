import { randomBytes } from "node:crypto";
import PostalMime from "postal-mime";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { MailEntry } from "../world/state.ts";

const keptMails = 200;
const largestMail = 1024 * 1024;
/** RFC 5321, 4.2.3: the service is not available, and whoever asks should come again. */
const unavailable = 421;

/** What the server needs of the simulated world: the mailbox, the clock, and whether mail is down. */
export interface MailWorld {
  readonly troubles: { readonly mail: boolean };
  readonly state: { readonly mails: MailEntry[] };
  now(): Date;
  changed(): void;
}

export interface MailServer {
  listen(port: number, host: string): Promise<number>;
  close(): Promise<void>;
}

/**
 * A mail server that takes every mail for every address into one mailbox, without TLS or login: it listens on this
 * machine only. In an outage it turns everybody away with 421, also who is connected already.
 */
export function makeMailServer(world: MailWorld): MailServer {
  const server = new SMTPServer({
    name: "mail.pratu.example",
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: largestMail,
    rejectOversized: true,
    closeTimeout: 100,
    onConnect: (_session, done) => done(troubleOf(world)),
    onMailFrom: (_address, _session, done) => done(troubleOf(world)),
    onData: (stream, session, done) => {
      take(world, stream, session).then(
        () => done(troubleOf(world)),
        (error: unknown) => done(error as Error),
      );
    },
  });
  // Who hangs up in the middle of a sentence has not broken anything here.
  server.on("error", () => {});
  return {
    listen: (port, host) => listen(server, port, host),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function listen(server: SMTPServer, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, host, () => {
      server.server.off("error", reject);
      const address = server.server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

function troubleOf(world: MailWorld): Error | null {
  if (!world.troubles.mail) return null;
  return Object.assign(new Error("Service not available, come again later"), { responseCode: unavailable });
}

async function take(
  world: MailWorld,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<void> {
  const bytes = Buffer.concat((await stream.toArray()) as Buffer[]);
  if (world.troubles.mail || stream.sizeExceeded) return;
  const email = await PostalMime.parse(bytes);
  const entry: MailEntry = {
    id: randomBytes(9).toString("base64url"),
    at: world.now().getTime(),
    messageId: email.messageId ?? "",
    from: { name: email.from?.name ?? "", address: email.from?.address ?? "" },
    to: session.envelope.rcptTo.map(({ address }) => address).join(", "),
    subject: email.subject ?? "",
    text: email.text ?? "",
    html: email.html ?? null,
    unread: true,
  };
  world.state.mails.push(entry);
  if (world.state.mails.length > keptMails) world.state.mails.shift();
  world.changed();
}
