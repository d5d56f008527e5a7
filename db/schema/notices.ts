import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { media, noticeKinds, noticeStates } from "../../server/notices/notice.ts";
import { closedSet } from "./closed-set.ts";
import { citizen, gate, registrar, rowsOf, staff, system } from "./access.ts";
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
  },
  (t) => [
    index("notice_due")
      .on(t.dueAt, t.id)
      .where(sql`state in ('waiting', 'claimed')`),
    closedSet("notice_medium", t.medium, media),
    closedSet("notice_kind", t.kind, noticeKinds),
    closedSet("notice_state", t.state, noticeStates),
    rowsOf("notice", gate, sql`${t.state} = 'waiting'`),
    rowsOf("notice", citizen, sql`${t.state} = 'waiting'`),
    rowsOf("notice", staff, sql`${t.state} = 'waiting'`),
    rowsOf("notice", registrar, sql`${t.state} = 'waiting'`),
    rowsOf("notice", system, "all"),
  ],
).enableRLS();
