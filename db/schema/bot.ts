import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytes, gate, rowsOf, system } from "./access.ts";
import { at } from "./moment.ts";

/** Each webhook event once, by LINE's own id. The payload is sealed, and emptied when done or after a day. */
export const webhookEvent = pgTable(
  "webhook_event",
  {
    id: text("id").primaryKey(),
    channel: text("channel").notNull(),
    keptAt: at("kept_at").notNull(),
    dataKey: bytes("data_key"),
    payload: bytes("payload"),
    attempts: integer("attempts").notNull(),
    claimedUntil: at("claimed_until"),
    doneAt: at("done_at"),
  },
  (t) => [
    index("webhook_event_open")
      .on(t.keptAt)
      .where(sql`done_at is null`),
    rowsOf("webhook_event", gate, "all"),
    rowsOf("webhook_event", system, "all"),
  ],
).enableRLS();

/** Where a chat stands. The version belongs to the code that wrote it: newer code starts such a chat afresh. */
export const chat = pgTable(
  "chat",
  {
    channel: text("channel").notNull(),
    lineUserId: text("line_user_id").notNull(),
    version: integer("version").notNull(),
    state: jsonb("state").$type<Readonly<Record<string, unknown>>>().notNull(),
    lastEventAt: at("last_event_at").notNull(),
    changedAt: at("changed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.channel, t.lineUserId] }), rowsOf("chat", system, "all")],
).enableRLS();
