import { sql } from "drizzle-orm";
import { boolean, date, index, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { documentKinds, documentStates } from "../../server/petitions/issued-document.ts";
import { bytes, citizen, gate, ofAgency, ofPerson, rowsOf, staff, system } from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";

/** A document an agency issued to a person (E5.4, N19). What the public page tells stands open; all else is sealed. */
export const issuedDocument = pgTable(
  "issued_document",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    petitionId: uuid("petition_id"),
    /** The service and template it was made from; null: it was uploaded. */
    serviceId: uuid("service_id"),
    templateKey: text("template_key"),
    mediaType: text("media_type").notNull(),
    kind: text("kind").notNull(),
    /** Unique at the agency, as it is printed. */
    number: text("number").notNull(),
    titleTh: text("title_th").notNull(),
    titleEn: text("title_en").notNull(),
    /** What the QR on the paper leads to: random, so that nobody counts through documents. */
    checkCode: text("check_code").notNull().unique("issued_document_check"),
    state: text("state").notNull(),
    validUntil: date("valid_until"),
    replacedBy: uuid("replaced_by"),
    endReason: text("end_reason"),
    /** True: stands in the public list of licences (s. 13). */
    isListed: boolean("is_listed").notNull(),
    /** Whose it is, by first letters: enough to compare with the paper. */
    holder: text("holder").notNull(),
    /** The items of a listed licence as they are public (PublicItem[]), personal numbers left out; null: not listed. */
    listed: jsonb("listed"),
    dataKey: bytes("data_key").notNull(),
    /** The fields the template was filled with. */
    sealed: bytes("sealed").notNull(),
    /** The PDF in the file store. */
    fileKey: text("file_key").notNull(),
    issuedBy: uuid("issued_by").notNull(),
    issuedAt: at("issued_at").notNull(),
    endedAt: at("ended_at"),
    requestKey: text("request_key").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    unique("issued_document_number").on(t.agencyId, t.number),
    unique("issued_document_request").on(t.agencyId, t.requestKey),
    index("issued_document_person").on(t.personId, t.issuedAt),
    index("issued_document_issued").on(t.agencyId, t.issuedAt, t.id),
    index("issued_document_petition").on(t.agencyId, t.petitionId),
    index("issued_document_listed")
      .on(t.agencyId, t.kind, t.number)
      .where(sql`is_listed`),
    closedSet("issued_document_kind", t.kind, documentKinds),
    closedSet("issued_document_state", t.state, documentStates),
    rowsOf("issued_document", gate, "all"),
    rowsOf("issued_document", citizen, ofPerson(t.personId)),
    rowsOf("issued_document", staff, ofAgency(t.agencyId)),
    rowsOf("issued_document", system, "all"),
  ],
).enableRLS();
