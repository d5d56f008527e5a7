import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { seatParts } from "../../server/credentials/holding.ts";
import { passwordWays } from "../../server/credentials/password-way.ts";
import { gate, ofAgency, ofTokenOffice, rowsOf, staff, system } from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";
import { seat, seatHolding } from "./seats.ts";

/**
 * A sealed letter with the first password of somebody named (T1): the page shows it once. The password is made when the
 * page is opened and stands nowhere.
 */
export const seatLetter = pgTable(
  "seat_letter",
  {
    id: uuid("id").primaryKey(),
    holdingId: uuid("holding_id")
      .notNull()
      .references(() => seatHolding.id),
    agencyId: uuid("agency_id").notNull(),
    issuerId: uuid("issuer_id").notNull(),
    madeBy: uuid("made_by").notNull(),
    madeAt: at("made_at").notNull(),
    openedBy: uuid("opened_by"),
    openedAt: at("opened_at"),
  },
  (t) => [
    index("seat_letter_holding").on(t.holdingId),
    index("seat_letter_agency").on(t.agencyId, t.madeAt),
    index("seat_letter_issuer").on(t.issuerId, t.madeAt),
    index("seat_letter_issuer_opened").on(t.issuerId, t.openedAt, t.id),
    rowsOf("seat_letter", gate, "all"),
    rowsOf("seat_letter", staff, ofTokenOffice(t.agencyId, t.issuerId)),
    rowsOf("seat_letter", system, "all"),
  ],
).enableRLS();

/** A link by mail that sets a holder's password; its token is an HMAC of the id and stands nowhere. */
export const seatLink = pgTable(
  "seat_link",
  {
    id: uuid("id").primaryKey(),
    holdingId: uuid("holding_id")
      .notNull()
      .references(() => seatHolding.id),
    madeAt: at("made_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    usedAt: at("used_at"),
  },
  (t) => [
    index("seat_link_holding").on(t.holdingId),
    rowsOf("seat_link", gate, "all"),
    rowsOf("seat_link", system, "all"),
  ],
).enableRLS();

/** Each time a holder set a password of their own, for the auditor's story; insert-only. */
export const seatPasswordChange = pgTable(
  "seat_password_change",
  {
    id: uuid("id").primaryKey(),
    holdingId: uuid("holding_id")
      .notNull()
      .references(() => seatHolding.id),
    agencyId: uuid("agency_id").notNull(),
    issuerId: uuid("issuer_id").notNull(),
    way: text("way").notNull(),
    setAt: at("set_at").notNull(),
  },
  (t) => [
    index("seat_password_change_holding").on(t.holdingId, t.setAt),
    index("seat_password_change_agency").on(t.agencyId, t.setAt),
    index("seat_password_change_issuer").on(t.issuerId, t.setAt),
    closedSet("seat_password_change_way", t.way, passwordWays),
    rowsOf("seat_password_change", gate, "all"),
    rowsOf("seat_password_change", staff, ofTokenOffice(t.agencyId, t.issuerId)),
    rowsOf("seat_password_change", system, "all"),
  ],
).enableRLS();

/** What a central office demands of everybody in its seats. No row: what stands in server/credentials/password-age.ts. */
export const tokenSetting = pgTable(
  "token_setting",
  {
    issuerId: uuid("issuer_id").primaryKey(),
    /** After so many months a password is set anew; 0: never. */
    passwordMonths: integer("password_months").notNull(),
    savedBy: uuid("saved_by").notNull(),
    savedAt: at("saved_at").notNull(),
  },
  (t) => [
    rowsOf("token_setting", gate, "all"),
    rowsOf("token_setting", staff, ofAgency(t.issuerId)),
    rowsOf("token_setting", system, "all"),
  ],
).enableRLS();

/**
 * Wrong passwords for one part of a seat from one source (server/credentials/seat-throttle.ts): a stranger's guesses make
 * the stranger wait, nobody else. `source` is a hash; where the guesses came from stands nowhere.
 */
export const seatTry = pgTable(
  "seat_try",
  {
    seatId: uuid("seat_id")
      .notNull()
      .references(() => seat.id),
    part: text("part").notNull(),
    source: text("source").notNull(),
    wrong: integer("wrong").notNull(),
    nextTryAt: at("next_try_at"),
    lastAt: at("last_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.seatId, t.part, t.source] }),
    index("seat_try_old").on(t.lastAt),
    closedSet("seat_try_part", t.part, seatParts),
    rowsOf("seat_try", gate, "all"),
    rowsOf("seat_try", system, "all"),
  ],
).enableRLS();
