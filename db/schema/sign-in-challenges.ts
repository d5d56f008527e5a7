import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import {
  challengePictures,
  challengeStates,
  signingPurposes,
} from "../../server/credentials/sign-in-challenge.ts";
import { bytes, gate, holder, ofSeat, ofTokenOffice, rowsOf, staff, system } from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";
import { seatHolding } from "./seats.ts";
import { softToken } from "./soft-tokens.ts";

/**
 * What a phone is asked to sign: a nonce bound to one session and one relying party. At most one waits for a key.
 */
export const signInChallenge = pgTable(
  "sign_in_challenge",
  {
    id: uuid("id").primaryKey(),
    agencyId: uuid("agency_id").notNull(),
    issuerId: uuid("issuer_id").notNull(),
    seatId: uuid("seat_id").notNull(),
    holdingId: uuid("holding_id")
      .notNull()
      .references(() => seatHolding.id),
    softTokenId: uuid("soft_token_id")
      .notNull()
      .references(() => softToken.id),
    /** The seat session that waits; null: something else than a sign-in is signed. */
    sessionId: uuid("session_id"),
    purpose: text("purpose").notNull(),
    /** Whom the signature is for: "console", or the id of a system that signs in through us. */
    relyingParty: text("relying_party").notNull(),
    /** What else the signature binds: the id of what is agreed to. */
    subjectId: text("subject_id"),
    nonce: bytes("nonce").notNull(),
    picture: text("picture").notNull(),
    /** Names of the three pictures on the phone, in their order. */
    choices: text("choices").array().notNull(),
    digits: text("digits").notNull(),
    state: text("state").notNull(),
    wrong: integer("wrong").notNull().default(0),
    madeAt: at("made_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    endedAt: at("ended_at"),
    signature: bytes("signature"),
  },
  (t) => [
    uniqueIndex("sign_in_challenge_waiting")
      .on(t.softTokenId)
      .where(sql`state = 'waiting'`),
    index("sign_in_challenge_session").on(t.sessionId),
    index("sign_in_challenge_seat").on(t.seatId, t.madeAt),
    index("sign_in_challenge_agency_ended").on(t.agencyId, t.endedAt, t.id),
    index("sign_in_challenge_issuer_ended").on(t.issuerId, t.endedAt, t.id),
    closedSet("sign_in_challenge_purpose", t.purpose, signingPurposes),
    closedSet("sign_in_challenge_state", t.state, challengeStates),
    closedSet("sign_in_challenge_picture", t.picture, challengePictures),
    rowsOf("sign_in_challenge", gate, "all"),
    rowsOf("sign_in_challenge", staff, ofTokenOffice(t.agencyId, t.issuerId)),
    rowsOf("sign_in_challenge", holder, ofSeat(t.seatId)),
    rowsOf("sign_in_challenge", system, "all"),
  ],
).enableRLS();
