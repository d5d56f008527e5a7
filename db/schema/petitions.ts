import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from "drizzle-orm/pg-core";
import {
  pauseReasons,
  petitionDoers,
  petitionEventKinds,
  petitionOutcomes,
  petitionVias,
} from "../../server/petitions/petition.ts";
import { petitionStatuses } from "../../server/petitions/petition-status.ts";
import { bytes, citizen, ofAgency, ofPerson, rowsOf, staff, system } from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";

/** What petitions are sorted by when the day due counts: null, no day or a clock that stands, comes last. */
function dueKey(dueDay: AnyPgColumn) {
  return sql`coalesce(${dueDay}, 'infinity'::date)`;
}

/** Answers that were not sent yet: one draft for chat, page and counter (N15). One open draft a person and service. */
export const petitionDraft = pgTable(
  "petition_draft",
  {
    personId: uuid("person_id").notNull(),
    id: uuid("id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    serviceId: uuid("service_id").notNull(),
    serviceVersion: integer("service_version").notNull(),
    version: integer("version").notNull(),
    dataKey: bytes("data_key").notNull(),
    /** The answers as they were typed, right or not. */
    sealed: bytes("sealed").notNull(),
    madeAt: at("made_at").notNull(),
    savedAt: at("saved_at").notNull(),
    /** The petition it became; null: still open. */
    petitionId: uuid("petition_id"),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    uniqueIndex("petition_draft_open")
      .on(t.personId, t.agencyId, t.serviceId)
      .where(sql`petition_id is null`),
    index("petition_draft_saved").on(t.savedAt),
    rowsOf("petition_draft", citizen, ofPerson(t.personId)),
    rowsOf("petition_draft", staff, ofAgency(t.agencyId)),
    rowsOf("petition_draft", system, "all"),
  ],
).enableRLS();

/** A petition. `sealed` holds the answers and who filed it, under a data key of its own. */
export const petition = pgTable(
  "petition",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").notNull(),
    /** What people call it by, unique at the agency. */
    number: text("number").notNull(),
    personId: uuid("person_id").notNull(),
    serviceId: uuid("service_id").notNull(),
    serviceVersion: integer("service_version").notNull(),
    status: text("status").notNull(),
    outcome: text("outcome"),
    via: text("via").notNull(),
    /** The officer who filed it for somebody who came in person; null: the citizen did. */
    filedBy: uuid("filed_by"),
    wantsPaper: boolean("wants_paper").notNull(),
    dataKey: bytes("data_key").notNull(),
    sealed: bytes("sealed").notNull(),
    submittedAt: at("submitted_at").notNull(),
    /** When it counts as received by law (E6). */
    deemedReceivedAt: at("deemed_received_at").notNull(),
    /** Null: the service promises no day. */
    dueDay: date("due_day"),
    pauseReason: text("pause_reason"),
    pausedAt: at("paused_at"),
    unitId: uuid("unit_id"),
    officerId: uuid("officer_id"),
    version: integer("version").notNull(),
    completedAt: at("completed_at"),
    /** Until when the citizen may say that it was not done (N10). */
    testUntil: date("test_until"),
    reopened: integer("reopened").notNull().default(0),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    requestKey: text("request_key").notNull(),
    /** When its time was over and its key was destroyed: the row stays for the figures, its content is gone. */
    shreddedAt: at("shredded_at"),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    unique("petition_number").on(t.agencyId, t.number),
    unique("petition_request").on(t.personId, t.requestKey),
    index("petition_of_person").on(t.personId, t.submittedAt, t.id),
    index("petition_open")
      .on(t.agencyId, t.dueDay, t.id)
      .where(sql`status <> 'completed'`),
    index("petition_of_unit").on(t.agencyId, t.unitId, t.status, t.submittedAt, t.id),
    index("petition_of_officer").on(t.agencyId, t.officerId, t.status, t.submittedAt, t.id),
    index("petition_submitted").on(t.agencyId, t.submittedAt, t.id),
    index("petition_completed")
      .on(t.agencyId, t.completedAt)
      .where(sql`status = 'completed'`),
    index("petition_kept")
      .on(t.agencyId, t.completedAt)
      .where(sql`status = 'completed' and shredded_at is null`),
    index("petition_standing")
      .on(t.agencyId, t.serviceId, t.unitId, t.dueDay)
      .where(sql`status <> 'completed'`),
    index("petition_placed")
      .on(t.agencyId, t.submittedAt, t.id)
      .where(sql`latitude is not null`),
    // The officers' queue (server/petitions/store/queue.ts): what has no day due stands last.
    index("petition_due")
      .on(t.agencyId, dueKey(t.dueDay), t.id)
      .where(sql`status <> 'completed'`),
    index("petition_due_of_unit")
      .on(t.agencyId, t.unitId, dueKey(t.dueDay), t.id)
      .where(sql`status <> 'completed'`),
    index("petition_due_of_officer")
      .on(t.agencyId, t.officerId, dueKey(t.dueDay), t.id)
      .where(sql`status <> 'completed'`),
    index("petition_submitted_open")
      .on(t.agencyId, t.submittedAt, t.id)
      .where(sql`status <> 'completed'`),
    index("petition_of_service").on(t.agencyId, t.serviceId, t.submittedAt, t.id),
    closedSet("petition_status", t.status, petitionStatuses),
    closedSet("petition_outcome", t.outcome, petitionOutcomes),
    closedSet("petition_via", t.via, petitionVias),
    closedSet("petition_pause", t.pauseReason, pauseReasons),
    rowsOf("petition", citizen, ofPerson(t.personId)),
    rowsOf("petition", staff, ofAgency(t.agencyId)),
    rowsOf("petition", system, "all"),
  ],
).enableRLS();

