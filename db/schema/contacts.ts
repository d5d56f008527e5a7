import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { idCheckStates, idPictureSlots } from "../../server/identity/id-check.ts";
import { citizenLinkPurposes } from "../../server/identity/citizen-link.ts";
import { bytes, citizen, gate, ofAgency, ofPerson, rowsOf, staff, system } from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";
import { person } from "./identity.ts";

/** What e-Service asks of a person beyond their number and name (E1.2): prefix, e-mail, address, sealed. */
export const contact = pgTable(
  "contact",
  {
    personId: uuid("person_id")
      .primaryKey()
      .references(() => person.id),
    sealed: bytes("sealed").notNull(),
    emailIndex: bytes("email_index").notNull(),
    emailProvenAt: at("email_proven_at"),
    /** Since when mail servers say that there is no such address; null: mails are taken. A new address sets it null. */
    emailUnreachableAt: at("email_unreachable_at"),
    /** The terms of e-Service that were accepted last (server/identity/terms.ts), and when. */
    termsVersion: text("terms_version").notNull(),
    termsAcceptedAt: at("terms_accepted_at").notNull(),
    savedAt: at("saved_at").notNull(),
    /** The version of each agency's own terms that was accepted last, by the agency's id. */
    agencyTerms: jsonb("agency_terms")
      .notNull()
      .default(sql`'{}'`),
  },
  (t) => [
    uniqueIndex("contact_email")
      .on(t.emailIndex)
      .where(sql`email_proven_at is not null`),
    rowsOf("contact", gate, "all"),
    rowsOf("contact", citizen, ofPerson(t.personId)),
    rowsOf("contact", system, "all"),
  ],
).enableRLS();

/** The password of a citizen's account, for browsers without LINE (E2): a slow hash bound to the person. */
export const citizenPassword = pgTable(
  "citizen_password",
  {
    personId: uuid("person_id")
      .primaryKey()
      .references(() => person.id),
    hash: bytes("hash").notNull(),
    changedAt: at("changed_at").notNull(),
    wrong: integer("wrong").notNull().default(0),
    nextTryAt: at("next_try_at"),
    lockedAt: at("locked_at"),
  },
  (t) => [
    rowsOf("citizen_password", gate, "all"),
    rowsOf("citizen_password", citizen, ofPerson(t.personId)),
    rowsOf("citizen_password", system, "all"),
  ],
).enableRLS();

/** A link sent to a citizen by mail; its token is an HMAC of the id and stands nowhere. */
export const citizenLink = pgTable(
  "citizen_link",
  {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id").notNull(),
    purpose: text("purpose").notNull(),
    madeAt: at("made_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    usedAt: at("used_at"),
  },
  (t) => [
    index("citizen_link_person").on(t.personId),
    closedSet("citizen_link_purpose", t.purpose, citizenLinkPurposes),
    rowsOf("citizen_link", gate, "all"),
    rowsOf("citizen_link", citizen, ofPerson(t.personId)),
    rowsOf("citizen_link", system, "all"),
  ],
).enableRLS();

/** Somebody's ID pictures before an officer of an agency (E1.3, E1.4). One that waits at a time. */
export const idCheck = pgTable(
  "id_check",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    state: text("state").notNull(),
    /** What is to be done again, as "slot:fault", for `sent_back`. */
    faults: text("faults").array(),
    /** What the officer wrote beside them, under the person's key; null: nothing. */
    said: bytes("said"),
    madeAt: at("made_at").notNull(),
    decidedBy: uuid("decided_by"),
    decidedAt: at("decided_at"),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    uniqueIndex("id_check_waiting")
      .on(t.agencyId, t.personId)
      .where(sql`state = 'waiting'`),
    index("id_check_queue").on(t.agencyId, t.state, t.madeAt),
    index("id_check_person").on(t.personId, t.madeAt),
    closedSet("id_check_state", t.state, idCheckStates),
    rowsOf("id_check", citizen, ofPerson(t.personId)),
    rowsOf("id_check", staff, ofAgency(t.agencyId)),
    rowsOf("id_check", system, "all"),
  ],
).enableRLS();

/**
 * A picture of such a check, crossed out before it was kept; its bytes lie sealed in the file store. Of no check until
 * all that are demanded are sent; a slot has one such picture.
 */
export const idPicture = pgTable(
  "id_picture",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").notNull(),
    checkId: uuid("check_id"),
    personId: uuid("person_id").notNull(),
    slot: text("slot").notNull(),
    dataKey: bytes("data_key").notNull(),
    fileKey: text("file_key").notNull(),
    keptAt: at("kept_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    index("id_picture_check").on(t.agencyId, t.checkId),
    uniqueIndex("id_picture_loose")
      .on(t.agencyId, t.personId, t.slot)
      .where(sql`check_id is null`),
    index("id_picture_kept").on(t.keptAt),
    closedSet("id_picture_slot", t.slot, idPictureSlots),
    rowsOf("id_picture", citizen, ofPerson(t.personId)),
    rowsOf("id_picture", staff, ofAgency(t.agencyId)),
    rowsOf("id_picture", system, "all"),
  ],
).enableRLS();

/** A picture a person shows of themselves in their account (E1.3), if they like; its bytes lie sealed in the file store. */
export const profilePicture = pgTable(
  "profile_picture",
  {
    personId: uuid("person_id")
      .primaryKey()
      .references(() => person.id),
    id: uuid("id").notNull(),
    dataKey: bytes("data_key").notNull(),
    fileKey: text("file_key").notNull(),
    keptAt: at("kept_at").notNull(),
  },
  (t) => [rowsOf("profile_picture", citizen, ofPerson(t.personId)), rowsOf("profile_picture", system, "all")],
).enableRLS();
