import { sql } from "drizzle-orm";
import {
  bigint,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { qrKinds, scanOutcomes } from "../../server/visits/facility-qr.ts";
import { serviceKinds } from "../../server/visits/service-type.ts";
import { citizen, gate, ofAgency, rowsOf, staff, system } from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";

/** A tenant: a health facility today; municipalities and central offices are agencies too. Public knowledge. */
export const agency = pgTable("agency", {
  id: uuid("id").primaryKey(),
  kind: text("kind").notNull(),
  /** Number of the region ("เขต") a facility lies in or an office is for; null for the centre. */
  region: integer("region"),
  /** The office above: a facility's regional office, an office's centre. */
  registrarId: uuid("registrar_id"),
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
    index("qr_scan_agency").on(t.agencyId, t.scannedAt),
    closedSet("qr_scan_outcome", t.outcome, scanOutcomes),
    rowsOf("qr_scan", gate, "all"),
    rowsOf("qr_scan", staff, ofAgency(t.agencyId)),
    rowsOf("qr_scan", system, "all"),
  ],
).enableRLS();
