import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { softTokenStates } from "../../server/credentials/soft-token.ts";
import { proofOutcomes } from "../../server/credentials/proof.ts";
import { proofers, registrationStates } from "../../server/credentials/token-registration.ts";
import { bytes, gate, holder, ofSeat, ofTokenOffice, rowsOf, staff, system } from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";
import { seatHolding } from "./seats.ts";

/** The registration of one holding, resumable at every step. `sealed` holds the RegistrationFacts typed so far. */
export const tokenRegistration = pgTable(
  "token_registration",
  {
    holdingId: uuid("holding_id")
      .primaryKey()
      .references(() => seatHolding.id),
    agencyId: uuid("agency_id").notNull(),
    issuerId: uuid("issuer_id").notNull(),
    seatId: uuid("seat_id").notNull(),
    personId: uuid("person_id").notNull(),
    state: text("state").notNull(),
    dataKey: bytes("data_key").notNull(),
    sealed: bytes("sealed").notNull(),
    consentVersion: text("consent_version"),
    consentedAt: at("consented_at"),
    provenBy: text("proven_by"),
    provenAt: at("proven_at"),
    /** The code that was mailed to the address in `sealed`; the code itself is an HMAC of this id. */
    emailCodeId: uuid("email_code_id"),
    emailCodeAt: at("email_code_at"),
    emailCodeWrong: integer("email_code_wrong").notNull().default(0),
    emailProvenAt: at("email_proven_at"),
    sentAt: at("sent_at"),
    decidedBy: uuid("decided_by"),
    decidedAt: at("decided_at"),
    /** Why it was refused, in words the holder reads; sealed under `data_key`. */
    reason: bytes("reason"),
    begunAt: at("begun_at").notNull(),
    /** Counted up by every change: whoever saves an older one is told. */
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("token_registration_queue").on(t.issuerId, t.state, t.sentAt),
    index("token_registration_agency").on(t.agencyId, t.state),
    closedSet("token_registration_state", t.state, registrationStates),
    closedSet("token_registration_proofer", t.provenBy, proofers),
    rowsOf("token_registration", gate, "all"),
    rowsOf("token_registration", staff, ofTokenOffice(t.agencyId, t.issuerId)),
    rowsOf("token_registration", holder, ofSeat(t.seatId)),
    rowsOf("token_registration", system, "all"),
  ],
).enableRLS();

/**
 * A proof of identity: its QR is shown on the computer, the app is chosen and used on the phone. The token in the QR is an
 * HMAC of the id and stands nowhere; `state_hash` is the SHA-256 of what goes through the app and back.
 */
