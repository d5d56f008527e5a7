import { index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { slipStates } from "../../server/visits/slip.ts";
import { citizen, gate, ofAgency, rowsOf, staff, system } from "./access.ts";
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
 * facility and service of the scan; what was typed so far stands in the registration draft.
 */
export const handOver = pgTable(
  "hand_over",
  {
    id: uuid("id").primaryKey(),
    agencyId: uuid("agency_id").notNull(),
    number: text("number").notNull(),
    channel: text("channel").notNull(),
    lineUserId: text("line_user_id").notNull(),
    personId: uuid("person_id"),
    registrationId: uuid("registration_id"),
    serviceType: text("service_type").notNull(),
    madeAt: at("made_at").notNull(),
    diesAt: at("dies_at").notNull(),
    takenBy: uuid("taken_by"),
    takenAt: at("taken_at"),
    visitId: uuid("visit_id"),
  },
  (t) => [
    index("hand_over_number").on(t.agencyId, t.number, t.diesAt),
    rowsOf("hand_over", gate, "all"),
    rowsOf("hand_over", citizen, "all"),
    rowsOf("hand_over", staff, ofAgency(t.agencyId)),
    rowsOf("hand_over", system, "all"),
  ],
).enableRLS();
