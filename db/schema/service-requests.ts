import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import {
  requesters,
  requestStates,
  serviceCases,
  signingWays,
} from "../../server/credentials/service-request.ts";
import { bytes, gate, holder, ofSeat, ofTokenOffice, rowsOf, staff, system } from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";
import { seatHolding } from "./seats.ts";

/** A request for service to the central office (T6); its number, clock and thread are those of its petition. */
export const serviceRequest = pgTable(
  "token_request",
  {
    id: uuid("id").primaryKey(),
    agencyId: uuid("agency_id").notNull(),
    issuerId: uuid("issuer_id").notNull(),
    seatId: uuid("seat_id").notNull(),
    /** The time in the seat it is about; for a change of holder the one that ends. */
    holdingId: uuid("holding_id")
      .notNull()
      .references(() => seatHolding.id),
    /** Whoever comes next, for a change of holder. */
    successorId: uuid("successor_id").references(() => seatHolding.id),
    case: text("case").notNull(),
    requester: text("requester").notNull(),
    state: text("state").notNull(),
    dataKey: bytes("data_key").notNull(),
    /** RequestFacts. */
    sealed: bytes("sealed").notNull(),
    /** The petition of the central office it is; null: it was not signed yet, or never. */
    petitionId: uuid("petition_id"),
    /** The seat session it was written in; null: on a phone, or by staff. A password alone reads what it wrote itself. */
    sessionId: uuid("session_id"),
    sentAt: at("sent_at").notNull(),
    /** SHA-256 over what was signed (server/credentials/signed-request.ts). */
    signedHash: bytes("signed_hash").notNull(),
    requesterSigned: text("requester_signed"),
    /** The holding or the member of staff who sent it. */
    requesterId: uuid("requester_id").notNull(),
    /** The key that was on the phone of a whole session, or that signed. */
    requesterKeyId: uuid("requester_key_id"),
    /** That key's own signature over what was signed, where it signed (`device`). */
    requesterSignature: bytes("requester_signature"),
    headSigned: text("head_signed"),
    /** The member of staff; null: by hand on paper. */
    headId: uuid("head_id"),
    headSignedAt: at("head_signed_at"),
    /** The form that the head signed by hand, beside the requester's. */
    headFileKey: text("head_file_key"),
    headFileMime: text("head_file_mime"),
    headFileSize: integer("head_file_size"),
    /** The form that whoever asked signed by hand, sealed in the file store. */
    fileKey: text("file_key"),
    fileMime: text("file_mime"),
    fileSize: integer("file_size"),
    /** The code that was mailed to the new address (8); the code itself is an HMAC of this id. */
    emailCodeId: uuid("email_code_id"),
    emailCodeAt: at("email_code_at"),
    emailCodeWrong: integer("email_code_wrong").notNull().default(0),
    emailProvenAt: at("email_proven_at"),
    calledBy: uuid("called_by"),
    calledAt: at("called_at"),
    /** OfficeWords, sealed under `data_key`. */
    office: bytes("office"),
    decidedBy: uuid("decided_by"),
    decidedAt: at("decided_at"),
    requestKey: text("request_key").notNull(),
  },
  (t) => [
    unique("token_request_key").on(t.holdingId, t.requestKey),
    uniqueIndex("token_request_open")
      .on(t.holdingId, t.case)
      .where(sql`state = 'sent'`),
    index("token_request_queue").on(t.issuerId, t.state, t.sentAt),
    index("token_request_agency").on(t.agencyId, t.sentAt),
    index("token_request_holding").on(t.holdingId, t.sentAt),
    index("token_request_successor").on(t.successorId),
    closedSet("token_request_case", t.case, serviceCases),
    closedSet("token_request_requester", t.requester, requesters),
    closedSet("token_request_state", t.state, requestStates),
    closedSet("token_request_signed", t.requesterSigned, signingWays),
    closedSet("token_request_head", t.headSigned, signingWays),
    check("token_request_decided", sql`(state in ('granted', 'refused')) = (decided_at is not null)`),
    // What was never signed was never sent.
    check(
      "token_request_filed",
      sql`(petition_id is not null and requester_signed is not null) or state in ('unsigned', 'withdrawn')`,
    ),
    // A change of holder says who comes next.
    check(
      "token_request_next",
      sql`("case" in ('holder_resigned', 'holder_moved', 'holder_other')) = (successor_id is not null)`,
    ),
    rowsOf("token_request", gate, "all"),
    rowsOf("token_request", staff, ofTokenOffice(t.agencyId, t.issuerId)),
    rowsOf("token_request", holder, ofSeat(t.seatId)),
    rowsOf("token_request", system, "all"),
  ],
).enableRLS();
