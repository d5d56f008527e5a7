import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { lineUser, notice, registration } from "../../db/schema/index.ts";
import { webChannel } from "../identity/account-door.ts";
import type { LineUser } from "../kernel/actor.ts";
import { parseLanguage, type Language } from "../kernel/language.ts";
import type { Database, Ports, Tx } from "../ports.ts";
import { mayTravelBy, missingRefs, type Medium, type NoticeKind, type openMedium } from "./notice.ts";
import type { Settlement } from "./outcome.ts";
import { noticeDiesAt } from "./retry.ts";
import { dueAt } from "./router.ts";
import type { Recipient } from "./subject.ts";

/** What is to be told, to whom. The words are made when it is sent, so only ids stand here. */
export interface NewNotice {
  readonly kind: NoticeKind;
  readonly medium: Medium;
  /** For an SMS: whose business it is; an empty line user id when no LINE user is known. A mail has none. */
  readonly to?: LineUser;
  readonly personId?: string;
  readonly refs: Readonly<Record<string, unknown>>;
  /** After this it is worth nothing; without it, LINE's retry day, and a week for a mail. */
  readonly diesAt?: Date;
  /** The event's reply token, and until when it is worth trying. */
  readonly reply?: { readonly token: string; readonly until: Date };
}

/**
 * Puts a notice into the outbox, in the transaction of the change it tells of: both are there, or neither. Answers
 * its id. Nothing for LINE goes to a browser without it. A kind that can wait falls due in the morning. Throws when the kind may not travel by that medium or lacks
 * a reference, which is a fault of the caller.
 */
export async function queue(
  ports: Pick<Ports, "clock" | "random">,
  tx: Tx,
  made: NewNotice,
): Promise<string> {
  const { kind, medium, to, refs, reply } = made;
  const missing = missingRefs(kind, refs);
  if (missing.length > 0) throw new Error(`notice ${kind} lacks ${missing.join(", ")}`);
  if (!mayTravelBy(kind, medium)) throw new Error(`notice ${kind} does not travel by ${medium}`);
  if (!to && medium !== "mail") throw new Error(`notice ${kind} by ${medium} to nobody`);
  const now = ports.clock.now();
  const id = ports.random.uuid();
  if (medium === "line" && to?.channel === webChannel) return queueElsewhere(ports, tx, made, id);
  await tx.insert(notice).values({
    id,
    medium,
    kind,
    channel: to?.channel ?? "",
    lineUserId: to?.lineUserId ?? "",
    personId: made.personId ?? null,
    refs,
    state: "waiting",
    queuedAt: now,
    dueAt: dueAt(kind, now),
    diesAt: made.diesAt ?? noticeDiesAt(medium, now),
    attempts: 0,
    replyToken: reply?.token ?? null,
    replyUntil: reply?.until ?? null,
  });
  return id;
}

/** Somebody who acts in a browser without LINE is told in LINE where they are linked, else not by this. */
async function queueElsewhere(
  ports: Pick<Ports, "clock" | "random">,
  tx: Tx,
  made: NewNotice,
  id: string,
): Promise<string> {
  const { personId } = made;
  const [link] =
    personId === undefined
      ? []
      : await tx
          .select({ channel: lineUser.channel, lineUserId: lineUser.lineUserId })
          .from(lineUser)
          .where(and(eq(lineUser.personId, personId), ne(lineUser.channel, webChannel)))
          .limit(1);
  return link ? queue(ports, tx, { ...made, to: link }) : id;
}

/** A notice that one sender holds until its claim runs out. */
export interface ClaimedNotice extends LineUser {
  readonly id: string;
  readonly medium: Medium;
  readonly kind: NoticeKind;
  readonly personId: string | null;
  readonly refs: Readonly<Record<string, unknown>>;
  readonly queuedAt: Date;
  readonly diesAt: Date;
  /** This one included. */
  readonly attempts: number;
  readonly replyToken: string | null;
  readonly replyUntil: Date | null;
  /** What was to be told to a person, of which this is one channel; null: it stands for itself. */
  readonly originId: string | null;
}

