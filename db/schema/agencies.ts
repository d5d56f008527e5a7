import { sql } from "drizzle-orm";
import { bigint, date, index, integer, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { accessChanges, accessDecisions, accessRequestStates } from "../../server/agencies/access-request.ts";
import { staffLevels } from "../../server/kernel/actor.ts";
import { staffLinkPurposes } from "../../server/agencies/staff-link.ts";
import { staffStates } from "../../server/agencies/staff.ts";
import { bytes, gate, ofAgency, registrar, rowsOf, staff as staffRole, system } from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";

/** A personal account in the console. `sealed` holds the StaffFacts under `data_key`. */
export const staff = pgTable(
  "staff",
  {
    id: uuid("id").primaryKey(),
    agencyId: uuid("agency_id").notNull(),
    /** The agency whose registrar grants and ends it. */
    registrarId: uuid("registrar_id").notNull(),
    level: text("level").notNull(),
    state: text("state").notNull(),
    /** Lower case; unique over the deployment. */
    username: text("username").notNull().unique("staff_username"),
    dataKey: bytes("data_key").notNull(),
    sealed: bytes("sealed").notNull(),
    citizenIndex: bytes("citizen_index").notNull(),
    emailIndex: bytes("email_index").notNull(),
    passwordHash: bytes("password_hash"),
    passwordChangedAt: at("password_changed_at"),
    /** When the person accepted that the right may not be given to anybody else. */
    acceptedAt: at("accepted_at"),
    lastSignInAt: at("last_sign_in_at"),
    /** The last of the warnings (45, 55 days) that was sent for this stretch without signing in. */
    warnedDays: integer("warned_days").notNull().default(0),
    wrong: integer("wrong").notNull().default(0),
    nextTryAt: at("next_try_at"),
    lockedAt: at("locked_at"),
    /** The shared secret of the authenticator app, sealed; null: none yet. */
    totp: bytes("totp"),
    totpConfirmedAt: at("totp_confirmed_at"),
    /** The last time step that was accepted: a code is worth one use. */
    totpStep: bigint("totp_step", { mode: "number" }),
    madeAt: at("made_at").notNull(),
    endedAt: at("ended_at"),
    endReason: text("end_reason"),
    /** The local_admin who gave the present level; null: a registrar or the administrator did. */
    grantedBy: uuid("granted_by"),
    /** Of the form that invited them last: sent twice, it invites once. */
    requestKey: text("request_key"),
  },
  (t) => [
    unique("staff_request").on(t.agencyId, t.requestKey),
    uniqueIndex("staff_person")
      .on(t.agencyId, t.citizenIndex)
      .where(sql`state <> 'ended'`),
    index("staff_email").on(t.emailIndex),
    index("staff_registrar").on(t.registrarId, t.id),
    closedSet("staff_level", t.level, staffLevels),
    closedSet("staff_state", t.state, staffStates),
    rowsOf("staff", gate, "all"),
    rowsOf("staff", staffRole, ofAgency(t.agencyId)),
    rowsOf("staff", registrar, ofAgency(t.registrarId)),
    rowsOf("staff", system, "all"),
  ],
).enableRLS();

/** A passkey of an account. */
export const staffPasskey = pgTable(
  "staff_passkey",
  {
    credentialId: text("credential_id").primaryKey(),
    staffId: uuid("staff_id").notNull(),
    publicKey: bytes("public_key").notNull(),
    counter: bigint("counter", { mode: "number" }).notNull(),
    name: text("name").notNull(),
    madeAt: at("made_at").notNull(),
    lastUsedAt: at("last_used_at"),
  },
  (t) => [index("staff_passkey_staff").on(t.staffId), rowsOf("staff_passkey", gate, "all")],
).enableRLS();

/** A link sent by mail; its token is an HMAC of the id and stands nowhere. */
export const staffLink = pgTable(
  "staff_link",
  {
    id: uuid("id").primaryKey(),
    staffId: uuid("staff_id").notNull(),
    purpose: text("purpose").notNull(),
    madeAt: at("made_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    usedAt: at("used_at"),
  },
  (t) => [
    index("staff_link_staff").on(t.staffId),
    closedSet("staff_link_purpose", t.purpose, staffLinkPurposes),
    rowsOf("staff_link", gate, "all"),
    // The accounts that the agency of the context sees, by the policy of their own table.
    rowsOf("staff_link", staffRole, sql`exists (select 1 from staff s where s.id = ${t.staffId})`),
    rowsOf("staff_link", registrar, "all"),
    rowsOf("staff_link", system, "all"),
  ],
).enableRLS();

/**
 * An agency's letter that asks for access for its people (F1.1). `sealed` holds the TypedRequest as it stands. While it
 * is a draft the agency itself stands as its registrar: nobody above reads what was not sent.
 */
export const accessRequest = pgTable(
  "access_request",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").primaryKey(),
    registrarId: uuid("registrar_id").notNull(),
    state: text("state").notNull(),
    letterDate: date("letter_date"),
    dataKey: bytes("data_key").notNull(),
    sealed: bytes("sealed").notNull(),
    /** The signed scan, by its key in the file store. */
    scanKey: text("scan_key"),
    madeBy: uuid("made_by").notNull(),
    madeAt: at("made_at").notNull(),
    sentAt: at("sent_at"),
    decidedAt: at("decided_at"),
    withdrawnAt: at("withdrawn_at"),
    /** Counted up by every change of the draft: whoever saves an older one is told. */
    version: integer("version").notNull().default(1),
    requestKey: text("request_key").notNull(),
  },
  (t) => [
    unique("access_request_request").on(t.agencyId, t.requestKey),
    index("access_request_registrar").on(t.registrarId, t.state, t.sentAt),
    index("access_request_agency").on(t.agencyId, t.madeAt),
    closedSet("access_request_state", t.state, accessRequestStates),
    rowsOf("access_request", staffRole, ofAgency(t.agencyId)),
    rowsOf("access_request", registrar, ofAgency(t.registrarId)),
    rowsOf("access_request", system, "all"),
  ],
).enableRLS();

/** One person of a request: who comes, at which level, or who leaves; and what the registrar decided. */
export const accessPerson = pgTable(
  "access_person",
  {
    agencyId: uuid("agency_id").notNull(),
    registrarId: uuid("registrar_id").notNull(),
    id: uuid("id").primaryKey(),
    requestId: uuid("request_id")
      .notNull()
      .references(() => accessRequest.id),
    change: text("change").notNull(),
    level: text("level"),
    /** StaffFacts under the request's data key; null for somebody who leaves. */
    sealed: bytes("sealed"),
    /** The account that ends, for `leave`. */
    leavingId: uuid("leaving_id"),
    decision: text("decision").notNull(),
    reason: text("reason"),
    decidedBy: uuid("decided_by"),
    decidedAt: at("decided_at"),
    /** The account that was made or brought back. */
    staffId: uuid("staff_id"),
  },
  (t) => [
    index("access_person_request").on(t.requestId),
    closedSet("access_person_change", t.change, accessChanges),
    closedSet("access_person_decision", t.decision, accessDecisions),
    rowsOf("access_person", staffRole, ofAgency(t.agencyId)),
    rowsOf("access_person", registrar, ofAgency(t.registrarId)),
    rowsOf("access_person", system, "all"),
  ],
).enableRLS();
