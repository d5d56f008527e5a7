import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { gate, ofTokenOffice, rowsOf, staff, system } from "./access.ts";
import { at } from "./moment.ts";
import { seatHolding } from "./seats.ts";

/**
 * Each time a registration was sent, approved or refused: a registration itself tells only of the last. Written by the
 * database (db/sql/71-registration-moves.sql), never changed.
 */
export const registrationMove = pgTable(
  "registration_move",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    holdingId: uuid("holding_id")
      .notNull()
      .references(() => seatHolding.id),
    agencyId: uuid("agency_id").notNull(),
    issuerId: uuid("issuer_id").notNull(),
    state: text("state").notNull(),
    movedAt: at("moved_at").notNull(),
  },
  (t) => [
    index("registration_move_holding").on(t.holdingId, t.movedAt),
    index("registration_move_agency").on(t.agencyId, t.movedAt),
    index("registration_move_issuer").on(t.issuerId, t.movedAt),
    rowsOf("registration_move", gate, "all"),
    rowsOf("registration_move", staff, ofTokenOffice(t.agencyId, t.issuerId)),
    rowsOf("registration_move", system, "all"),
  ],
).enableRLS();
