import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { citizenWords } from "../../server/petitions/citizen-word.ts";
import { bytes, citizen, gate, ofAgency, ofPerson, rowsOf, staff, system } from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";

/** A way of looking at the queue that an officer gave a name. Holds no personal data: filters go by id. */
export const petitionView = pgTable(
  "petition_view",
  {
    agencyId: uuid("agency_id").notNull(),
    staffId: uuid("staff_id").notNull(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    /** The query of its address, as the page wrote it. */
    query: text("query").notNull(),
    madeAt: at("made_at").notNull(),
    requestKey: text("request_key").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.staffId, t.id] }),
    unique("petition_view_request").on(t.agencyId, t.staffId, t.requestKey),
    rowsOf("petition_view", staff, ofAgency(t.agencyId)),
  ],
).enableRLS();

/** A step that was posted and taken: the same post again takes none. */
export const petitionStepRequest = pgTable(
  "petition_step_request",
  {
    agencyId: uuid("agency_id").notNull(),
    petitionId: uuid("petition_id").notNull(),
    requestKey: text("request_key").notNull(),
    staffId: uuid("staff_id").notNull(),
    takenAt: at("taken_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.petitionId, t.requestKey] }),
    index("petition_step_request_taken").on(t.takenAt),
    rowsOf("petition_step_request", staff, ofAgency(t.agencyId)),
    rowsOf("petition_step_request", system, "all"),
  ],
).enableRLS();

/** A word of its citizen that nobody of the agency has answered; one a petition, the weightiest. */
export const petitionWord = pgTable(
  "petition_word",
  {
    agencyId: uuid("agency_id").notNull(),
    petitionId: uuid("petition_id").notNull(),
    personId: uuid("person_id").notNull(),
    what: text("what").notNull(),
    since: at("since").notNull(),
    /** When its officers were told; null: not yet. */
    toldAt: at("told_at"),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.petitionId] }),
    closedSet("petition_word_what", t.what, citizenWords),
    index("petition_word_untold")
      .on(t.since)
      .where(sql`told_at is null`),
    rowsOf("petition_word", citizen, ofPerson(t.personId)),
    rowsOf("petition_word", staff, ofAgency(t.agencyId)),
    rowsOf("petition_word", system, "all"),
  ],
).enableRLS();

/** The LINE user a member of staff linked to their account; one each. */
export const staffLine = pgTable(
  "staff_line",
  {
    agencyId: uuid("agency_id").notNull(),
    staffId: uuid("staff_id").notNull(),
    channel: text("channel").notNull(),
    lineUserId: text("line_user_id").notNull(),
    linkedAt: at("linked_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.staffId] }),
    unique("staff_line_user").on(t.channel, t.lineUserId),
    rowsOf("staff_line", gate, "all"),
    rowsOf("staff_line", staff, ofAgency(t.agencyId)),
    rowsOf("staff_line", system, "all"),
  ],
).enableRLS();

/** The code a member of staff types in chat to link their LINE: one at a time, kept as its keyed hash. */
export const staffLineCode = pgTable(
  "staff_line_code",
  {
    agencyId: uuid("agency_id").notNull(),
    staffId: uuid("staff_id").notNull(),
    codeHash: bytes("code_hash").notNull().unique("staff_line_code_hash"),
    expiresAt: at("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.staffId] }),
    rowsOf("staff_line_code", gate, "all"),
    rowsOf("staff_line_code", staff, ofAgency(t.agencyId)),
  ],
).enableRLS();
