import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import tls from "node:tls";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import { makeCertificate } from "../../tests/support/certificate.ts";
import type { MailMessage } from "../ports.ts";
import { smtpMail, type SmtpSettings } from "./mail-smtp.ts";

const closes: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closes.splice(0)) await close();
});

const mail: MailMessage = {
  to: "manee@clinic.example",
  subject: "เชิญตั้งรหัสผ่าน",
  text: "สวัสดี มานี\nเปิดลิงก์ https://pratu.example/x",
  html: "<p>สวัสดี มานี</p>",
  messageId: "0190-id",
};

const from = { name: "ประตู", address: "no-reply@pratu.example" };

function settingsFor(port: number, more: Partial<SmtpSettings> = {}): SmtpSettings {
  return { host: "127.0.0.1", port, tls: "none", login: null, from, timeoutMs: 1_000, ...more };
}

interface Taken {
  readonly to: readonly string[];
  readonly sender: string;
  readonly email: Email;
  readonly user: unknown;
  readonly secure: boolean;
}

/** A mail server on this machine; `more` says how it answers. */
async function mailServer(more: SMTPServerOptions = {}): Promise<{ port: number; taken: Taken[] }> {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    closeTimeout: 10,
    onData: (stream, session, done) => {
      void (async () => {
        const email = await PostalMime.parse(Buffer.concat((await stream.toArray()) as Buffer[]));
        const { mailFrom, rcptTo } = session.envelope;
        const sender = mailFrom ? mailFrom.address : "";
        const to = rcptTo.map(({ address }) => address);
        taken.push({ to, sender, email, user: session.user as unknown, secure: session.secure });
        done();
      })();
    },
    ...more,
  });
  // A client that hangs up in the middle, or trusts nobody, is no fault of the test.
  server.on("error", () => {});
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  closes.push(() => new Promise((resolve) => server.close(() => resolve())));
  return { port: (server.server.address() as AddressInfo).port, taken };
}

function reply(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}

test("Thai subject, sender and body arrive intact", async () => {
  const { port, taken } = await mailServer();
  expect(await smtpMail(settingsFor(port)).send(mail)).toEqual({ kind: "sent" });
  const [one] = taken;
  expect(one?.to).toEqual(["manee@clinic.example"]);
  expect(one?.sender).toBe("no-reply@pratu.example");
  expect(one?.email).toMatchObject({
    subject: mail.subject,
    from,
    messageId: "<0190-id@pratu.example>",
    to: [{ address: "manee@clinic.example" }],
  });
  expect(one?.email.text?.trim()).toBe(mail.text);
  expect(one?.email.html?.trim()).toBe(mail.html);
});

test("a recipient that the server does not know is refused for good", async () => {
  const { port } = await mailServer({
    onRcptTo: (_address, _session, done) => done(reply(550, "no such mailbox")),
  });
  expect(await smtpMail(settingsFor(port)).send(mail)).toEqual({
    kind: "refused",
    message: "status 550",
    aboutAddress: true,
  });
});

test("a mail that is refused after it was read is refused for good", async () => {
  const { port } = await mailServer({
    onData: (stream, _session, done) => stream.resume().on("end", () => done(reply(554, "looks like spam"))),
  });
  expect(await smtpMail(settingsFor(port)).send(mail)).toEqual({
    kind: "refused",
    message: "status 554",
    aboutAddress: false,
  });
});

test.each([
  ["greylists the recipient", { onRcptTo: (_a, _s, done) => done(reply(450, "try later")) }],
  ["takes no mail of this sender", { onMailFrom: (_a, _s, done) => done(reply(550, "who are you")) }],
  ["takes nobody in", { onConnect: (_s, done) => done(reply(554, "not today")) }],
  [
    "has no room after all",
    { onData: (stream, _s, done) => stream.resume().on("end", () => done(reply(452, "disk full"))) },
  ],
] satisfies [string, SMTPServerOptions][])("a server that %s is asked again", async (_what, options) => {
  const { port } = await mailServer(options);
  expect(await smtpMail(settingsFor(port)).send(mail)).toEqual({ kind: "later" });
});

test("a server that is down is asked again", async () => {
  const { port } = await mailServer();
  await closes.pop()?.();
  expect(await smtpMail(settingsFor(port)).send(mail)).toEqual({ kind: "later" });
});

