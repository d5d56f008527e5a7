import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { slipStates } from "../../server/visits/slip.ts";
import { bytes, contextLineUser, gate, ofAgency, rowsOf, staff, system } from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";

/** A block of paper slips with codes allocated beforehand (N17). */
export const slipBlock = pgTable(
  "slip_block",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").notNull(),
    count: integer("count").notNull(),
    madeBy: uuid("made_by").notNull(),
    madeAt: at("made_at").notNull(),
    requestKey: text("request_key").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    unique("slip_block_request").on(t.agencyId, t.requestKey),
    rowsOf("slip_block", staff, ofAgency(t.agencyId)),
    rowsOf("slip_block", system, "all"),
  ],
).enableRLS();

/** One slip. Its code came from the same sequence as every other, so it is never given out again. */
export const slip = pgTable(
  "slip",
  {
    agencyId: uuid("agency_id").notNull(),
    code: text("code").notNull().unique("slip_code"),
    blockId: uuid("block_id").notNull(),
    /** Place in the block, from 1, printed on the slip. */
    number: integer("number").notNull(),
    state: text("state").notNull(),
    visitId: uuid("visit_id"),
    changedBy: uuid("changed_by"),
    changedAt: at("changed_at"),
    voidReason: text("void_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.code] }),
    index("slip_block_number").on(t.blockId, t.number),
    closedSet("slip_state", t.state, slipStates),
    rowsOf("slip", staff, ofAgency(t.agencyId)),
    rowsOf("slip", system, "all"),
  ],
).enableRLS();

/**
 * A number read out at the counter by somebody who cannot finish on the phone (N15). It names the LINE user, and the
 * facility and service of the scan; what was typed so far stands in the registration draft. One live number a LINE
 * user; numbers are unique among a facility's that are not over.
 */
export const handOver = pgTable(
  "hand_over",
  {
    id: uuid("id").primaryKey(),
    agencyId: uuid("agency_id").notNull(),
    number: text("number").notNull(),
    channel: text("channel").notNull(),
    lineUserId: text("line_user_id").notNull(),
    /** The LINE user's own person, who is told; null: not registered yet. */
    askerId: uuid("asker_id"),
    /** Whose code it is to be; null: the person of the registration draft. */
    personId: uuid("person_id"),
    serviceType: text("service_type").notNull(),
    madeAt: at("made_at").notNull(),
    diesAt: at("dies_at").notNull(),
    takenBy: uuid("taken_by"),
    takenAt: at("taken_at"),
    /** Blind index of whom the clerk was shown: the visit must be of the same person. */
    citizenIndex: bytes("citizen_index"),
    visitId: uuid("visit_id"),
    endedAt: at("ended_at"),
  },
  (t) => [
    uniqueIndex("hand_over_number")
      .on(t.agencyId, t.number)
      .where(sql`ended_at is null`),
    uniqueIndex("hand_over_line_user")
      .on(t.channel, t.lineUserId)
      .where(sql`ended_at is null`),
    index("hand_over_visit").on(t.visitId),
    index("hand_over_made").on(t.madeAt),
    rowsOf("hand_over", gate, sql`${t.channel} || '/' || ${t.lineUserId} = ${contextLineUser}`),
    rowsOf("hand_over", staff, ofAgency(t.agencyId)),
    rowsOf("hand_over", system, "all"),
  ],
).enableRLS();
