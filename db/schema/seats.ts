import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { holdingEnds, holdingStates, seatParts } from "../../server/credentials/holding.ts";
import { approvingSides, seatRights } from "../../server/credentials/seat.ts";
import { bytes, gate, holder, ofSeat, ofTokenOffice, rowsOf, staff, system } from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";

/** A seat of an agency (N11): its user code belongs to it, people come and go. */
export const seat = pgTable(
  "seat",
  {
    id: uuid("id").primaryKey(),
    agencyId: uuid("agency_id").notNull(),
    /** The central office that issued it. */
    issuerId: uuid("issuer_id").notNull(),
    /** Unique over the deployment. */
    userCode: text("user_code").notNull().unique("seat_user_code"),
    right: text("right").notNull(),
    madeAt: at("made_at").notNull(),
  },
  (t) => [
    unique("seat_whole").on(t.agencyId, t.id, t.right),
    index("seat_issuer").on(t.issuerId, t.agencyId),
    closedSet("seat_right", t.right, seatRights),
    rowsOf("seat", gate, "all"),
    rowsOf("seat", staff, ofTokenOffice(t.agencyId, t.issuerId)),
    rowsOf("seat", holder, ofSeat(t.id)),
    rowsOf("seat", system, "all"),
  ],
).enableRLS();

/**
 * The one approving side a person stands on at an agency. Every holding that is not ended refers to it, so that nobody
 * comes to stand on both, whoever writes the row (N12).
 */
export const approverSide = pgTable(
  "approver_side",
  {
    agencyId: uuid("agency_id").notNull(),
    issuerId: uuid("issuer_id").notNull(),
    personId: uuid("person_id").notNull(),
    side: text("side").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.personId] }),
    unique("approver_side_whole").on(t.agencyId, t.personId, t.side),
    closedSet("approver_side_side", t.side, approvingSides),
    rowsOf("approver_side", gate, "all"),
    rowsOf("approver_side", staff, ofTokenOffice(t.agencyId, t.issuerId)),
    rowsOf("approver_side", system, "all"),
  ],
).enableRLS();

/** A written order of an agency's head that names people to seats. `sealed` holds the SeatOrderText. */
export const seatOrder = pgTable(
  "seat_order",
  {
    id: uuid("id").primaryKey(),
    agencyId: uuid("agency_id").notNull(),
    issuerId: uuid("issuer_id").notNull(),
    number: text("number").notNull(),
    dated: date("dated").notNull(),
    dataKey: bytes("data_key").notNull(),
    sealed: bytes("sealed").notNull(),
    /** Staff who wrote it down; null: the holder brought it with the registration. */
    madeBy: uuid("made_by"),
    madeAt: at("made_at").notNull(),
    requestKey: text("request_key").notNull(),
  },
  (t) => [
    unique("seat_order_request").on(t.agencyId, t.requestKey),
    index("seat_order_agency").on(t.agencyId, t.madeAt),
    rowsOf("seat_order", gate, "all"),
    rowsOf("seat_order", staff, ofTokenOffice(t.agencyId, t.issuerId)),
    rowsOf("seat_order", system, "all"),
  ],
).enableRLS();

/** A file of an order, up to 10 MB; its bytes lie in the file store, sealed. */
export const seatOrderFile = pgTable(
  "seat_order_file",
  {
    id: uuid("id").primaryKey(),
    orderId: uuid("order_id")
      .notNull()
      .references(() => seatOrder.id),
    agencyId: uuid("agency_id").notNull(),
    issuerId: uuid("issuer_id").notNull(),
    fileKey: text("file_key").notNull(),
    mime: text("mime").notNull(),
    size: integer("size").notNull(),
    /** As the person's machine calls it, sealed under the order's key. */
    name: bytes("name").notNull(),
    madeAt: at("made_at").notNull(),
    /** The time in a seat whose holder brought it with the registration; null: the agency's head put it there. */
    broughtBy: uuid("brought_by"),
  },
  (t) => [
    index("seat_order_file_order").on(t.orderId),
    index("seat_order_file_agency").on(t.agencyId, t.madeAt),
    index("seat_order_file_issuer").on(t.issuerId, t.madeAt),
    rowsOf("seat_order_file", gate, "all"),
    rowsOf("seat_order_file", staff, ofTokenOffice(t.agencyId, t.issuerId)),
    rowsOf("seat_order_file", system, "all"),
  ],
).enableRLS();