/** What happened to a petition, in order; never changed. `sealed` holds the words, if any, under the petition's key. */
export const petitionEvent = pgTable(
  "petition_event",
  {
    agencyId: uuid("agency_id").notNull(),
    petitionId: uuid("petition_id").notNull(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    kind: text("kind").notNull(),
    doer: text("doer").notNull(),
    doerId: uuid("doer_id"),
    /** The status after it. */
    status: text("status").notNull(),
    /** Only officers see it. */
    isInternal: boolean("is_internal").notNull(),
    sealed: bytes("sealed"),
    happenedAt: at("happened_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.petitionId, t.id] }),
    closedSet("petition_event_kind", t.kind, petitionEventKinds),
    closedSet("petition_event_doer", t.doer, petitionDoers),
    closedSet("petition_event_status", t.status, petitionStatuses),
    rowsOf("petition_event", citizen, sql`${ofPerson(t.personId)} and not ${t.isInternal}`),
    rowsOf("petition_event", staff, ofAgency(t.agencyId)),
    rowsOf("petition_event", system, "all"),
  ],
).enableRLS();

/** The thread between citizen and agency, and the notes only officers see. Never changed. */
export const petitionMessage = pgTable(
  "petition_message",
  {
    agencyId: uuid("agency_id").notNull(),
    petitionId: uuid("petition_id").notNull(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    doer: text("doer").notNull(),
    doerId: uuid("doer_id"),
    isInternal: boolean("is_internal").notNull(),
    sealed: bytes("sealed").notNull(),
    saidAt: at("said_at").notNull(),
    requestKey: text("request_key").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.petitionId, t.id] }),
    unique("petition_message_request").on(t.agencyId, t.petitionId, t.requestKey),
    closedSet("petition_message_doer", t.doer, petitionDoers),
    rowsOf("petition_message", citizen, sql`${ofPerson(t.personId)} and not ${t.isInternal}`),
    rowsOf("petition_message", staff, ofAgency(t.agencyId)),
    rowsOf("petition_message", system, "all"),
  ],
).enableRLS();

/** A file of a draft or petition. Its bytes lie sealed in the file store; `sealed` holds its name. */
export const petitionFile = pgTable(
  "petition_file",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    draftId: uuid("draft_id"),
    petitionId: uuid("petition_id"),
    /** The form's field, by its path; null: it came with a message. */
    field: text("field"),
    /** Media type, told by the bytes. */
    mediaType: text("media_type").notNull(),
    size: integer("size").notNull(),
    dataKey: bytes("data_key").notNull(),
    sealed: bytes("sealed").notNull(),
    fileKey: text("file_key").notNull(),
    keptAt: at("kept_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    index("petition_file_draft").on(t.personId, t.draftId),
    index("petition_file_petition").on(t.agencyId, t.petitionId),
    index("petition_file_kept").on(t.keptAt),
    rowsOf("petition_file", citizen, ofPerson(t.personId)),
    rowsOf("petition_file", staff, ofAgency(t.agencyId)),
    rowsOf("petition_file", system, "all"),
  ],
).enableRLS();

/** The last number that was given out in a series and year at an agency: numbers without a gap. */
export const numberSeries = pgTable(
  "number_series",
  {
    agencyId: uuid("agency_id").notNull(),
    series: text("series").notNull(),
    yearBe: integer("year_be").notNull(),
    last: integer("last").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.series, t.yearBe] }),
    // Given out by next_number (db/sql) alone, which everybody calls.
    rowsOf("number_series", system, "all"),
  ],
).enableRLS();
