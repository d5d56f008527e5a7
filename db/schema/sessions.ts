import { sql } from "drizzle-orm";
import { boolean, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { staffFactors } from "../../server/agencies/staff-factor.ts";
import { challengePurposes } from "../../server/agencies/passkey.ts";
import { staffLevels } from "../../server/kernel/actor.ts";
import {
  bytes,
  citizen,
  contextLineUser,
  gate,
  ofAgency,
  registrar,
  rowsOf,
  staff,
  system,
} from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";

/** A citizen's session: known by the SHA-256 of its cookie. Both levels stand in one row. */
export const session = pgTable(
  "session",
  {
    tokenHash: bytes("token_hash").primaryKey(),
    id: uuid("id").notNull().unique(),
    channel: text("channel").notNull(),
    lineUserId: text("line_user_id").notNull(),
    /** "liff" or "browser". */
    via: text("via").notNull(),
    /** Family of browser and system ("Chrome · Android"), for the list of devices. */
    device: text("device").notNull(),
    signedInAt: at("signed_in_at").notNull(),
    unlockedAt: at("unlocked_at"),
    lastUsedAt: at("last_used_at").notNull(),
    endedAt: at("ended_at"),
  },
  (t) => [
    index("session_line_user").on(t.channel, t.lineUserId, t.lastUsedAt),
    rowsOf("session", gate, "all"),
    rowsOf("session", citizen, sql`${t.channel} || '/' || ${t.lineUserId} = ${contextLineUser}`),
    rowsOf("session", system, "all"),
  ],
).enableRLS();

/** A one-time link into the console of one agency, made by the administrator until accounts exist. */
export const consoleLink = pgTable(
  "console_link",
  {
    tokenHash: bytes("token_hash").primaryKey(),
    agencyId: uuid("agency_id").notNull(),
    madeAt: at("made_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    usedAt: at("used_at"),
  },
  () => [rowsOf("console_link", gate, "all"), rowsOf("console_link", system, "all")],
).enableRLS();

/**
 * A session in the console. After the password alone `factor_at` is null and the session opens nothing but the
 * second step. A session that came by a console link belongs to no account.
 */
export const staffSession = pgTable(
  "staff_session",
  {
    tokenHash: bytes("token_hash").primaryKey(),
    id: uuid("id").notNull().unique(),
    staffId: uuid("staff_id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    level: text("level").notNull(),
    /** "password" (an account) or "link" (a console link). */
    via: text("via").notNull(),
    device: text("device").notNull(),
    factorAt: at("factor_at"),
    /** By which second step it became whole; null: it is not, or came by a link. */
    factor: text("factor"),
    signedInAt: at("signed_in_at").notNull(),
    lastUsedAt: at("last_used_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    endedAt: at("ended_at"),
    /** Ended because the account came in at another machine: said when this one asks again. */
    endedElsewhere: boolean("ended_elsewhere").notNull().default(false),
  },
  (t) => [
    index("staff_session_staff")
      .on(t.staffId)
      .where(sql`ended_at is null`),
    closedSet("staff_session_level", t.level, staffLevels),
    closedSet("staff_session_factor", t.factor, staffFactors),
    rowsOf("staff_session", gate, "all"),
    rowsOf("staff_session", staff, ofAgency(t.agencyId)),
    rowsOf("staff_session", registrar, "all"),
    rowsOf("staff_session", system, "all"),
  ],
).enableRLS();

/** What a console session is in the middle of; taken once, and gone with the session. */
export const staffChallenge = pgTable(
  "staff_challenge",
  {
    sessionId: uuid("session_id")
      .notNull()
      .references(() => staffSession.id, { onDelete: "cascade" }),
    purpose: text("purpose").notNull(),
    /** The challenge a passkey signs; for `authenticator` its secret, sealed. */
    secret: bytes("secret").notNull(),
    expiresAt: at("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.purpose] }),
    closedSet("staff_challenge_purpose", t.purpose, challengePurposes),
    rowsOf("staff_challenge", gate, "all"),
  ],
).enableRLS();