/** A file that was taken away from an order, for the auditor's story: when it came, when it went. Insert-only. */
export const orderFileRemoval = pgTable(
  "order_file_removal",
  {
    /** As the file had it. */
    id: uuid("id").primaryKey(),
    orderId: uuid("order_id")
      .notNull()
      .references(() => seatOrder.id),
    agencyId: uuid("agency_id").notNull(),
    issuerId: uuid("issuer_id").notNull(),
    madeAt: at("made_at").notNull(),
    removedAt: at("removed_at").notNull(),
  },
  (t) => [
    index("order_file_removal_order").on(t.orderId),
    index("order_file_removal_agency").on(t.agencyId, t.removedAt),
    index("order_file_removal_issuer").on(t.issuerId, t.removedAt),
    rowsOf("order_file_removal", gate, "all"),
    rowsOf("order_file_removal", staff, ofTokenOffice(t.agencyId, t.issuerId)),
    rowsOf("order_file_removal", system, "all"),
  ],
).enableRLS();

/**
 * One person's time in a seat. `sealed` holds the HolderFacts. The password is theirs, not the seat's, so that a
 * successor can begin while the holder still works, and no password is ever handed on.
 */
export const seatHolding = pgTable(
  "seat_holding",
  {
    id: uuid("id").primaryKey(),
    agencyId: uuid("agency_id").notNull(),
    issuerId: uuid("issuer_id").notNull(),
    seatId: uuid("seat_id").notNull(),
    right: text("right").notNull(),
    part: text("part").notNull(),
    state: text("state").notNull(),
    personId: uuid("person_id").notNull(),
    dataKey: bytes("data_key").notNull(),
    sealed: bytes("sealed").notNull(),
    orderId: uuid("order_id").references(() => seatOrder.id),
    /** From which day the order counts, and for a deputy until which. */
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on"),
    passwordHash: bytes("password_hash"),
    passwordSetAt: at("password_set_at"),
    /** A password somebody else made (the sealed letter) is changed before anything. */
    mustChangePassword: boolean("must_change_password").notNull().default(true),
    /** The last of the reminders that the certificate ends (30, 7, 1 days) that was sent. */
    remindedDays: integer("reminded_days"),
    /**
     * From when a new key may be made without a registration: the phone is being changed, or the central office granted
     * it. The key that is made after it uses it up. Null: never.
     */
    newKeyFrom: at("new_key_from"),
    namedBy: uuid("named_by"),
    namedAt: at("named_at").notNull(),
    liveAt: at("live_at"),
    endedAt: at("ended_at"),
    endReason: text("end_reason"),
    /** The side it stands on while it is not ended; null: none. What the separation of approvers hangs on. */
    liveSide: text("live_side").generatedAlwaysAs(
      sql`case when state <> 'ended' then
        case "right" when 'approver_1' then 'withdrawal' when 'approver_2' then 'payment' end end`,
    ),
  },
  (t) => [
    foreignKey({
      name: "seat_holding_seat",
      columns: [t.agencyId, t.seatId, t.right],
      foreignColumns: [seat.agencyId, seat.id, seat.right],
    }),
    foreignKey({
      name: "seat_holding_side",
      columns: [t.agencyId, t.personId, t.liveSide],
      foreignColumns: [approverSide.agencyId, approverSide.personId, approverSide.side],
    }),
    uniqueIndex("seat_holding_live")
      .on(t.seatId, t.part)
      .where(sql`state = 'live'`),
    uniqueIndex("seat_holding_named")
      .on(t.seatId, t.part)
      .where(sql`state = 'named'`),
    uniqueIndex("seat_holding_once")
      .on(t.seatId, t.personId)
      .where(sql`state <> 'ended'`),
    index("seat_holding_of_seat").on(t.seatId, t.namedAt),
    index("seat_holding_agency").on(t.agencyId, t.namedAt),
    index("seat_holding_issuer").on(t.issuerId, t.namedAt),
    index("seat_holding_issuer_live").on(t.issuerId, t.liveAt, t.id),
    index("seat_holding_issuer_ended").on(t.issuerId, t.endedAt, t.id),
    index("seat_holding_order").on(t.orderId),
    index("seat_holding_person").on(t.personId),
    closedSet("seat_holding_right", t.right, seatRights),
    closedSet("seat_holding_part", t.part, seatParts),
    closedSet("seat_holding_state", t.state, holdingStates),
    closedSet("seat_holding_end", t.endReason, holdingEnds),
    rowsOf("seat_holding", gate, "all"),
    rowsOf("seat_holding", staff, ofTokenOffice(t.agencyId, t.issuerId)),
    rowsOf("seat_holding", holder, ofSeat(t.seatId)),
    rowsOf("seat_holding", system, "all"),
  ],
).enableRLS();

/** An e-mail address that proved itself: it belongs to one person only, over all seats. */
export const holderEmail = pgTable(
  "holder_email",
  {
    emailIndex: bytes("email_index").primaryKey(),
    personId: uuid("person_id").notNull(),
    provenAt: at("proven_at").notNull(),
  },
  (t) => [
    index("holder_email_person").on(t.personId),
    rowsOf("holder_email", gate, "all"),
    rowsOf("holder_email", system, "all"),
  ],
).enableRLS();
