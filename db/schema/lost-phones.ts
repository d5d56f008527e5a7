import { sql } from "drizzle-orm";
import { date, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { lostReporters } from "../../server/credentials/lost-phone.ts";
import { bytes, gate, holder, ofSeat, ofTokenOffice, rowsOf, staff, system } from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";
import { seatHolding } from "./seats.ts";

/** A lost phone that was reported, what was stopped at once, and the official letter that must follow (N13). */
export const lostPhone = pgTable(
  "lost_phone",
  {
    id: uuid("id").primaryKey(),
    agencyId: uuid("agency_id").notNull(),
    issuerId: uuid("issuer_id").notNull(),
    seatId: uuid("seat_id").notNull(),
    holdingId: uuid("holding_id")
      .notNull()
      .references(() => seatHolding.id),
    lostOn: date("lost_on").notNull(),
    /** When it was reported and everything was stopped: one transaction. */
    stoppedAt: at("stopped_at").notNull(),
    reporter: text("reporter").notNull(),
    /** The holding or the member of staff who reported. */
    reporterId: uuid("reporter_id").notNull(),
    keys: integer("keys").notNull(),
    sessions: integer("sessions").notNull(),
    challenges: integer("challenges").notNull(),
    dataKey: bytes("data_key").notNull(),
    /** LostWords. */
    sealed: bytes("sealed").notNull(),
    /** The last working day for the letter, counted from the day the phone was lost. */
    letterDue: date("letter_due").notNull(),
    letterNumber: text("letter_number"),
    letterDated: date("letter_dated"),
    letterSentAt: at("letter_sent_at"),
    letterSentBy: uuid("letter_sent_by"),
    /** The last Bangkok day on which the head was reminded. */
    remindedOn: date("reminded_on"),
    requestKey: text("request_key").notNull(),
  },
  (t) => [
    unique("lost_phone_request").on(t.seatId, t.requestKey),
    index("lost_phone_agency").on(t.agencyId, t.stoppedAt),
    index("lost_phone_issuer").on(t.issuerId, t.stoppedAt),
    index("lost_phone_holding").on(t.holdingId, t.stoppedAt),
    index("lost_phone_waiting")
      .on(t.letterDue)
      .where(sql`letter_sent_at is null`),
    closedSet("lost_phone_reporter", t.reporter, lostReporters),
    rowsOf("lost_phone", gate, "all"),
    rowsOf("lost_phone", staff, ofTokenOffice(t.agencyId, t.issuerId)),
    rowsOf("lost_phone", holder, ofSeat(t.seatId)),
    rowsOf("lost_phone", system, "all"),
  ],
).enableRLS();
