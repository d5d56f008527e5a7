import { and, asc, desc, eq, gt, lt, sql } from "drizzle-orm";
import { holderImport, holderImportRow } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { ImportRowState, ImportState } from "../holder-import.ts";
import type { HolderFault } from "../holder-list-fault.ts";

/** A list of holders that a central office brought. */
export interface KeptImport {
  readonly id: string;
  readonly issuerId: string;
  readonly fileName: string;
  /** Wrapped; it seals the rows. */
  readonly dataKey: Uint8Array;
  readonly state: ImportState;
  readonly total: number;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly endedAt: Date | null;
}

export interface KeptImportRow {
  readonly line: number;
  readonly sealed: Uint8Array;
  readonly state: ImportRowState;
  readonly faults: readonly HolderFault[];
  readonly holdingId: string | null;
}

const own = (issuerId: string, id: string) =>
  and(eq(holderImport.issuerId, issuerId), eq(holderImport.id, id));
const rowOf = (importId: string, line: number) =>
  and(eq(holderImportRow.importId, importId), eq(holderImportRow.line, line));

function keptOf(row: typeof holderImport.$inferSelect): KeptImport {
  return { ...row, state: row.state as ImportState };
}

function rowKeptOf(row: typeof holderImportRow.$inferSelect): KeptImportRow {
  const { line, sealed, holdingId } = row;
  return {
    line,
    sealed,
    holdingId,
    state: row.state as ImportRowState,
    faults: row.faults as readonly HolderFault[],
  };
}

/** Keeps a list that was judged; answers the id of the one there is: the same form sent twice keeps one. */
export async function insertImport(
  tx: Tx,
  made: Omit<KeptImport, "endedAt" | "state"> & { readonly requestKey: string },
): Promise<string> {
  await tx
    .insert(holderImport)
    .values({ ...made, state: "judged" })
    .onConflictDoNothing({ target: [holderImport.issuerId, holderImport.requestKey] });
  const ofRequest = and(
    eq(holderImport.issuerId, made.issuerId),
    eq(holderImport.requestKey, made.requestKey),
  );
  const [kept] = await tx.select({ id: holderImport.id }).from(holderImport).where(ofRequest);
  if (!kept) throw new Error("a list that was just kept is not there");
  return kept.id;
}

const rowsAnInsert = 500;

/** Keeps the rows of a list. */
export async function insertImportRows(
  tx: Tx,
  of: { readonly importId: string; readonly issuerId: string },
  rows: readonly Omit<KeptImportRow, "holdingId">[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAnInsert) {
    const some = rows.slice(at, at + rowsAnInsert).map((row) => ({ ...row, ...of }));
    await tx.insert(holderImportRow).values(some);
  }
}

/** A list of the office; null: there is none by that id. */
export async function findImport(tx: Tx, issuerId: string, id: string): Promise<KeptImport | null> {
  const [row] = await tx.select().from(holderImport).where(own(issuerId, id));
  return row ? keptOf(row) : null;
}

/** The latest lists of an office. */
export async function listImports(tx: Tx, issuerId: string, limit: number): Promise<readonly KeptImport[]> {
  const found = await tx
    .select()
    .from(holderImport)
    .where(eq(holderImport.issuerId, issuerId))
    .orderBy(desc(holderImport.madeAt), desc(holderImport.id))
    .limit(limit);
  return found.map(keptOf);
}

/** How many rows of a list stand in each state. */
export async function countImportRows(
  tx: Tx,
  importId: string,
): Promise<Readonly<Record<ImportRowState, number>>> {
  const found = await tx
    .select({ state: holderImportRow.state, rows: sql<number>`count(*)::int` })
    .from(holderImportRow)
    .where(eq(holderImportRow.importId, importId))
    .groupBy(holderImportRow.state);
  const counted = Object.fromEntries(found.map(({ state, rows }) => [state, rows]));
  return { ready: 0, faulty: 0, made: 0, ...counted };
}

/** Rows of a list after a line, those in one state or all. */
export async function listImportRows(
  tx: Tx,
  importId: string,
  asked: { readonly state: ImportRowState | null; readonly after: number; readonly limit: number },
): Promise<readonly KeptImportRow[]> {
  const inState = asked.state === null ? undefined : eq(holderImportRow.state, asked.state);
  const found = await tx
    .select()
    .from(holderImportRow)
    .where(and(eq(holderImportRow.importId, importId), gt(holderImportRow.line, asked.after), inState))
    .orderBy(asc(holderImportRow.line))
    .limit(asked.limit);
  return found.map(rowKeptOf);
}

/** "นำเข้า" was pressed. False: it was before. */
export async function beginImport(tx: Tx, issuerId: string, id: string): Promise<boolean> {
  const begun = await tx
    .update(holderImport)
    .set({ state: "running" })
    .where(and(own(issuerId, id), eq(holderImport.state, "judged")))
    .returning({ id: holderImport.id });
  return begun.length === 1;
}

/** Takes up a running list for one row; null: it is over, or somebody else works on it now. */
export async function lockImport(tx: Tx, id: string): Promise<KeptImport | null> {
  const [row] = await tx
    .select()
    .from(holderImport)
    .where(and(eq(holderImport.id, id), eq(holderImport.state, "running")))
    .for("update", { skipLocked: true });
  return row ? keptOf(row) : null;
}

/** Writes how a row ended. */
export async function saveImportRow(
  tx: Tx,
  importId: string,
  { line, ...ended }: Pick<KeptImportRow, "line" | "state" | "faults" | "holdingId">,
): Promise<void> {
  await tx.update(holderImportRow).set(ended).where(rowOf(importId, line));
}

/** Every row that could be made is. */
export async function endImport(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.update(holderImport).set({ state: "done", endedAt: now }).where(eq(holderImport.id, id));
}

/** Lists that were left behind while they ran, the longest waiting first. Runs as the system. */
export async function listRunningImports(tx: Tx, limit: number): Promise<readonly KeptImport[]> {
  const found = await tx
    .select()
    .from(holderImport)
    .where(eq(holderImport.state, "running"))
    .orderBy(asc(holderImport.madeAt))
    .limit(limit);
  return found.map(keptOf);
}

/** Deletes lists sent before, with their rows; those that still run stay. Runs as the system. */
export async function deleteImportsBefore(tx: Tx, before: Date): Promise<number> {
  const gone = await tx
    .delete(holderImport)
    .where(and(lt(holderImport.madeAt, before), sql`${holderImport.state} <> 'running'`))
    .returning({ id: holderImport.id });
  return gone.length;
}
