import { sql } from "drizzle-orm";
import {
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { serviceVersionStates } from "../../server/petitions/service-version.ts";
import { citizen, gate, ofAgency, rowsOf, staff, system } from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";

/** A part of an agency that petitions are worked on in ("กองช่าง"). Citizens are told the unit, never the officer. */
export const unit = pgTable(
  "unit",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").notNull(),
    nameTh: text("name_th").notNull(),
    nameEn: text("name_en").notNull(),
    closedAt: at("closed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    rowsOf("unit", gate, "all"),
    rowsOf("unit", citizen, "all"),
    rowsOf("unit", staff, ofAgency(t.agencyId)),
    rowsOf("unit", system, "all"),
  ],
).enableRLS();

/** Who works in which unit. */
export const staffUnit = pgTable(
  "staff_unit",
  {
    agencyId: uuid("agency_id").notNull(),
    staffId: uuid("staff_id").notNull(),
    unitId: uuid("unit_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.staffId, t.unitId] }),
    rowsOf("staff_unit", staff, ofAgency(t.agencyId)),
    rowsOf("staff_unit", system, "all"),
  ],
).enableRLS();

/** Where services stand for citizens ("หมวด"); a parent makes a sub-menu. */
export const serviceCategory = pgTable(
  "service_category",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").notNull(),
    parentId: uuid("parent_id"),
    nameTh: text("name_th").notNull(),
    nameEn: text("name_en").notNull(),
    position: integer("position").notNull(),
    /** Of the form that made it: sent twice, it makes one. */
    requestKey: text("request_key"),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    unique("service_category_request").on(t.agencyId, t.requestKey),
    index("service_category_parent").on(t.agencyId, t.parentId, t.position),
    rowsOf("service_category", gate, "all"),
    rowsOf("service_category", citizen, "all"),
    rowsOf("service_category", staff, ofAgency(t.agencyId)),
    rowsOf("service_category", system, "all"),
  ],
).enableRLS();

/** A service that can be asked for. `version` is the one in use; null: none was published yet. */
export const service = pgTable(
  "service",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").notNull(),
    categoryId: uuid("category_id").notNull(),
    /** Names the service in addresses and packs; never changed. */
    slug: text("slug").notNull(),
    unitId: uuid("unit_id"),
    version: integer("version"),
    position: integer("position").notNull(),
    closedAt: at("closed_at"),
    madeAt: at("made_at").notNull(),
    /** Names the form it was made by: sent twice, it makes one service. */
    requestKey: text("request_key"),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    unique("service_slug").on(t.agencyId, t.slug),
    unique("service_request").on(t.agencyId, t.requestKey),
    index("service_category_of").on(t.agencyId, t.categoryId, t.position),
    rowsOf("service", gate, "all"),
    rowsOf("service", citizen, "all"),
    rowsOf("service", staff, ofAgency(t.agencyId)),
    rowsOf("service", system, "all"),
  ],
).enableRLS();

/** What a service is and asks, as one definition (form, clock, texts); never changed once it was in use. */
export const serviceVersion = pgTable(
  "service_version",
  {
    agencyId: uuid("agency_id").notNull(),
    serviceId: uuid("service_id").notNull(),
    version: integer("version").notNull(),
    state: text("state").notNull(),
    /** A ServiceDefinition; public once published. */
    definition: jsonb("definition").notNull(),
    /** PackExample[]: answers it must accept or refuse; they travel with it as a pack. */
    examples: jsonb("examples")
      .notNull()
      .default(sql`'[]'`),
    /** A Wording: what whoever made it asks the agency to look at before publishing. */
    notes: jsonb("notes"),
    /** Counts the changes of a draft; who changes it says which one was seen. */
    revision: integer("revision").notNull().default(0),
    /** The draft's definition before its last change, for taking that back. */
    before: jsonb("before"),
    changedBy: uuid("changed_by"),
    changedAt: at("changed_at"),
    madeBy: uuid("made_by"),
    madeAt: at("made_at").notNull(),
    publishedAt: at("published_at"),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.serviceId, t.version] }),
    uniqueIndex("service_version_published")
      .on(t.agencyId, t.serviceId)
      .where(sql`state = 'published'`),
    uniqueIndex("service_version_draft")
      .on(t.agencyId, t.serviceId)
      .where(sql`state = 'draft'`),
    closedSet("service_version_state", t.state, serviceVersionStates),
    rowsOf("service_version", gate, sql`${t.state} <> 'draft'`),
    rowsOf("service_version", citizen, sql`${t.state} <> 'draft'`),
    rowsOf("service_version", staff, ofAgency(t.agencyId)),
    rowsOf("service_version", system, "all"),
  ],
).enableRLS();

/** A text that officers of an agency answer with again and again, in words of their own. */
export const cannedReply = pgTable(
  "canned_reply",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    madeBy: uuid("made_by").notNull(),
    changedAt: at("changed_at").notNull(),
    /** Of the form that made it: sent twice, it makes one. */
    requestKey: text("request_key"),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    unique("canned_reply_request").on(t.agencyId, t.requestKey),
    unique("canned_reply_title").on(t.agencyId, t.title),
    rowsOf("canned_reply", staff, ofAgency(t.agencyId)),
  ],
).enableRLS();

/** A service pack that was sent in and is looked at before it becomes a draft. */
export const packImport = pgTable(
  "pack_import",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").notNull(),
    /** A ServicePack, judged. */
    pack: jsonb("pack").notNull(),
    /** A PackSeal: who signed it; null: nobody. */
    seal: jsonb("seal"),
    madeBy: uuid("made_by").notNull(),
    madeAt: at("made_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    index("pack_import_made").on(t.agencyId, t.madeAt),
    rowsOf("pack_import", staff, ofAgency(t.agencyId)),
  ],
).enableRLS();
