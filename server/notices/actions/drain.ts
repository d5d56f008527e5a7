import { webChannel } from "../../identity/account-door.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import type { Phone } from "../../kernel/phone.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { LineMessage, MailMessage, Ports } from "../../ports.ts";
import type { Medium } from "../notice.ts";
import {
  addressRefused,
  afterMail,
  afterPush,
  afterReply,
  afterSms,
  again,
  mayHaveReplied,
  type Settlement,
} from "../outcome.ts";
import { routeNotice } from "../router.ts";
import { goAnotherWay } from "../desk/go-another-way.ts";
import { claimNotices, settle, type ClaimedNotice } from "../store.ts";
import type { About, Addressee, Reader, Recipient, Subject } from "../subject.ts";

/** Makes the words of a notice when it is sent. Each face speaks for its own media: the bot LINE and SMS, the console mail. */
export interface Renderer {
  /** At most five messages; none: there is nothing left to tell. */
  line?(subject: Subject, reader: Reader): readonly LineMessage[];
  /** Null: this kind has no SMS. */
  sms?(subject: Subject, reader: Reader): string | null;
  /** Null: this kind has no mail. */
  mail?(subject: Subject, addressee: Addressee): Promise<MailText | null>;
}

/** What a mail says. */
export type MailText = Pick<MailMessage, "subject" | "text" | "html">;

/** What sending takes besides the ports: what travels, how to read what a notice is about and to put it into words. */
export interface Sending {
  /** Drained apart, so that what is slow keeps nothing else waiting. */
  readonly media: readonly Medium[];
  /** The LINE channel of the deployment. */
  readonly channel: string;
  read(ports: Ports, actor: SystemActor, notice: ClaimedNotice): Promise<About>;
  readonly render: Renderer;
}

export interface Drained {
  /** How many notices were taken up, whatever became of them. */
  readonly claimed: number;
}

const claimSeconds = 45;
const noticesAtOnce = 40;
const recipientsAtOnce = 8;
/** What one notice may take at most; with less left of the claim it is not begun, and somebody claims it anew. */
const noticeSeconds = 15;

/**
 * Sends what is due: claims, sends outside any transaction, records. One recipient's notices go one after the other
 * in their order, several recipients at once. A notice past its life is dropped unsent; what fails for now waits and
 * is tried again; a fault with one notice leaves the others alone. What did not get through to a person goes the next way
 * there is.
 */
export async function drainNotices(
  ports: Ports,
  actor: SystemActor,
  sending: Sending,
): Promise<Result<Drained, never>> {
  const now = ports.clock.now();
  const until = new Date(now.getTime() + claimSeconds * 1000);
  const lastStart = until.getTime() - noticeSeconds * 1000;
  const claimed = await claimNotices(ports.db, sending.media, now, until, noticesAtOnce);
  const queues = [...byRecipient(claimed).values()];
  const sender = async () => {
    for (let mine = queues.shift(); mine; mine = queues.shift()) {
      for (const notice of mine) {
        if (ports.clock.now().getTime() <= lastStart) await handle(ports, actor, sending, notice);
      }
    }
  };
  await Promise.all(Array.from({ length: recipientsAtOnce }, sender));
  return ok({ claimed: claimed.length });
}

function byRecipient(notices: readonly ClaimedNotice[]): Map<string, ClaimedNotice[]> {
  const queues = new Map<string, ClaimedNotice[]>();
  for (const notice of notices) {
    const key = `${notice.medium}/${notice.channel}/${notice.lineUserId || (notice.personId ?? notice.id)}`;
    queues.set(key, [...(queues.get(key) ?? []), notice]);
  }
  return queues;
}

async function handle(
  ports: Ports,
  actor: SystemActor,
  sending: Sending,
  notice: ClaimedNotice,
): Promise<void> {
  const settlement = await attempt(ports, actor, sending, notice).catch((error: unknown): Settlement => {
    ports.log.error("notice.fault", error, { notice: notice.id, kind: notice.kind });
    return again(notice, "fault", ports.clock.now(), roll(ports), false);
  });
  if (settlement.state === "failed") {
    ports.log.warn("notice.failed", { notice: notice.id, kind: notice.kind, failure: settlement.failure });
  }
  await ports.db.as(actor, async (tx) => {
    await settle(tx, notice.id, ports.clock.now(), settlement);
    if (settlement.state !== "failed" && settlement.state !== "dropped") return;
    const isBounced = settlement.failure === addressRefused;
    await goAnotherWay(ports, tx, sending.channel, notice, { isBounced });
  });
}

