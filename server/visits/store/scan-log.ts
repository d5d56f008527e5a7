import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { facilityQr, qrScan, serviceType } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { ScanOutcome } from "../facility-qr.ts";
import type { Names } from "../names.ts";
import type { OutcomeCount } from "../scan-log.ts";

/** The scans of one QR since an instant, by day and outcome. As staff: of the own facility's QRs only. */
export async function listOutcomes(tx: Tx, qrId: string, from: Date): Promise<readonly OutcomeCount[]> {
  const start = from.toISOString();
  const rows = await tx.execute<OutcomeCount & Record<string, unknown>>(sql`
    select floor(extract(epoch from s.scanned_at - ${start}::timestamptz) / 86400)::int as "dayIndex",
      s.outcome, count(*)::int as count
    from ${qrScan} s where s.qr_id = ${qrId} and s.scanned_at >= ${start} group by 1, 2`);
  return [...rows];
}

export interface LoggedScan {
  readonly scannedAt: Date;
  readonly outcome: ScanOutcome;
}

/** The latest scans of one QR, newest first. */
export async function listLatestScans(tx: Tx, qrId: string, limit: number): Promise<readonly LoggedScan[]> {
  return tx
    .select({ scannedAt: qrScan.scannedAt, outcome: sql<ScanOutcome>`${qrScan.outcome}` })
    .from(qrScan)
    .where(eq(qrScan.qrId, qrId))
    .orderBy(desc(qrScan.scannedAt))
    .limit(limit);
}

/** A QR beside another: the one that took its place, or whose place it took. */
export interface NeighbourQr {
  readonly qrId: string;
  readonly shortNumber: number;
}

/** The QR that took the place of this one; null: none did. */
export async function findSuccessor(tx: Tx, qrId: string): Promise<NeighbourQr | null> {
  const [row] = await tx.execute<{ qrId: string; shortNumber: number }>(sql`
    select s.id as "qrId", s.short_number as "shortNumber"
    from ${facilityQr} q join ${facilityQr} s on s.id = q.replaced_by where q.id = ${qrId}`);
  return row ?? null;
}

/** The QR of the facility whose place this one took; null: none. */
export async function findPredecessor(tx: Tx, agencyId: string, qrId: string): Promise<NeighbourQr | null> {
  const [row] = await tx
    .select({ qrId: facilityQr.id, shortNumber: facilityQr.shortNumber })
    .from(facilityQr)
    .where(and(eq(facilityQr.agencyId, agencyId), eq(facilityQr.replacedBy, qrId)));
  return row ?? null;
}

/** An ended printed QR of a facility. */
export interface EndedQr extends NeighbourQr {
  readonly service: Names;
  readonly revokedAt: Date;
}

/** Printed QRs that were revoked or replaced, latest first. */
export async function listEndedQrs(tx: Tx, agencyId: string, limit: number): Promise<readonly EndedQr[]> {
  const rows = await tx
    .select({
      qrId: facilityQr.id,
      shortNumber: facilityQr.shortNumber,
      service: { nameTh: serviceType.nameTh, nameEn: serviceType.nameEn },
      revokedAt: facilityQr.revokedAt,
    })
    .from(facilityQr)
    .innerJoin(serviceType, eq(serviceType.code, facilityQr.serviceType))
    .where(
      and(eq(facilityQr.agencyId, agencyId), eq(facilityQr.kind, "printed"), isNotNull(facilityQr.revokedAt)),
    )
    .orderBy(desc(facilityQr.revokedAt))
    .limit(limit);
  return rows.flatMap(({ revokedAt, ...row }) => (revokedAt ? [{ ...row, revokedAt }] : []));
}

/** Ends a living printed QR of the facility in favour of another. False: it is none, or has ended before. */
export async function endForSuccessor(
  tx: Tx,
  agencyId: string,
  qrId: string,
  ended: { readonly successorId: string; readonly now: Date },
): Promise<boolean> {
  const rows = await tx
    .update(facilityQr)
    .set({ revokedAt: ended.now, replacedBy: ended.successorId })
    .where(
      and(
        eq(facilityQr.agencyId, agencyId),
        eq(facilityQr.id, qrId),
        eq(facilityQr.kind, "printed"),
        sql`${facilityQr.revokedAt} is null`,
      ),
    )
    .returning({ id: facilityQr.id });
  return rows.length > 0;
}
