import { index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { citizen, gate, ofPerson, registrar, rowsOf, staff, system } from "./access.ts";

/**
 * What was done, by whom, to what: written in the transaction of the change, insert-only (no role may update or
 * delete). Holds ids and kinds, no personal data.
 */
export const auditEntry = pgTable(
  "audit_entry",
  {
    id: uuid("id").primaryKey(),
    at: timestamp("at", { withTimezone: true, precision: 3 }).notNull(),
    action: text("action").notNull(),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id"),
    agencyId: uuid("agency_id"),
    personId: uuid("person_id"),
    subjectId: text("subject_id"),
    refs: jsonb("refs").$type<Readonly<Record<string, unknown>>>().notNull(),
  },
  (t) => [
    index("audit_person").on(t.personId, t.at),
    rowsOf("audit_entry", gate, sql`true`),
    rowsOf("audit_entry", citizen, ofPerson(t.personId)),
    rowsOf("audit_entry", staff, sql`true`),
    rowsOf("audit_entry", registrar, sql`true`),
    rowsOf("audit_entry", system, "all"),
  ],
).enableRLS();
