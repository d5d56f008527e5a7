import { sql } from "drizzle-orm";
import { date, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { importRowStates, importStates } from "../../server/credentials/holder-import.ts";
import { codeAskStates } from "../../server/credentials/code-ask.ts";
import { oldDeviceKinds } from "../../server/credentials/old-device.ts";
import { bytes, gate, ofAgency, ofTokenOffice, rowsOf, staff, system } from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";
import { seatHolding, seatOrder } from "./seats.ts";

/** Whom holders, heads and registrars ask (flows T9): data of the central office. An empty text: it has none. */
export const tokenHelp = pgTable(
  "token_help",
  {
    issuerId: uuid("issuer_id").primaryKey(),
    phone: text("phone").notNull(),
    hours: text("hours").notNull(),
    lineId: text("line_id").notNull(),
    email: text("email").notNull(),
    chatUrl: text("chat_url").notNull(),
    savedBy: uuid("saved_by").notNull(),
    savedAt: at("saved_at").notNull(),
  },
  (t) => [
    rowsOf("token_help", gate, "all"),
    rowsOf("token_help", staff, ofAgency(t.issuerId)),
    rowsOf("token_help", system, "all"),
  ],
).enableRLS();

/** The days of a central office's move from hardware keys to Soft Tokens (flows T1). */
export const tokenCampaign = pgTable(
  "token_campaign",
  {
    issuerId: uuid("issuer_id").primaryKey(),
    readyBy: date("ready_by").notNull(),
    switchFrom: date("switch_from").notNull(),
    switchUntil: date("switch_until").notNull(),
    returnBy: date("return_by").notNull(),
    /** So many days before each of the three, whoever has not done it is reminded; 0: never. */
    remindDays: integer("remind_days").notNull(),
    savedBy: uuid("saved_by").notNull(),
    savedAt: at("saved_at").notNull(),
  },
  (t) => [
    rowsOf("token_campaign", gate, "all"),
    rowsOf("token_campaign", staff, ofAgency(t.issuerId)),
    rowsOf("token_campaign", system, "all"),
  ],
).enableRLS();

/** A list of holders that a central office brought. The data key seals its rows. */
export const holderImport = pgTable(
  "holder_import",
  {
    id: uuid("id").primaryKey(),
    issuerId: uuid("issuer_id").notNull(),
    fileName: text("file_name").notNull(),
    dataKey: bytes("data_key").notNull(),
    state: text("state").notNull(),
    total: integer("total").notNull(),
    madeBy: uuid("made_by").notNull(),
    madeAt: at("made_at").notNull(),
    endedAt: at("ended_at"),
    requestKey: text("request_key").notNull(),
  },
  (t) => [
    unique("holder_import_request").on(t.issuerId, t.requestKey),
    index("holder_import_running")
      .on(t.madeAt)
      .where(sql`state = 'running'`),
    closedSet("holder_import_state", t.state, importStates),
    rowsOf("holder_import", gate, "all"),
    rowsOf("holder_import", staff, ofAgency(t.issuerId)),
    rowsOf("holder_import", system, "all"),
  ],
).enableRLS();

/** One row of a list of holders; `sealed` holds what stood in it and what was read. */
export const holderImportRow = pgTable(
  "holder_import_row",
  {
    importId: uuid("import_id")
      .notNull()
      .references(() => holderImport.id, { onDelete: "cascade" }),
    issuerId: uuid("issuer_id").notNull(),
    /** Row in the file, from 1, the header included. */
    line: integer("line").notNull(),
    sealed: bytes("sealed").notNull(),
    state: text("state").notNull(),
    /** What is wrong, each with its column. */
    faults: jsonb("faults").$type<readonly { readonly column: string; readonly kind: string }[]>().notNull(),
    holdingId: uuid("holding_id"),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.line] }),
    index("holder_import_row_state").on(t.importId, t.state, t.line),
    closedSet("holder_import_row_state", t.state, importRowStates),
    rowsOf("holder_import_row", gate, "all"),
    rowsOf("holder_import_row", staff, ofAgency(t.issuerId)),
    rowsOf("holder_import_row", system, "all"),
  ],
).enableRLS();

/** What an imported holder signed in with before, and whether it came back. One for each holder of the campaign. */
export const oldDevice = pgTable(
  "old_device",
  {
    holdingId: uuid("holding_id")
      .primaryKey()
      .references(() => seatHolding.id),
    agencyId: uuid("agency_id").notNull(),
    issuerId: uuid("issuer_id").notNull(),
    kind: text("kind").notNull(),
    /** Of a hardware key, as it stands on it. */
    serial: text("serial"),
    keptAt: at("kept_at").notNull(),
    returnedAt: at("returned_at"),
    returnedBy: uuid("returned_by"),
    /** The last Bangkok day on which its holder was reminded, and the last of the campaign's days they were reminded of. */
    remindedOn: date("reminded_on"),
    remindedFor: date("reminded_for"),
  },
  (t) => [
    index("old_device_issuer").on(t.issuerId, t.agencyId),
    index("old_device_agency").on(t.agencyId),
    closedSet("old_device_kind", t.kind, oldDeviceKinds),
    rowsOf("old_device", gate, "all"),
    rowsOf("old_device", staff, ofTokenOffice(t.agencyId, t.issuerId)),
    rowsOf("old_device", system, "all"),
  ],
).enableRLS();

/**
 * A user code asked for by an agency's head, for somebody who signs in with a hardware key and has none (flows T1).
 * `sealed` holds the CodeAskFacts.
 */
export const codeAsk = pgTable(
  "code_ask",
  {
    id: uuid("id").primaryKey(),
    agencyId: uuid("agency_id").notNull(),
    issuerId: uuid("issuer_id").notNull(),
    right: text("right").notNull(),
    state: text("state").notNull(),
    dataKey: bytes("data_key").notNull(),
    sealed: bytes("sealed").notNull(),
    /** The order that names them; null: they bring it with the registration. */
    orderId: uuid("order_id").references(() => seatOrder.id),
    madeBy: uuid("made_by").notNull(),
    madeAt: at("made_at").notNull(),
    requestKey: text("request_key").notNull(),
    decidedBy: uuid("decided_by"),
    decidedAt: at("decided_at"),
    /** Issued: the time in a seat that was made. */
    holdingId: uuid("holding_id").references(() => seatHolding.id),
  },
  (t) => [
    unique("code_ask_request").on(t.agencyId, t.requestKey),
    index("code_ask_queue").on(t.issuerId, t.state, t.madeAt, t.id),
    index("code_ask_agency").on(t.agencyId, t.madeAt, t.id),
    closedSet("code_ask_state", t.state, codeAskStates),
    rowsOf("code_ask", gate, "all"),
    rowsOf("code_ask", staff, ofTokenOffice(t.agencyId, t.issuerId)),
    rowsOf("code_ask", system, "all"),
  ],
).enableRLS();