async function attempt(
  ports: Ports,
  actor: SystemActor,
  { read, render }: Sending,
  notice: ClaimedNotice,
): Promise<Settlement> {
  if (ports.clock.now() >= notice.diesAt) return { state: "dropped", failure: "died" };
  const about = await read(ports, actor, notice);
  if (about.subject === null) return { state: "dropped", failure: "gone" };
  const reader = { language: about.recipient.language, now: ports.clock.now() };
  if (notice.medium === "mail") {
    const mail = await render.mail?.(about.subject, { ...reader, name: about.name });
    return sendMail(ports, notice, about.email, mail ?? null);
  }
  if (notice.medium === "sms") {
    return sendSms(ports, notice, about.phone, render.sms?.(about.subject, reader) ?? null);
  }
  const subject = await withDisplayName(ports, notice, about.subject);
  const messages = render.line?.(subject, reader) ?? [];
  if (messages.length === 0) return { state: "dropped", failure: "nothing_to_tell" };
  return sendLine(ports, notice, about.recipient, messages);
}

async function sendLine(
  ports: Ports,
  notice: ClaimedNotice,
  recipient: Recipient,
  messages: readonly LineMessage[],
): Promise<Settlement> {
  if (notice.channel === webChannel) return { state: "dropped", failure: "no_line" };
  const route = routeNotice(notice, recipient.hasBlocked, ports.clock.now());
  if (route === "nowhere") return { state: "dropped", failure: "blocked" };
  if (route === "reply" && notice.replyToken !== null) {
    const said = await ports.line.reply(notice.replyToken, messages);
    const verdict = afterReply(notice, said, ports.clock.now(), roll(ports));
    if (verdict !== "push") return verdict;
    if (recipient.hasBlocked) return { state: "dropped", failure: "blocked" };
  } else if (mayHaveReplied(notice)) {
    return { state: "unknown", failure: "reply_not_answered" };
  }
  const said = await ports.line.push(notice.lineUserId, messages, notice.id);
  const attempted = { ...notice, hasOtherWays: notice.originId !== null };
  return afterPush(attempted, said, ports.clock.now(), roll(ports));
}

async function sendSms(
  ports: Ports,
  notice: ClaimedNotice,
  phone: Phone | null,
  text: string | null,
): Promise<Settlement> {
  if (phone === null) return { state: "dropped", failure: "no_phone" };
  if (text === null) return { state: "failed", failure: "no_words" };
  const said = await ports.sms.send(phone, text);
  return afterSms(notice, { kind: said.kind }, ports.clock.now(), roll(ports));
}

/** Every attempt carries the notice's own id as its Message-ID. */
async function sendMail(
  ports: Ports,
  notice: ClaimedNotice,
  to: string | null,
  mail: MailText | null,
): Promise<Settlement> {
  if (to === null) return { state: "dropped", failure: "no_address" };
  if (mail === null) return { state: "failed", failure: "no_words" };
  if (!ports.mail.available) return again(notice, "no_mail_server", ports.clock.now(), roll(ports), false);
  const said = await ports.mail.send({ ...mail, to, messageId: notice.id });
  return afterMail(notice, said, ports.clock.now(), roll(ports));
}

/** From 0 to 1, for the jitter of retries. */
function roll(ports: Ports): number {
  return new DataView(ports.random.bytes(4).slice().buffer).getUint32(0) / 2 ** 32;
}

async function withDisplayName(ports: Ports, notice: ClaimedNotice, subject: Subject): Promise<Subject> {
  if (subject.kind !== "chat_reply" || notice.refs["byName"] !== true) return subject;
  return { ...subject, displayName: await ports.line.displayName(notice.lineUserId) };
}
