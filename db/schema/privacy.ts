import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { citizen, contextAgency, ofPerson, rowsOf, staff, system } from "./access.ts";
import { at } from "./moment.ts";

/**
 * Somebody asked that what is kept of them be erased. What nothing holds went at once; what a law or a running petition
 * holds goes when its time has come, the person's own key last.
 */
export const erasure = pgTable(
  "erasure",
  {
    personId: uuid("person_id").primaryKey(),
    askedAt: at("asked_at").notNull(),
    /** The same person opened an account again before everything was gone: what was held is theirs as before. */
    returnedAt: at("returned_at"),
    /** Nothing is left to open: the person's key is destroyed. */
    endedAt: at("ended_at"),
  },
  (t) => [
    index("erasure_open")
      .on(t.askedAt)
      .where(sql`ended_at is null and returned_at is null`),
    rowsOf("erasure", citizen, ofPerson(t.personId)),
    // Officers see it of those who have a petition with them.
    rowsOf(
      "erasure",
      staff,
      sql`exists (select from petition p where p.person_id = ${t.personId} and p.agency_id = ${contextAgency})`,
    ),
    rowsOf("erasure", system, "all"),
  ],
).enableRLS();

/** Leave to take a copy of one's own data, for a day. The copy itself is made while it is taken and kept nowhere. */
export const dataCopy = pgTable(
  "data_copy",
  {
    personId: uuid("person_id").notNull(),
    id: uuid("id").notNull(),
    madeAt: at("made_at").notNull(),
    diesAt: at("dies_at").notNull(),
    taken: integer("taken").notNull().default(0),
    requestKey: text("request_key").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    index("data_copy_dies").on(t.diesAt),
    rowsOf("data_copy", citizen, ofPerson(t.personId)),
    rowsOf("data_copy", system, "all"),
  ],
).enableRLS();

/** Files whose key is destroyed already and whose bytes are still to be ended in the file store. */
export const fileEnd = pgTable(
  "file_end",
  {
    fileKey: text("file_key").primaryKey(),
    askedAt: at("asked_at").notNull(),
  },
  () => [rowsOf("file_end", system, "all")],
).enableRLS();