test("a server that never greets is asked again", async () => {
  const port = await silentServer();
  expect(await smtpMail(settingsFor(port, { timeoutMs: 200 })).send(mail)).toEqual({ kind: "later" });
});

test("an answer that never comes to a whole mail is unknown, for it may have been taken", async () => {
  const { port } = await mailServer({ onData: (stream) => void stream.resume() });
  expect(await smtpMail(settingsFor(port, { timeoutMs: 400 })).send(mail)).toEqual({ kind: "unknown" });
});

test("a connection that breaks after the whole mail is unknown", async () => {
  const port = await breakingServer();
  expect(await smtpMail(settingsFor(port)).send(mail)).toEqual({ kind: "unknown" });
});

test.each([
  ["recipient", { ...mail, to: "manee@clinic.example\r\nBcc: thief@example.com" }],
  ["recipient", { ...mail, to: "manee@clinic.example, thief@example.com" }],
  ["recipient", { ...mail, to: "<thief@example.com>" }],
  ["recipient", { ...mail, to: "manee" }],
  ["subject", { ...mail, subject: "hello\r\nBcc: thief@example.com" }],
  ["message id", { ...mail, messageId: "x>\r\nBcc: <thief@example.com" }],
])("a header in the %s is never sent", async (_what, hostile) => {
  const { port, taken } = await mailServer();
  expect(await smtpMail(settingsFor(port)).send(hostile)).toMatchObject({ kind: "refused" });
  expect(taken).toEqual([]);
});

test("a server with no TLS hears nothing where TLS is wanted", async () => {
  const { port, taken } = await mailServer();
  expect(await smtpMail(settingsFor(port, { tls: "starttls" })).send(mail)).toEqual({ kind: "later" });
  expect(taken).toEqual([]);
});

const login = { user: "pratu", pass: "pässwörd: ร" };
const asksForLogin: SMTPServerOptions = {
  authOptional: false,
  onAuth: ({ username, password }, _session, done) =>
    username === login.user && password === login.pass
      ? done(null, { user: username })
      : done(reply(535, "wrong")),
};

/** Since Node 22.19 a test may vouch for a certificate of its own. */
const mayVouch = typeof tls.setDefaultCACertificates === "function";

test.runIf(mayVouch).each(["starttls", "implicit"] as const)(
  "%s hides login and mail from the wire",
  async (wire) => {
    const certificate = makeCertificate();
    const before = tls.getCACertificates("default");
    tls.setDefaultCACertificates([...before, certificate.cert]);
    closes.unshift(() => Promise.resolve(tls.setDefaultCACertificates(before)));
    const { port, taken } = await mailServer({
      ...asksForLogin,
      ...certificate,
      secure: wire === "implicit",
      hideSTARTTLS: false,
    });
    const settings = settingsFor(port, { tls: wire, login });
    expect(await smtpMail(settings).send(mail)).toEqual({ kind: "sent" });
    expect(taken[0]).toMatchObject({ user: login.user, secure: true });
    const wrong = { ...settings, login: { ...login, pass: "wrong" } };
    expect(await smtpMail(wrong).send(mail)).toEqual({ kind: "later" });
  },
);

test.each(["starttls", "implicit"] as const)(
  "%s with a certificate that nobody vouches for hears nothing",
  async (wire) => {
    const { port, taken } = await mailServer({
      ...makeCertificate(),
      secure: wire === "implicit",
      hideSTARTTLS: false,
    });
    expect(await smtpMail(settingsFor(port, { tls: wire, login })).send(mail)).toEqual({ kind: "later" });
    expect(taken).toEqual([]);
  },
);

/** Takes connections and says nothing. */
function silentServer(): Promise<number> {
  return bareServer((socket) => socket.resume());
}

/** Speaks as little as a mail needs and hangs up at its closing dot. */
function breakingServer(): Promise<number> {
  return bareServer((socket) => {
    socket.write("220 here\r\n");
    socket.on("data", (bytes: Buffer) => {
      const said = bytes.toString("latin1");
      if (said.endsWith("\r\n.\r\n")) return socket.destroy();
      if (/^(EHLO|MAIL|RCPT)/.test(said)) socket.write("250 yes\r\n");
      if (said.startsWith("DATA")) socket.write("354 go on\r\n");
    });
  });
}

async function bareServer(talk: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket.on("error", () => {}));
    talk(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closes.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(() => resolve()));
  });
  return (server.address() as AddressInfo).port;
}
