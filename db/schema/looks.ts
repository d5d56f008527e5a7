import { date, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { lookCaseStates, lookedAt } from "../../server/audit/look.ts";
import {
  bytes,
  citizen,
  ofAgency,
  ofPerson,
  registrar,
  rowsOf,
  rowsOfPersonAtAgency,
  staff,
  system,
} from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";

/** Every look at a person from the console: who, when, what, what for (N8). Insert-only. */
export const look = pgTable(
  "look",
  {
    personId: uuid("person_id").notNull(),
    id: uuid("id").notNull(),
    at: at("at").notNull(),
    agencyId: uuid("agency_id").notNull(),
    staffId: uuid("staff_id").notNull(),
    what: text("what").notNull(),
    /** The reason that was given, or the page's own purpose. */
    purpose: text("purpose").notNull(),
    subjectId: text("subject_id"),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    index("look_agency").on(t.agencyId, t.at),
    closedSet("look_what", t.what, lookedAt),
    rowsOf("look", citizen, ofPerson(t.personId)),
    rowsOf("look", staff, ofAgency(t.agencyId)),
    rowsOf("look", registrar, ofAgency(t.agencyId)),
    rowsOf("look", system, "all"),
  ],
).enableRLS();

/** A look at very many at once (an export): the days it covered. Each person with a visit in them is shown it. */
export const bulkLook = pgTable(
  "bulk_look",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").notNull(),
    at: at("at").notNull(),
    staffId: uuid("staff_id").notNull(),
    what: text("what").notNull(),
    purpose: text("purpose").notNull(),
    fromDay: date("from_day").notNull(),
    untilDay: date("until_day").notNull(),
    /** Only visits with this service; null: all. */
    serviceType: text("service_type"),
    rows: integer("rows"),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    index("bulk_look_days").on(t.agencyId, t.fromDay, t.untilDay),
    closedSet("bulk_look_what", t.what, lookedAt),
    rowsOf("bulk_look", citizen, "all"),
    rowsOf("bulk_look", staff, ofAgency(t.agencyId)),
    rowsOf("bulk_look", system, "all"),
  ],
).enableRLS();

/** A citizen said that a look was not right; the agency answers, the office above sees it. */
export const lookCase = pgTable(
  "look_case",
  {
    personId: uuid("person_id").notNull(),
    id: uuid("id").notNull(),
    lookId: uuid("look_id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    dataKey: bytes("data_key").notNull(),
    /** What the citizen wrote, and the answer. */
    sealed: bytes("sealed").notNull(),
    state: text("state").notNull(),
    madeAt: at("made_at").notNull(),
    answeredBy: uuid("answered_by"),
    answeredAt: at("answered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    unique("look_case_look").on(t.personId, t.lookId),
    index("look_case_agency").on(t.agencyId, t.state, t.madeAt),
    closedSet("look_case_state", t.state, lookCaseStates),
    ...rowsOfPersonAtAgency("look_case", t),
  ],
).enableRLS();
