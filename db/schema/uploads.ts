import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytes, citizen, ofAgency, ofPerson, rowsOf, staff, system } from "./access.ts";
import { at } from "./moment.ts";

/**
 * A file of a draft that comes in pieces: each piece lies sealed in the file store under the upload's id and its place
 * in the file. Ends when the file is kept, or with the purge.
 */
export const petitionUpload = pgTable(
  "petition_upload",
  {
    personId: uuid("person_id").notNull(),
    id: uuid("id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    draftId: uuid("draft_id").notNull(),
    /** The form's field, as its key or group.key. */
    field: text("field").notNull(),
    size: integer("size").notNull(),
    /** So many bytes are there, from the first on. */
    received: integer("received").notNull(),
    dataKey: bytes("data_key").notNull(),
    /** What the file is called. */
    sealed: bytes("sealed").notNull(),
    madeAt: at("made_at").notNull(),
    changedAt: at("changed_at").notNull(),
    /** The kept file it became; null: not all of it is there. */
    fileId: uuid("file_id"),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    index("petition_upload_draft").on(t.personId, t.draftId),
    index("petition_upload_changed").on(t.changedAt),
    rowsOf("petition_upload", citizen, ofPerson(t.personId)),
    rowsOf("petition_upload", system, "all"),
  ],
).enableRLS();

/**
 * A draft that its citizen goes on with at the counter: six digits to read out, worth one draft for a quarter of an hour
 * (N15). One at a time for each draft.
 */
export const draftHandOver = pgTable(
  "draft_hand_over",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    draftId: uuid("draft_id").notNull(),
    number: text("number").notNull(),
    madeAt: at("made_at").notNull(),
    diesAt: at("dies_at").notNull(),
    takenBy: uuid("taken_by"),
    takenAt: at("taken_at"),
    /** When that officer had seen by the card that the person at the counter is the draft's; null: not yet. */
    confirmedAt: at("confirmed_at"),
    endedAt: at("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    uniqueIndex("draft_hand_over_number")
      .on(t.agencyId, t.number)
      .where(sql`ended_at is null`),
    uniqueIndex("draft_hand_over_draft")
      .on(t.personId, t.draftId)
      .where(sql`ended_at is null`),
    index("draft_hand_over_made").on(t.madeAt),
    rowsOf("draft_hand_over", citizen, ofPerson(t.personId)),
    rowsOf("draft_hand_over", staff, ofAgency(t.agencyId)),
    rowsOf("draft_hand_over", system, "all"),
  ],
).enableRLS();
