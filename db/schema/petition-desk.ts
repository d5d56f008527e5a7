import { index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, gate, ofAgency, rowsOf, staff, system } from "./access.ts";
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
