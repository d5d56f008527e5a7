import { sql } from "drizzle-orm";
import { boolean, date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, citizen, gate, ofAgency, rowsOf, staff, system } from "./access.ts";
import { at } from "./moment.ts";

/** What a local government sets for itself beside its services and days: a LocalSetting. All of it is public. */
export const localSetting = pgTable(
  "local_setting",
  {
    agencyId: uuid("agency_id").primaryKey(),
    slug: text("slug").notNull().unique("local_setting_slug"),
    idPictures: text("id_pictures").array().notNull(),
    welcomeTh: text("welcome_th").notNull(),
    welcomeEn: text("welcome_en").notNull(),
    addressTh: text("address_th").notNull(),
    phone: text("phone").notNull(),
    keepDays: integer("keep_days").notNull(),
    /** The picture of its seal, sealed in the file store under a key of its own; null: none was given. */
    sealDataKey: bytes("seal_data_key"),
    sealFileKey: text("seal_file_key"),
  },
  (t) => [
    rowsOf("local_setting", gate, "all"),
    rowsOf("local_setting", citizen, "all"),
    rowsOf("local_setting", staff, ofAgency(t.agencyId)),
    rowsOf("local_setting", system, "all"),
  ],
).enableRLS();

/**
 * What an agency asks people to accept beside the terms of the door itself: an AgencyTerms a version, never rewritten. An
 * empty Thai text takes them back. All of it is public.
 */
export const agencyTerms = pgTable(
  "agency_terms",
  {
    agencyId: uuid("agency_id").notNull(),
    version: integer("version").notNull(),
    textTh: text("text_th").notNull(),
    textEn: text("text_en").notNull(),
    madeBy: uuid("made_by").notNull(),
    madeAt: at("made_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.version] }),
    rowsOf("agency_terms", gate, "all"),
    rowsOf("agency_terms", citizen, "all"),
    rowsOf("agency_terms", staff, ofAgency(t.agencyId)),
    rowsOf("agency_terms", system, "all"),
  ],
).enableRLS();

/** An agency's office hours: weekdays as ISO numbers (1 Monday), and minutes from midnight in Bangkok. */
export const officeHours = pgTable(
  "office_hours",
  {
    agencyId: uuid("agency_id").primaryKey(),
    weekdays: integer("weekdays").array().notNull(),
    opensMinute: integer("opens_minute").notNull(),
    closesMinute: integer("closes_minute").notNull(),
  },
  (t) => [
    rowsOf("office_hours", gate, "all"),
    rowsOf("office_hours", citizen, "all"),
    rowsOf("office_hours", staff, ofAgency(t.agencyId)),
    rowsOf("office_hours", system, "all"),
  ],
).enableRLS();

/** A day on which an agency differs from its weekdays: a holiday, or a working day that would be none. */
export const agencyDay = pgTable(
  "agency_day",
  {
    agencyId: uuid("agency_id").notNull(),
    day: date("day").notNull(),
    isWorking: boolean("is_working").notNull(),
    nameTh: text("name_th").notNull(),
    /** A working day that closes early, in minutes from midnight; null: as on other days. */
    closesMinute: integer("closes_minute"),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.day] }),
    rowsOf("agency_day", gate, "all"),
    rowsOf("agency_day", citizen, "all"),
    rowsOf("agency_day", staff, ofAgency(t.agencyId)),
    rowsOf("agency_day", system, "all"),
  ],
).enableRLS();

/** A change of an agency's days or hours: kept until the due days of its running petitions were counted anew. */
export const calendarChange = pgTable(
  "calendar_change",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").notNull(),
    madeBy: uuid("made_by").notNull(),
    madeAt: at("made_at").notNull(),
    appliedAt: at("applied_at"),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    index("calendar_change_open")
      .on(t.madeAt)
      .where(sql`applied_at is null`),
    rowsOf("calendar_change", staff, ofAgency(t.agencyId)),
    rowsOf("calendar_change", system, "all"),
  ],
).enableRLS();
