import { and, desc, eq, sql } from "drizzle-orm";
import { bulkLook, exportRun } from "../../../db/schema/index.ts";
import type { LookedAt } from "../../audit/look.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { Tx } from "../../ports.ts";
import type { ClaimFilter, KeptClaimFilter } from "../claim-filter.ts";
import type { ExportKind, ExportState } from "../export-run.ts";

/** An export as its page shows it. */
export interface KeptExport {
  readonly id: string;
  readonly kind: ExportKind;
  readonly filter: Readonly<Record<string, string | null>>;
  readonly state: ExportState;
  readonly done: number;
  readonly total: number | null;
  readonly stopAsked: boolean;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly endedAt: Date | null;
}

const columns = {
  id: exportRun.id,
  kind: sql<ExportKind>`${exportRun.kind}`,
  filter: exportRun.filter,
  state: sql<ExportState>`${exportRun.state}`,
  done: exportRun.done,
  total: exportRun.total,
  stopAsked: exportRun.stopAsked,
  madeBy: exportRun.madeBy,
  madeAt: exportRun.madeAt,
  endedAt: exportRun.endedAt,
};

/** An export of the actor's agency; null: there is none by that id. */
export async function findExport(tx: Tx, agencyId: string, id: string): Promise<KeptExport | null> {
  const [row] = await tx
    .select(columns)
    .from(exportRun)
    .where(and(eq(exportRun.agencyId, agencyId), eq(exportRun.id, id)));
  return row ?? null;
}

/** The export that a request made already; null: none. */
export async function findExportOfRequest(
  tx: Tx,
  agencyId: string,
  requestKey: string,
): Promise<KeptExport | null> {
  const [row] = await tx
    .select(columns)
    .from(exportRun)
    .where(and(eq(exportRun.agencyId, agencyId), eq(exportRun.requestKey, requestKey)));
  return row ?? null;
}

/** The latest exports of an agency. */
export async function listExports(tx: Tx, agencyId: string, limit: number): Promise<readonly KeptExport[]> {
  return tx
    .select(columns)
    .from(exportRun)
    .where(eq(exportRun.agencyId, agencyId))
    .orderBy(desc(exportRun.id))
    .limit(limit);
}

/** Keeps an export that is to be made. False: the request has made one already. */
export async function insertExport(
  tx: Tx,
  made: {
    readonly id: string;
    readonly staff: Staff;
    readonly kind: ExportKind;
    readonly filter: ClaimFilter;
    readonly total: number;
    readonly now: Date;
    readonly requestKey: string;
  },
): Promise<boolean> {
  const { id, staff, kind, filter, total, now, requestKey } = made;
  const kept: KeptClaimFilter = { ...filter };
  const rows = await tx
    .insert(exportRun)
    .values({
      id,
      agencyId: staff.agencyId,
      kind,
      filter: kept,
      state: "waiting",
      total,
      madeBy: staff.staffId,
      madeAt: now,
      requestKey,
    })
    .onConflictDoNothing({ target: [exportRun.agencyId, exportRun.requestKey] })
    .returning({ id: exportRun.id });
  return rows.length === 1;
}

/** Takes up an export that waits. False: it was taken up before, or there is none. */
export async function beginExport(tx: Tx, agencyId: string, id: string): Promise<boolean> {
  const rows = await tx
    .update(exportRun)
    .set({ state: "running" })
    .where(and(eq(exportRun.agencyId, agencyId), eq(exportRun.id, id), eq(exportRun.state, "waiting")))
    .returning({ id: exportRun.id });
  return rows.length === 1;
}

/** Says how far an export is. False: somebody asked that it stop. */
export async function countExported(tx: Tx, agencyId: string, id: string, done: number): Promise<boolean> {
  const [row] = await tx
    .update(exportRun)
    .set({ done })
    .where(and(eq(exportRun.agencyId, agencyId), eq(exportRun.id, id)))
    .returning({ stopAsked: exportRun.stopAsked });
  return row?.stopAsked === false;
}

/** Ends an export, unless it ended before. */
export async function endExport(
  tx: Tx,
  agencyId: string,
  id: string,
  end: { readonly state: ExportState; readonly done: number; readonly now: Date },
): Promise<void> {
  await tx
    .update(exportRun)
    .set({ state: end.state, done: end.done, endedAt: end.now })
    .where(
      and(
        eq(exportRun.agencyId, agencyId),
        eq(exportRun.id, id),
        sql`${exportRun.state} in ('waiting', 'running')`,
      ),
    );
}

/** Asks an export to stop; one that still waits ends at once. False: it is over, or there is none. */
export async function askStop(tx: Tx, agencyId: string, id: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(exportRun)
    .set({
      stopAsked: true,
      state: sql`case when ${exportRun.state} = 'waiting' then 'cancelled' else ${exportRun.state} end`,
      endedAt: sql`case when ${exportRun.state} = 'waiting' then ${now.toISOString()}::timestamptz end`,
    })
    .where(
      and(
        eq(exportRun.agencyId, agencyId),
        eq(exportRun.id, id),
        sql`${exportRun.state} in ('waiting', 'running')`,
      ),
    )
    .returning({ id: exportRun.id });
  return rows.length === 1;
}

/** Writes a look at very many people at once; each person with a visit in its days is shown it (N8). */
export async function insertBulkLook(
  tx: Tx,
  look: {
    readonly id: string;
    readonly staff: Staff;
    readonly now: Date;
    readonly what: LookedAt;
    readonly purpose: string;
    readonly filter: Pick<ClaimFilter, "from" | "until" | "service">;
    readonly rows: number;
  },
): Promise<void> {
  const { id, staff, now, what, purpose, filter, rows } = look;
  await tx.insert(bulkLook).values({
    id,
    agencyId: staff.agencyId,
    staffId: staff.staffId,
    at: now,
    what,
    purpose,
    fromDay: filter.from,
    untilDay: filter.until,
    serviceType: filter.service,
    rows,
  });
}
