import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { accountDoors } from "../../server/identity/account-door.ts";
import { assuranceLevels } from "../../server/identity/assurance.ts";
import { consentAnswers } from "../../server/identity/consent.ts";
import { otpPurposes } from "../../server/identity/otp.ts";
import { languages } from "../../server/kernel/language.ts";
import { closedSet } from "./closed-set.ts";
import { bytes, citizen, contextLineUser, gate, ofPerson, rowsOf, system } from "./access.ts";
import { at } from "./moment.ts";

/**
 * Anyone whose citizen id the system has met. `sealed` holds citizen id, name and birth date under `data_key`;
 * only `citizen_index` (a keyed blind index) can be searched.
 */
export const person = pgTable(
  "person",
  {
    id: uuid("id").primaryKey(),
    citizenIndex: bytes("citizen_index").notNull().unique(),
    dataKey: bytes("data_key").notNull(),
    sealed: bytes("sealed").notNull(),
    assurance: text("assurance").notNull(),
    createdAt: at("created_at").notNull(),
  },
  (t) => [
    closedSet("person_assurance", t.assurance, assuranceLevels),
    rowsOf("person", gate, "all"),
    rowsOf("person", citizen, ofPerson(t.id)),
    rowsOf("person", system, "all"),
  ],
).enableRLS();

/**
 * A person who registered. The PIN is a slow hash bound to `pin_id` and a pepper outside the database; all three null:
 * none was chosen yet (who joined by a browser without LINE needs none).
 */
export const account = pgTable(
  "account",
  {
    personId: uuid("person_id")
      .primaryKey()
      .references(() => person.id),
    pinId: uuid("pin_id"),
    pinHash: bytes("pin_hash"),
    pinWrong: integer("pin_wrong").notNull().default(0),
    pinNextTryAt: at("pin_next_try_at"),
    pinDisabledAt: at("pin_disabled_at"),
    pinChangedAt: at("pin_changed_at"),
    /** "web": by a number and a phone alone, no card seen; such an account sees what others wrote only once checked. */
    openedBy: text("opened_by").notNull().default("line"),
    createdAt: at("created_at").notNull(),
  },
  (t) => [
    closedSet("account_opened_by", t.openedBy, accountDoors),
    rowsOf("account", gate, "all"),
    rowsOf("account", citizen, ofPerson(t.personId)),
    rowsOf("account", system, "all"),
  ],
).enableRLS();

/** A phone whose owner proved it by OTP. One current phone an account; a change replaces the row. */
export const phone = pgTable(
  "phone",
  {
    personId: uuid("person_id")
      .primaryKey()
      .references(() => person.id),
    phoneIndex: bytes("phone_index").notNull(),
    sealed: bytes("sealed").notNull(),
    provenAt: at("proven_at").notNull(),
  },
  (t) => [
    index("phone_number").on(t.phoneIndex),
    rowsOf("phone", gate, "all"),
    rowsOf("phone", citizen, ofPerson(t.personId)),
    rowsOf("phone", system, "all"),
  ],
).enableRLS();

/**
 * A LINE user of one channel's provider, and the account it is linked to, if any. Made at the first event or
 * sign-in; survives unfollowing, so that a later follow picks up where it was.
 */
