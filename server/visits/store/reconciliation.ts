import { and, asc, desc, eq, sql } from "drizzle-orm";
import { reconciliation, reconciliationRow } from "../../../db/schema/index.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { Tx } from "../../ports.ts";
import type { ReconciliationState } from "../reconciled.ts";

/** An uploaded list and how far its judging is. */
export interface KeptReconciliation {
  readonly id: string;
  readonly fileName: string;
  readonly dataKey: Uint8Array;
  readonly state: ReconciliationState;
  readonly done: number;
  readonly total: number;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly endedAt: Date | null;
}

const columns = {
  id: reconciliation.id,
  fileName: reconciliation.fileName,
  dataKey: reconciliation.dataKey,
  state: sql<ReconciliationState>`${reconciliation.state}`,
  done: reconciliation.done,
  total: reconciliation.total,
  madeBy: reconciliation.madeBy,
  madeAt: reconciliation.madeAt,
  endedAt: reconciliation.endedAt,
};

const own = (agencyId: string, id: string) =>
  and(eq(reconciliation.agencyId, agencyId), eq(reconciliation.id, id));

/** A list of the actor's agency; null: there is none by that id. */
export async function findReconciliation(
  tx: Tx,
  agencyId: string,
  id: string,
): Promise<KeptReconciliation | null> {
  const [row] = await tx.select(columns).from(reconciliation).where(own(agencyId, id));
  return row ?? null;
}

/** The list that a request made already; null: none. */
export async function findReconciliationOfRequest(
  tx: Tx,
  agencyId: string,
  requestKey: string,
): Promise<KeptReconciliation | null> {
  const [row] = await tx
    .select(columns)
    .from(reconciliation)
    .where(and(eq(reconciliation.agencyId, agencyId), eq(reconciliation.requestKey, requestKey)));
  return row ?? null;
}

/** The latest lists of an agency. */
export async function listReconciliations(
  tx: Tx,
  agencyId: string,
  limit: number,
): Promise<readonly KeptReconciliation[]> {
  return tx
    .select(columns)
    .from(reconciliation)
    .where(eq(reconciliation.agencyId, agencyId))
    .orderBy(desc(reconciliation.id))
    .limit(limit);
}

/** Keeps a list that is to be judged. False: the request has made one already. */
export async function insertReconciliation(
  tx: Tx,
  made: {
    readonly id: string;
    readonly staff: Staff;
    readonly fileName: string;
    readonly dataKey: Uint8Array;
    /** Rows that need no judging: they could not be read. */
    readonly done: number;
    readonly total: number;
    readonly now: Date;
    readonly requestKey: string;
  },
): Promise<boolean> {
  const { id, staff, fileName, dataKey, done, total, now, requestKey } = made;
  const rows = await tx
    .insert(reconciliation)
    .values({
      id,
      agencyId: staff.agencyId,
      fileName,
      dataKey,
      state: "running",
      done,
      total,
      madeBy: staff.staffId,
      madeAt: now,
      requestKey,
    })
    .onConflictDoNothing({ target: [reconciliation.agencyId, reconciliation.requestKey] })
    .returning({ id: reconciliation.id });
  return rows.length === 1;
}

/** Lists of any agency whose judging has not ended, the longest waiting first. Runs as the system. */
export async function listRunning(
  tx: Tx,
  limit: number,
): Promise<readonly { readonly id: string; readonly agencyId: string; readonly madeBy: string }[]> {
  return tx
    .select({ id: reconciliation.id, agencyId: reconciliation.agencyId, madeBy: reconciliation.madeBy })
    .from(reconciliation)
    .where(eq(reconciliation.state, "running"))
    .orderBy(asc(reconciliation.madeAt), asc(reconciliation.id))
    .limit(limit);
}

/** Takes up a running list for one batch; null: it is over, or somebody else works on it now. */
export async function lockReconciliation(
  tx: Tx,
  agencyId: string,
  id: string,
): Promise<KeptReconciliation | null> {
  const [row] = await tx
    .select(columns)
    .from(reconciliation)
    .where(and(own(agencyId, id), eq(reconciliation.state, "running")))
    .for("update", { skipLocked: true });
  return row ?? null;
}

/** Ends the judging of a list. */
export async function endReconciliation(tx: Tx, agencyId: string, id: string, now: Date): Promise<void> {
  await tx.update(reconciliation).set({ state: "done", endedAt: now }).where(own(agencyId, id));
}

/** Sends what is not settled back to be judged again: after codes were issued or closed elsewhere. */
export async function reopenReconciliation(tx: Tx, agencyId: string, id: string): Promise<void> {
  await tx.execute(sql`update ${reconciliationRow} set kind = null, code_id = null
    where agency_id = ${agencyId} and reconciliation_id = ${id} and kind in ('missing', 'wrong_service', 'unclosed')`);
  await tx.execute(sql`update ${reconciliation} r set state = 'running', ended_at = null, done = (
      select count(*) from ${reconciliationRow} x
      where x.agency_id = r.agency_id and x.reconciliation_id = r.id and x.kind is not null)
    where r.agency_id = ${agencyId} and r.id = ${id} and r.state = 'done'`);
}
