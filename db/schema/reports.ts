import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { exportKinds, exportStates } from "../../server/visits/export-run.ts";
import { reconciledKinds, reconciliationStates } from "../../server/visits/reconciled.ts";
import { bytes, ofAgency, rowsOf, staff, system } from "./access.ts";
import { closedSet } from "./closed-set.ts";
import { at } from "./moment.ts";

/** An export while it runs and after: what was asked for, how far it is, whether somebody stopped it. */
export const exportRun = pgTable(
  "export_run",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").notNull(),
    kind: text("kind").notNull(),
    /** ClaimFilter without personal data: days, service, status, and a person's id instead of a number. */
    filter: jsonb("filter").$type<Readonly<Record<string, string | null>>>().notNull(),
    state: text("state").notNull(),
    done: bigint("done", { mode: "number" }).notNull().default(0),
    total: bigint("total", { mode: "number" }),
    stopAsked: boolean("stop_asked").notNull().default(false),
    madeBy: uuid("made_by").notNull(),
    madeAt: at("made_at").notNull(),
    endedAt: at("ended_at"),
    requestKey: text("request_key").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    unique("export_run_request").on(t.agencyId, t.requestKey),
    closedSet("export_run_kind", t.kind, exportKinds),
    closedSet("export_run_state", t.state, exportStates),
    rowsOf("export_run", staff, ofAgency(t.agencyId)),
    rowsOf("export_run", system, "all"),
  ],
).enableRLS();

/** An uploaded list of visits that is compared with the codes (N3). The data key seals its rows. */
export const reconciliation = pgTable(
  "reconciliation",
  {
    agencyId: uuid("agency_id").notNull(),
    id: uuid("id").notNull(),
    fileName: text("file_name").notNull(),
    dataKey: bytes("data_key").notNull(),
    state: text("state").notNull(),
    done: integer("done").notNull().default(0),
    total: integer("total").notNull(),
    madeBy: uuid("made_by").notNull(),
    madeAt: at("made_at").notNull(),
    endedAt: at("ended_at"),
    requestKey: text("request_key").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    unique("reconciliation_request").on(t.agencyId, t.requestKey),
    closedSet("reconciliation_state", t.state, reconciliationStates),
    rowsOf("reconciliation", staff, ofAgency(t.agencyId)),
    rowsOf("reconciliation", system, "all"),
  ],
).enableRLS();

/** One row of an uploaded list; `sealed` holds what stood in it. */
export const reconciliationRow = pgTable(
  "reconciliation_row",
  {
    agencyId: uuid("agency_id").notNull(),
    reconciliationId: uuid("reconciliation_id").notNull(),
    /** Row in the file, from 1, the header included. */
    line: integer("line").notNull(),
    sealed: bytes("sealed").notNull(),
    /** Null: not judged yet. */
    kind: text("kind"),
    /** For a bad row: the kinds of refusal. */
    problems: jsonb("problems").$type<readonly string[]>(),
    personId: uuid("person_id"),
    codeId: uuid("code_id"),
    /** What was done about it here: asked the citizen, issued, closed. */
    mended: text("mended"),
    mendedBy: uuid("mended_by"),
    mendedAt: at("mended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.reconciliationId, t.line] }),
    index("reconciliation_row_kind").on(t.reconciliationId, t.kind, t.line),
    closedSet("reconciliation_row_kind", t.kind, reconciledKinds),
    rowsOf("reconciliation_row", staff, ofAgency(t.agencyId)),
    rowsOf("reconciliation_row", system, "all"),
  ],
).enableRLS();
