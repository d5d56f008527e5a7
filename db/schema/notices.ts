import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { noticeKinds, noticeMedia, noticeStates } from "../../server/notices/notice.ts";
import { noticeRoutes } from "../../server/notices/router.ts";
import { closedSet } from "./closed-set.ts";
import { citizen, gate, holder, registrar, rowsOf, staff, system } from "./access.ts";
import { at } from "./moment.ts";

/**
 * The outbox. A notice holds its kind and ids, never rendered text: words are made at sending. Written in the
 * transaction of the change it tells of; sent afterwards by whoever claims it.
 */
export const notice = pgTable(
  "notice",
  {
    id: uuid("id").primaryKey(),
    medium: text("medium").notNull(),
    kind: text("kind").notNull(),
    channel: text("channel").notNull(),
    /** Whom it is for. LINE: the LINE user. SMS: whoever holds the phone of the OTP named in refs. */
    lineUserId: text("line_user_id").notNull(),
    personId: uuid("person_id"),
    refs: jsonb("refs").$type<Readonly<Record<string, unknown>>>().notNull(),
    state: text("state").notNull(),
    queuedAt: at("queued_at").notNull(),
    dueAt: at("due_at").notNull(),
    /** After this it is dropped unsent (an OTP past its life, a push past LINE's retry day). */
    diesAt: at("dies_at").notNull(),
    claimedUntil: at("claimed_until"),
    attempts: integer("attempts").notNull(),
    /** A live reply token makes the message free; it dies within the minute. */
    replyToken: text("reply_token"),
    replyUntil: at("reply_until"),
    settledAt: at("settled_at"),
    /** Why it failed: a status or kind, never a message of ours. */
    failure: text("failure"),
    /** What was to be told to a person, of which this is one channel; no channel of it stands here twice. */
    originId: uuid("origin_id"),
    /** How it went out: what it cost hangs on it. Null: it did not. */
    sentBy: text("sent_by"),
  },
  (t) => [
    uniqueIndex("notice_of_origin")
      .on(t.originId, t.medium)
      .where(sql`origin_id is not null`),
    index("notice_of_petition")
      .on(sql`(refs ->> 'petitionId')`)
      .where(sql`refs ? 'petitionId'`),
    index("notice_sent_of_agency")
      .on(sql`(refs ->> 'agencyId')`, t.settledAt)
      .where(sql`state = 'sent' and refs ? 'agencyId'`),
    index("notice_due")
      .on(t.dueAt, t.id)
      .where(sql`state in ('waiting', 'claimed')`),
    closedSet("notice_medium", t.medium, noticeMedia),
    closedSet("notice_kind", t.kind, noticeKinds),
    closedSet("notice_state", t.state, noticeStates),
    closedSet("notice_sent_by", t.sentBy, noticeRoutes),
    rowsOf("notice", gate, sql`${t.state} = 'waiting'`),
    rowsOf("notice", citizen, sql`${t.state} = 'waiting'`),
    rowsOf("notice", staff, sql`${t.state} = 'waiting'`),
    rowsOf("notice", registrar, sql`${t.state} = 'waiting'`),
    rowsOf("notice", holder, sql`${t.state} = 'waiting'`),
    rowsOf("notice", system, "all"),
  ],
).enableRLS();
