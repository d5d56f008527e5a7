import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytes, citizen, gate, ofPerson, rowsOf, system } from "./access.ts";
import { at } from "./moment.ts";

/**
 * One way to ThaID and back (N6): found by the hash of its state, bound to the session that began it, used once. What
 * ThaID said of the person stands sealed under their key until that session takes it.
 */
export const thaidAttempt = pgTable(
  "thaid_attempt",
  {
    id: uuid("id").primaryKey(),
    stateHash: bytes("state_hash").notNull(),
    sessionId: uuid("session_id").notNull(),
    personId: uuid("person_id").notNull(),
    /** The secrets of the way there and where it goes on, sealed. */
    sealed: bytes("sealed").notNull(),
    next: text("next").notNull(),
    madeAt: at("made_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    /** When ThaID sent somebody back with it. */
    usedAt: at("used_at"),
    /** What was proven in another browser, sealed; null: nothing, or it was taken. */
    proven: bytes("proven"),
    /** Wrong codes typed in the session that began it. */
    wrong: integer("wrong").notNull().default(0),
  },
  (t) => [
    uniqueIndex("thaid_attempt_state").on(t.stateHash),
    index("thaid_attempt_session").on(t.sessionId, t.madeAt),
    index("thaid_attempt_made").on(t.madeAt),
    rowsOf("thaid_attempt", gate, "all"),
    rowsOf("thaid_attempt", citizen, ofPerson(t.personId)),
    rowsOf("thaid_attempt", system, "all"),
  ],
).enableRLS();
