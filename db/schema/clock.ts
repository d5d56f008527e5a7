import { date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { clockMarkKinds } from "../../server/petitions/clock-mark.ts";
import { ofAgency, rowsOf, staff, system } from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";

/**
 * What the clock did for a petition while it was due on `due_day`: so that no sweep does it twice. A warning has the
 * threshold as its number, a delay letter counts from 1.
 */
export const clockMark = pgTable(
  "clock_mark",
  {
    agencyId: uuid("agency_id").notNull(),
    petitionId: uuid("petition_id").notNull(),
    kind: text("kind").notNull(),
    dueDay: date("due_day").notNull(),
    number: integer("number").notNull(),
    markedAt: at("marked_at").notNull(),
    /** When a delay letter was sent, or was no longer needed; null: its draft waits for a reason. */
    settledAt: at("settled_at"),
    documentId: uuid("document_id"),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.petitionId, t.kind, t.dueDay, t.number] }),
    index("clock_mark_marked").on(t.agencyId, t.kind, t.markedAt, t.petitionId),
    closedSet("clock_mark_kind", t.kind, clockMarkKinds),
    rowsOf("clock_mark", staff, ofAgency(t.agencyId)),
    rowsOf("clock_mark", system, "all"),
  ],
).enableRLS();