interface ClaimedRow {
  id: string;
  medium: Medium;
  kind: NoticeKind;
  channel: string;
  line_user_id: string;
  person_id: string | null;
  refs: Readonly<Record<string, unknown>> | string;
  queued_at: string;
  due_at: string;
  dies_at: string;
  attempts: number;
  reply_token: string | null;
  reply_until: string | null;
  origin_id: string | null;
}

/**
 * Claims notices of these media that are due, oldest first, in one round trip. Whoever claims one sends it or lets it
 * run out.
 */
export async function claimNotices(
  db: Database,
  media: readonly (Medium | typeof openMedium)[],
  now: Date,
  claimedUntil: Date,
  limit: number,
): Promise<readonly ClaimedNotice[]> {
  const rows = await db.hot<ClaimedRow[]>`
    select * from claim_notices(${`{${media.join()}}`}, ${now.toISOString()}, ${claimedUntil.toISOString()}, ${limit})`;
  const oldestFirst = (a: ClaimedRow, b: ClaimedRow) =>
    Date.parse(a.due_at) - Date.parse(b.due_at) ||
    Date.parse(a.queued_at) - Date.parse(b.queued_at) ||
    (a.id < b.id ? -1 : 1);
  return [...rows].sort(oldestFirst).map(readClaimed);
}

function readClaimed(row: ClaimedRow): ClaimedNotice {
  return {
    id: row.id,
    medium: row.medium,
    kind: row.kind,
    channel: row.channel,
    lineUserId: row.line_user_id,
    personId: row.person_id,
    refs:
      typeof row.refs === "string" ? (JSON.parse(row.refs) as Readonly<Record<string, unknown>>) : row.refs,
    queuedAt: new Date(row.queued_at),
    diesAt: new Date(row.dies_at),
    attempts: row.attempts,
    replyToken: row.reply_token,
    replyUntil: row.reply_until === null ? null : new Date(row.reply_until),
    originId: row.origin_id,
  };
}

/** Records how an attempt ended and frees the claim. A reply token goes with it unless it may still be unused. */
export async function settle(tx: Tx, id: string, now: Date, settlement: Settlement): Promise<void> {
  const keepsReply = settlement.state === "waiting" && settlement.keepsReply;
  await tx
    .update(notice)
    .set({
      state: settlement.state,
      claimedUntil: null,
      failure: settlement.state === "sent" ? null : settlement.failure,
      ...(settlement.state === "sent" ? { sentBy: settlement.by } : {}),
      ...(keepsReply ? {} : { replyToken: null, replyUntil: null }),
      ...(settlement.state === "waiting" ? { dueAt: settlement.dueAt } : { settledAt: now }),
    })
    .where(eq(notice.id, id));
}

/** How to speak to a LINE user, and whether anything may be pushed. Somebody unknown is spoken to in Thai. */
export async function findRecipient(tx: Tx, user: LineUser): Promise<Recipient> {
  const [row] = await tx
    .select({ language: lineUser.language, blockedAt: lineUser.blockedAt })
    .from(lineUser)
    .where(and(eq(lineUser.channel, user.channel), eq(lineUser.lineUserId, user.lineUserId)));
  const language = row ? parseLanguage(row.language) : null;
  return { language: language ?? "th", hasBlocked: row !== undefined && row.blockedAt !== null };
}

/** The language a person chose last where they sign in; Thai when nobody is known to have. */
export async function findLanguage(tx: Tx, personId: string): Promise<Language> {
  const [row] = await tx
    .select({ language: lineUser.language })
    .from(lineUser)
    .where(eq(lineUser.personId, personId))
    .orderBy(desc(lineUser.linkedAt))
    .limit(1);
  return (row ? parseLanguage(row.language) : null) ?? "th";
}

/** Where an unfinished walk stands that a notice speaks of; null: it has ended. */
export async function findDraftStep(tx: Tx, registrationId: string): Promise<string | null> {
  const [row] = await tx
    .select({ step: registration.step })
    .from(registration)
    .where(and(eq(registration.id, registrationId), isNull(registration.endedAt)));
  return row?.step ?? null;
}
