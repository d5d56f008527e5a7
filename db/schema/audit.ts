import {
  bigint,
  customType,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { bytes, citizen, gate, holder, ofPerson, registrar, rowsOf, staff, system } from "./access.ts";
import { at } from "./moment.ts";

/** The number of a transaction, which never comes twice in one cluster. */
const transaction = customType<{ data: string }>({ dataType: () => "xid8" });

/**
 * What was done, by whom, to what: written in the transaction of the change, insert-only (no role may update or
 * delete). Holds ids and kinds, no personal data.
 */
export const auditEntry = pgTable(
  "audit_entry",
  {
    id: uuid("id").primaryKey(),
    at: timestamp("at", { withTimezone: true, precision: 3 }).notNull(),
    action: text("action").notNull(),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id"),
    agencyId: uuid("agency_id"),
    personId: uuid("person_id"),
    subjectId: text("subject_id"),
    refs: jsonb("refs").$type<Readonly<Record<string, unknown>>>().notNull(),
    /** The transaction that wrote it: by this the sealer finds what is new, however late it was committed. */
    tx: transaction("tx")
      .notNull()
      .default(sql`pg_current_xact_id()`),
  },
  (t) => [
    index("audit_tx").on(t.tx, t.id),
    index("audit_person").on(t.personId, t.at),
    rowsOf("audit_entry", gate, sql`true`),
    rowsOf("audit_entry", citizen, ofPerson(t.personId)),
    rowsOf("audit_entry", staff, sql`true`),
    rowsOf("audit_entry", registrar, sql`true`),
    rowsOf("audit_entry", holder, sql`true`),
    rowsOf("audit_entry", system, "all"),
  ],
).enableRLS();

/** The place an entry was given in the sealed log, and the hash of what it said then. Insert-only. */
export const auditLeaf = pgTable(
  "audit_leaf",
  {
    /** From 0, without a gap, in the order of sealing. */
    number: bigint("number", { mode: "number" }).primaryKey(),
    entryId: uuid("entry_id").notNull().unique("audit_leaf_entry"),
    hash: bytes("hash").notNull(),
  },
  () => [rowsOf("audit_leaf", system, "all")],
).enableRLS();

/** What the first `size` leaves are, signed. Insert-only; the text that is signed is made of the columns. */
export const auditCheckpoint = pgTable(
  "audit_checkpoint",
  {
    /** From 1, without a gap. */
    number: integer("number").primaryKey(),
    size: bigint("size", { mode: "number" }).notNull().unique("audit_checkpoint_size"),
    root: bytes("root").notNull(),
    /** The roots of the whole subtrees, largest first: what the tree grows on from without reading a leaf again. */
    frontier: bytes("frontier").notNull(),
    at: at("at").notNull(),
    keyId: text("key_id").notNull(),
    signature: bytes("signature").notNull(),
  },
  () => [rowsOf("audit_checkpoint", system, "all")],
).enableRLS();

/** One row, which whoever seals holds: how far the sealing came, in the order of (tx, id). */
export const auditSealer = pgTable(
  "audit_sealer",
  {
    only: integer("only").primaryKey(),
    markTx: transaction("mark_tx").notNull(),
    markId: uuid("mark_id").notNull(),
    /** When all of the log was last looked over for entries without a leaf. */
    sweptAt: at("swept_at").notNull(),
  },
  (t) => [check("audit_sealer_only", sql`${t.only} = 1`), rowsOf("audit_sealer", system, "all")],
).enableRLS();
