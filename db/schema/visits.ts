import { sql } from "drizzle-orm";
import {
  date,
  index,
  integer,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { serviceCodeStatuses } from "../../server/visits/service-code.ts";
import { askingWays, evidences, visitStatuses } from "../../server/visits/visit.ts";
import { closedSet } from "./closed-set.ts";
import {
  bytes,
  citizen,
  gate,
  ofAgency,
  ofAgencyUnder,
  ofPerson,
  registrar,
  rowsOf,
  rowsOfPersonAtAgency,
  staff,
  system,
} from "./access.ts";
import { serviceType } from "./facilities.ts";
import { at } from "./moment.ts";

/** A person's coming to a facility on a day. Asking by QR makes a confirmed one; drafts come from the counter. */
export const visit = pgTable(
  "visit",
  {
    personId: uuid("person_id").notNull(),
    id: uuid("id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    day: date("day").notNull(),
    status: text("status").notNull(),
    way: text("way").notNull(),
    evidence: text("evidence"),
    /** Who asked: the person, or somebody with that person's yes. */
    askedBy: uuid("asked_by").notNull(),
    madeAt: at("made_at").notNull(),
    confirmedAt: at("confirmed_at"),
    /** Counts the changes of a draft: whoever saves names the one they saw. */
    version: integer("version").notNull().default(1),
    /** When the person came, as the clerk wrote it. */
    cameAt: at("came_at"),
    hn: text("hn"),
    an: text("an"),
    /** VisitContact (phones) and the rights read from the card, under the person's data key. */
    sealed: bytes("sealed"),
    /** Proof by card: the reading it came from. */
    correlationId: uuid("correlation_id"),
    queueNumber: integer("queue_number"),
    madeBy: uuid("made_by"),
    changedBy: uuid("changed_by"),
    changedAt: at("changed_at"),
    cancelledBy: uuid("cancelled_by"),
    cancelledAt: at("cancelled_at"),
    requestKey: text("request_key"),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    index("visit_agency_day").on(t.agencyId, t.day, t.id),
    index("visit_agency_person").on(t.agencyId, t.personId, t.day, t.id),
    index("visit_agency_draft")
      .on(t.agencyId, t.day, t.id)
      .where(sql`status = 'draft'`),
    index("visit_person_day").on(t.personId, t.day, t.id),
    uniqueIndex("visit_request").on(t.agencyId, t.requestKey),
    closedSet("visit_status", t.status, visitStatuses),
    closedSet("visit_way", t.way, askingWays),
    closedSet("visit_evidence", t.evidence, evidences),
    ...rowsOfPersonAtAgency("visit", t),
  ],
).enableRLS();

/** The services ticked on a draft; on confirming, each becomes a code. */
export const visitService = pgTable(
  "visit_service",
  {
    personId: uuid("person_id").notNull(),
    visitId: uuid("visit_id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    serviceType: text("service_type")
      .notNull()
      .references(() => serviceType.code),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.visitId, t.serviceType] }),
    rowsOf("visit_service", staff, ofAgency(t.agencyId)),
    rowsOf("visit_service", system, "all"),
  ],
).enableRLS();

/** The picture of face and card taken at the counter (F3, way 2); the bytes stand sealed in the file store. */
export const visitPicture = pgTable(
  "visit_picture",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    /** Null until the draft it was taken for is saved. */
    visitId: uuid("visit_id"),
    fileKey: text("file_key").notNull(),
    sha256: bytes("sha256").notNull(),
    size: integer("size").notNull(),
    madeBy: uuid("made_by").notNull(),
    madeAt: at("made_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    uniqueIndex("visit_picture_visit").on(t.visitId),
    index("visit_picture_loose")
      .on(t.madeAt)
      .where(sql`visit_id is null`),
    rowsOf("visit_picture", citizen, ofPerson(t.personId)),
    rowsOf("visit_picture", staff, ofAgency(t.agencyId)),
    rowsOf("visit_picture", registrar, ofAgencyUnder(t.agencyId)),
    rowsOf("visit_picture", system, "all"),
  ],
).enableRLS();

/** Feeds the permutation that makes service codes; its numbers are unique, its order is not shown. */
export const serviceCodeNumber = pgSequence("service_code_number", {
  minValue: 0,
  startWith: 0,
  maxValue: "9999999999",
});

/** Feeds the permutation that makes closing codes, under a key of their own. */
export const closingCodeNumber = pgSequence("closing_code_number", {
  minValue: 0,
  startWith: 0,
  maxValue: "9999999999",
});

/** One code for one service of a visit. At most one live code per person, day, facility and service. */
export const serviceCode = pgTable(
  "service_code",
  {
    personId: uuid("person_id").notNull(),
    id: uuid("id").notNull(),
    visitId: uuid("visit_id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    serviceType: text("service_type").notNull(),
    day: date("day").notNull(),
    code: text("code").notNull().unique("service_code_code"),
    status: text("status").notNull(),
    askedBy: uuid("asked_by").notNull(),
    qrId: uuid("qr_id"),
    /** The scan ticket's nonce: the request key of asking. */
    requestKey: text("request_key").notNull(),
    issuedAt: at("issued_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    usedAt: at("used_at"),
    usedBy: uuid("used_by"),
    closedAt: at("closed_at"),
    closedBy: uuid("closed_by"),
    /** `EP` and ten digits, given when the service was given. */
    closingCode: text("closing_code").unique("service_code_closing"),
    cancelledAt: at("cancelled_at"),
    cancelledBy: uuid("cancelled_by"),
    /** Why a facility's admin cancelled it; null when the citizen did. */
    cancelReason: text("cancel_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    uniqueIndex("service_code_live")
      .on(t.personId, t.day, t.agencyId, t.serviceType)
      .where(sql`status <> 'cancelled'`),
    index("service_code_history").on(t.personId, t.issuedAt, t.id),
    index("service_code_agency_day").on(t.agencyId, t.day, t.issuedAt),
    index("service_code_visit").on(t.visitId),
    index("service_code_open")
      .on(t.expiresAt)
      .where(sql`status = 'issued'`),
    uniqueIndex("service_code_request").on(t.personId, t.requestKey),
    closedSet("service_code_status", t.status, serviceCodeStatuses),
    ...rowsOfPersonAtAgency("service_code", t),
  ],
).enableRLS();

/** Who owns a scan: the first LINE user to open its ticket. Kept until the ticket dies, then swept. */
export const scanTicket = pgTable(
  "scan_ticket",
  {
    nonce: text("nonce").primaryKey(),
    channel: text("channel").notNull(),
    lineUserId: text("line_user_id").notNull(),
    ownedAt: at("owned_at").notNull(),
  },
  (t) => [
    index("scan_ticket_owned").on(t.ownedAt),
    rowsOf("scan_ticket", gate, "all"),
    rowsOf("scan_ticket", citizen, "all"),
    rowsOf("scan_ticket", system, "all"),
  ],
).enableRLS();