export const lineUser = pgTable(
  "line_user",
  {
    channel: text("channel").notNull(),
    lineUserId: text("line_user_id").notNull(),
    personId: uuid("person_id").references(() => person.id),
    linkedAt: at("linked_at"),
    blockedAt: at("blocked_at"),
    language: text("language").notNull(),
    largeText: boolean("large_text").notNull(),
    createdAt: at("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.channel, t.lineUserId] }),
    uniqueIndex("line_user_person")
      .on(t.channel, t.personId)
      .where(sql`person_id is not null`),
    closedSet("line_user_language", t.language, languages),
    rowsOf("line_user", gate, "all"),
    rowsOf("line_user", citizen, ofPerson(t.personId)),
    rowsOf("line_user", system, "all"),
  ],
).enableRLS();

/** What people answered to the consent text, once an answer; withdrawn is an answer too. Never changed. */
export const consent = pgTable(
  "consent",
  {
    id: uuid("id").primaryKey(),
    channel: text("channel").notNull(),
    lineUserId: text("line_user_id").notNull(),
    personId: uuid("person_id").references(() => person.id),
    version: text("version").notNull(),
    answer: text("answer").notNull(),
    language: text("language").notNull(),
    answeredAt: at("answered_at").notNull(),
    via: text("via").notNull(),
  },
  (t) => [
    index("consent_line_user").on(t.channel, t.lineUserId, t.answeredAt),
    index("consent_person").on(t.personId, t.answeredAt),
    closedSet("consent_answer", t.answer, consentAnswers),
    rowsOf("consent", gate, sql`${t.channel} || '/' || ${t.lineUserId} = ${contextLineUser}`),
    rowsOf("consent", citizen, ofPerson(t.personId)),
    rowsOf("consent", system, "all"),
  ],
).enableRLS();

/**
 * A walk through the registration or recovery pages that is not finished. The answers are sealed under a data
 * key of the draft's own; both are emptied when it ends.
 */
export const registration = pgTable(
  "registration",
  {
    id: uuid("id").primaryKey(),
    channel: text("channel").notNull(),
    lineUserId: text("line_user_id").notNull(),
    kind: text("kind").notNull(),
    step: text("step").notNull(),
    version: integer("version").notNull(),
    dataKey: bytes("data_key"),
    sealed: bytes("sealed"),
    startedAt: at("started_at").notNull(),
    changedAt: at("changed_at").notNull(),
    remindedAt: at("reminded_at"),
    endedAt: at("ended_at"),
    outcome: text("outcome"),
  },
  (t) => [
    uniqueIndex("registration_open")
      .on(t.channel, t.lineUserId, t.kind)
      .where(sql`ended_at is null`),
    index("registration_idle")
      .on(t.changedAt)
      .where(sql`ended_at is null and reminded_at is null`),
    closedSet("registration_kind", t.kind, ["registration", "recovery", "join"]),
    rowsOf("registration", gate, sql`${t.channel} || '/' || ${t.lineUserId} = ${contextLineUser}`),
    rowsOf("registration", system, "all"),
  ],
).enableRLS();

/** One OTP that was asked for. The digits are not here: they are derived from the id when the SMS is written. */
export const otp = pgTable(
  "otp",
  {
    id: uuid("id").primaryKey(),
    channel: text("channel").notNull(),
    lineUserId: text("line_user_id").notNull(),
    purpose: text("purpose").notNull(),
    subjectId: uuid("subject_id").notNull(),
    phoneIndex: bytes("phone_index").notNull(),
    dataKey: bytes("data_key").notNull(),
    sealedPhone: bytes("sealed_phone").notNull(),
    reference: text("reference").notNull(),
    createdAt: at("created_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    usedAt: at("used_at"),
    replacedAt: at("replaced_at"),
  },
  (t) => [
    index("otp_subject").on(t.channel, t.lineUserId, t.purpose, t.createdAt),
    closedSet("otp_purpose", t.purpose, otpPurposes),
    rowsOf("otp", gate, sql`${t.channel} || '/' || ${t.lineUserId} = ${contextLineUser}`),
    rowsOf("otp", citizen, sql`${t.channel} || '/' || ${t.lineUserId} = ${contextLineUser}`),
    rowsOf("otp", system, "all"),
  ],
).enableRLS();

/** Wrong OTP answers per LINE user and purpose, across every OTP and resend. */
export const otpThrottle = pgTable(
  "otp_throttle",
  {
    channel: text("channel").notNull(),
    lineUserId: text("line_user_id").notNull(),
    purpose: text("purpose").notNull(),
    wrongInRow: integer("wrong_in_row").notNull(),
    wrongSinceDay: integer("wrong_since_day").notNull(),
    dayStartedAt: at("day_started_at").notNull(),
    closedUntil: at("closed_until"),
  },
  (t) => [
    primaryKey({ columns: [t.channel, t.lineUserId, t.purpose] }),
    rowsOf("otp_throttle", gate, sql`${t.channel} || '/' || ${t.lineUserId} = ${contextLineUser}`),
    rowsOf("otp_throttle", citizen, sql`${t.channel} || '/' || ${t.lineUserId} = ${contextLineUser}`),
    rowsOf("otp_throttle", system, "all"),
  ],
).enableRLS();

/** Counters of a limit in one time bucket (per phone, address, LINE user; the global OTP failure budget). */
export const limitCount = pgTable(
  "limit_count",
  {
    name: text("name").notNull(),
    key: text("key").notNull(),
    bucket: at("bucket").notNull(),
    count: integer("count").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.name, t.key, t.bucket] }),
    rowsOf("limit_count", gate, "all"),
    rowsOf("limit_count", citizen, "all"),
    rowsOf("limit_count", system, "all"),
  ],
).enableRLS();