export const identityProof = pgTable(
  "identity_proof",
  {
    id: uuid("id").primaryKey(),
    holdingId: uuid("holding_id")
      .notNull()
      .references(() => seatHolding.id),
    /** Null: the QR was shown, no app chosen yet. */
    proofer: text("proofer"),
    stateHash: bytes("state_hash").unique("identity_proof_state"),
    /** Nonce and verifier of the way through the app, sealed under the registration's key. */
    sealed: bytes("sealed"),
    madeAt: at("made_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    endedAt: at("ended_at"),
    /** How it ended so far; null: under way. Whoever was refused may try again until the QR runs out. */
    outcome: text("outcome"),
  },
  (t) => [
    index("identity_proof_holding").on(t.holdingId, t.madeAt),
    closedSet("identity_proof_proofer", t.proofer, proofers),
    closedSet("identity_proof_outcome", t.outcome, proofOutcomes),
    rowsOf("identity_proof", gate, "all"),
    rowsOf("identity_proof", system, "all"),
  ],
).enableRLS();

/** One key on one phone and its certificate. The private key never leaves the phone; the PIN is a slow hash. */
export const softToken = pgTable(
  "soft_token",
  {
    id: uuid("id").primaryKey(),
    agencyId: uuid("agency_id").notNull(),
    issuerId: uuid("issuer_id").notNull(),
    seatId: uuid("seat_id").notNull(),
    holdingId: uuid("holding_id")
      .notNull()
      .references(() => seatHolding.id),
    personId: uuid("person_id").notNull(),
    state: text("state").notNull(),
    /** SubjectPublicKeyInfo of a key on P-256. */
    publicKey: bytes("public_key").notNull(),
    /** DER. */
    certificate: bytes("certificate").notNull(),
    /** Hexadecimal, as in the certificate. */
    serial: text("serial").notNull().unique("soft_token_serial"),
    notBefore: at("not_before").notNull(),
    notAfter: at("not_after").notNull(),
    /** The LINE user on whose phone it lives. */
    channel: text("channel").notNull(),
    lineUserId: text("line_user_id").notNull(),
    device: text("device").notNull(),
    pinHash: bytes("pin_hash").notNull(),
    pinWrong: integer("pin_wrong").notNull().default(0),
    pinNextTryAt: at("pin_next_try_at"),
    lastUsedAt: at("last_used_at"),
    madeAt: at("made_at").notNull(),
    endedAt: at("ended_at"),
    endReason: text("end_reason"),
  },
  (t) => [
    uniqueIndex("soft_token_live")
      .on(t.holdingId)
      .where(sql`state = 'live'`),
    index("soft_token_line").on(t.channel, t.lineUserId),
    index("soft_token_seat").on(t.seatId, t.madeAt),
    index("soft_token_agency").on(t.agencyId, t.notAfter),
    // What an auditor's story of all seats is read by, latest first: here and in the tables beside.
    index("soft_token_issuer_made").on(t.issuerId, t.madeAt, t.id),
    index("soft_token_issuer_ended").on(t.issuerId, t.endedAt, t.id),
    index("soft_token_ending")
      .on(t.notAfter)
      .where(sql`state = 'live'`),
    closedSet("soft_token_state", t.state, softTokenStates),
    rowsOf("soft_token", gate, "all"),
    rowsOf("soft_token", staff, ofTokenOffice(t.agencyId, t.issuerId)),
    rowsOf("soft_token", holder, ofSeat(t.seatId)),
    rowsOf("soft_token", system, "all"),
  ],
).enableRLS();

/** A QR on the computer that the holder's phone takes once to make its key: the first one, or a renewed one. */
export const activation = pgTable(
  "activation",
  {
    id: uuid("id").primaryKey(),
    tokenHash: bytes("token_hash").notNull().unique("activation_token"),
    holdingId: uuid("holding_id")
      .notNull()
      .references(() => seatHolding.id),
    seatId: uuid("seat_id").notNull(),
    /** The token that a renewal puts an end to; null: a first one, or one on a new phone. */
    renewsId: uuid("renews_id").references(() => softToken.id),
    madeAt: at("made_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    /** The phone that opened it: no other may finish it. */
    channel: text("channel"),
    lineUserId: text("line_user_id"),
    takenAt: at("taken_at"),
    /** When whoever sits at the computer said that this phone is theirs; null: no key is made yet. */
    confirmedAt: at("confirmed_at"),
    /** When the phone said "ไม่ใช่ฉัน" to a renewal. */
    deniedAt: at("denied_at"),
    softTokenId: uuid("soft_token_id").references(() => softToken.id),
    endedAt: at("ended_at"),
  },
  (t) => [
    index("activation_holding").on(t.holdingId, t.madeAt),
    index("activation_line").on(t.channel, t.lineUserId),
    rowsOf("activation", gate, "all"),
    rowsOf("activation", system, "all"),
  ],
).enableRLS();

/** A holder's session on a computer. After the password alone `factor_at` is null: registration and nothing else. */
export const seatSession = pgTable(
  "seat_session",
  {
    tokenHash: bytes("token_hash").primaryKey(),
    id: uuid("id").notNull().unique(),
    agencyId: uuid("agency_id").notNull(),
    seatId: uuid("seat_id").notNull(),
    holdingId: uuid("holding_id")
      .notNull()
      .references(() => seatHolding.id),
    /** The key that signed it in. */
    softTokenId: uuid("soft_token_id").references(() => softToken.id),
    device: text("device").notNull(),
    factorAt: at("factor_at"),
    signedInAt: at("signed_in_at").notNull(),
    lastUsedAt: at("last_used_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    endedAt: at("ended_at"),
  },
  (t) => [
    index("seat_session_seat")
      .on(t.seatId)
      .where(sql`ended_at is null`),
    rowsOf("seat_session", gate, "all"),
    rowsOf("seat_session", holder, ofSeat(t.seatId)),
    rowsOf("seat_session", system, "all"),
  ],
).enableRLS();
