import { sql } from "drizzle-orm";
import {
  bigint,
  date,
  index,
  integer,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { qrKinds, scanOutcomes } from "../../server/visits/facility-qr.ts";
import { serviceCodeStatuses } from "../../server/visits/service-code.ts";
import { serviceKinds } from "../../server/visits/service-type.ts";
import { askingWays, evidences, visitStatuses } from "../../server/visits/visit.ts";
import { closedSet } from "./closed-set.ts";
import { citizen, gate, ofAgency, ofPerson, rowsOf, staff, system } from "./access.ts";

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** A tenant: a health facility today; municipalities and central offices are agencies too. Public knowledge. */
export const agency = pgTable("agency", {
  id: uuid("id").primaryKey(),
  kind: text("kind").notNull(),
  nameTh: text("name_th").notNull(),
  nameEn: text("name_en").notNull(),
  createdAt: at("created_at").notNull(),
});

/** The facility behind an agency of that kind. */
export const facility = pgTable("facility", {
  agencyId: uuid("agency_id")
    .primaryKey()
    .references(() => agency.id),
  hcode: text("hcode").notNull().unique(),
  /** Telephone shown to citizens who need help. Null: none. */
  telephone: text("telephone"),
  closedAt: at("closed_at"),
});

/** The kinds of service a code can be asked for: data with dates of validity, never an enum. */
export const serviceType = pgTable(
  "service_type",
  {
    code: text("code").primaryKey(),
    kind: text("kind").notNull(),
    nameTh: text("name_th").notNull(),
    nameEn: text("name_en").notNull(),
    validFrom: date("valid_from").notNull(),
    validUntil: date("valid_until"),
  },
  (t) => [closedSet("service_type_kind", t.kind, serviceKinds)],
);

/** Which services a facility offers, and when. */
export const facilityService = pgTable(
  "facility_service",
  {
    agencyId: uuid("agency_id")
      .notNull()
      .references(() => facility.agencyId),
    serviceType: text("service_type")
      .notNull()
      .references(() => serviceType.code),
    validFrom: date("valid_from").notNull(),
    validUntil: date("valid_until"),
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.serviceType] })],
);

/** A facility's QR for one service. `number` stands in the token, `short_number` in the nine-digit code. */
export const facilityQr = pgTable(
  "facility_qr",
  {
    id: uuid("id").primaryKey(),
    agencyId: uuid("agency_id")
      .notNull()
      .references(() => facility.agencyId),
    serviceType: text("service_type")
      .notNull()
      .references(() => serviceType.code),
    kind: text("kind").notNull(),
    number: bigint("number", { mode: "number" }).notNull().unique(),
    shortNumber: integer("short_number").notNull().unique(),
    madeAt: at("made_at").notNull(),
    revokedAt: at("revoked_at"),
    replacedBy: uuid("replaced_by"),
    requestKey: text("request_key").notNull(),
  },
  (t) => [
    unique("facility_qr_request").on(t.agencyId, t.requestKey),
    uniqueIndex("facility_qr_screen")
      .on(t.agencyId, t.serviceType)
      .where(sql`kind = 'screen' and revoked_at is null`),
    closedSet("facility_qr_kind", t.kind, qrKinds),
    rowsOf("facility_qr", gate, "all"),
    rowsOf("facility_qr", citizen, "all"),
    rowsOf("facility_qr", staff, ofAgency(t.agencyId)),
    rowsOf("facility_qr", system, "all"),
  ],
).enableRLS();

/** Each scan of a facility QR, refused ones too. Says nothing about who scanned. */
export const qrScan = pgTable(
  "qr_scan",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").notNull(),
    qrId: uuid("qr_id").notNull(),
    scannedAt: at("scanned_at").notNull(),
    outcome: text("outcome").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    index("qr_scan_qr").on(t.qrId, t.scannedAt),
    closedSet("qr_scan_outcome", t.outcome, scanOutcomes),
    rowsOf("qr_scan", gate, "all"),
    rowsOf("qr_scan", staff, ofAgency(t.agencyId)),
    rowsOf("qr_scan", system, "all"),
  ],
).enableRLS();

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
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    index("visit_agency_day").on(t.agencyId, t.day, t.id),
    closedSet("visit_status", t.status, visitStatuses),
    closedSet("visit_way", t.way, askingWays),
    closedSet("visit_evidence", t.evidence, evidences),
    rowsOf("visit", citizen, ofPerson(t.personId)),
    rowsOf("visit", staff, ofAgency(t.agencyId)),
    rowsOf("visit", system, "all"),
  ],
).enableRLS();

/** Feeds the permutation that makes service codes; its numbers are unique, its order is not shown. */
export const serviceCodeNumber = pgSequence("service_code_number", {
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
    cancelledAt: at("cancelled_at"),
    cancelledBy: uuid("cancelled_by"),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    uniqueIndex("service_code_live")
      .on(t.personId, t.day, t.agencyId, t.serviceType)
      .where(sql`status <> 'cancelled'`),
    index("service_code_history").on(t.personId, t.issuedAt, t.id),
    index("service_code_agency_day").on(t.agencyId, t.day, t.issuedAt),
    uniqueIndex("service_code_request").on(t.personId, t.requestKey),
    closedSet("service_code_status", t.status, serviceCodeStatuses),
    rowsOf("service_code", citizen, ofPerson(t.personId)),
    rowsOf("service_code", staff, ofAgency(t.agencyId)),
    rowsOf("service_code", system, "all"),
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
