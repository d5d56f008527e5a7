import { and, eq, inArray, lt, sql } from "drizzle-orm";
import { serviceCode } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { ClosingCode, ServiceCode, ServiceCodeStatus } from "../service-code.ts";

/** A code of the facility, as moving it needs. */
export interface CodeHere {
  readonly id: string;
  readonly personId: string;
  readonly visitId: string;
  readonly agencyId: string;
  readonly code: ServiceCode;
  readonly status: ServiceCodeStatus;
  readonly expiresAt: Date;
  readonly closingCode: ClosingCode | null;
}

const columns = {
  id: serviceCode.id,
  personId: serviceCode.personId,
  visitId: serviceCode.visitId,
  agencyId: serviceCode.agencyId,
  code: sql<ServiceCode>`${serviceCode.code}`,
  status: sql<ServiceCodeStatus>`${serviceCode.status}`,
  expiresAt: serviceCode.expiresAt,
  closingCode: sql<ClosingCode | null>`${serviceCode.closingCode}`,
};

/** A code of the actor's facility by its id, held until the transaction ends; null: none of this facility's. */
export async function lockCodeHere(tx: Tx, agencyId: string, codeId: string): Promise<CodeHere | null> {
  const [row] = await tx
    .select(columns)
    .from(serviceCode)
    .where(and(eq(serviceCode.agencyId, agencyId), eq(serviceCode.id, codeId)))
    .for("update");
  return row ?? null;
}

/** A code of the facility as it stands on paper or phone; null: none of this facility's. */
export async function findCodeHere(tx: Tx, agencyId: string, code: ServiceCode): Promise<CodeHere | null> {
  const [row] = await tx
    .select(columns)
    .from(serviceCode)
    .where(and(eq(serviceCode.agencyId, agencyId), eq(serviceCode.code, code)));
  return row ?? null;
}

interface By {
  readonly staffId: string;
  readonly now: Date;
}

/** The counter saw the code. The row must be locked and the move allowed; the database refuses others. */
export async function useCodeRow(tx: Tx, { personId, id }: CodeHere, by: By): Promise<void> {
  await tx
    .update(serviceCode)
    .set({ status: "used", usedAt: by.now, usedBy: by.staffId })
    .where(and(eq(serviceCode.personId, personId), eq(serviceCode.id, id)));
}

/** The service was given: answers the closing code, from a sequence and key of its own. */
export async function closeCodeRow(
  tx: Tx,
  { personId, id }: CodeHere,
  by: By & { readonly closingKey: Uint8Array },
): Promise<ClosingCode> {
  const [row] = await tx.execute<{ closing_code: ClosingCode }>(sql`
    update ${serviceCode} set status = 'closed', closed_at = ${by.now.toISOString()}, closed_by = ${by.staffId},
      closing_code = 'EP' || lpad(permute_code_number(${Buffer.from(by.closingKey)},
        nextval('closing_code_number'))::text, 10, '0')
    where person_id = ${personId} and id = ${id} returning closing_code`);
  if (!row) throw new Error("a locked code is not there");
  return row.closing_code;
}

/** A facility's admin cancels a code, with a reason. */
export async function cancelCodeHereRow(
  tx: Tx,
  { personId, id }: CodeHere,
  by: By & { readonly reason: string },
): Promise<void> {
  await tx
    .update(serviceCode)
    .set({ status: "cancelled", cancelledAt: by.now, cancelledBy: by.staffId, cancelReason: by.reason })
    .where(and(eq(serviceCode.personId, personId), eq(serviceCode.id, id)));
}

/** Marks codes whose day is over and that nobody used, at most `limit` of them; answers how many. Runs as the system. */
export async function expireCodeRows(tx: Tx, now: Date, limit: number): Promise<number> {
  const over = tx
    .select({ id: serviceCode.id })
    .from(serviceCode)
    .where(and(eq(serviceCode.status, "issued"), lt(serviceCode.expiresAt, now)))
    .limit(limit)
    .for("update", { skipLocked: true });
  const rows = await tx
    .update(serviceCode)
    .set({ status: "expired" })
    .where(
      and(inArray(serviceCode.id, over), eq(serviceCode.status, "issued"), lt(serviceCode.expiresAt, now)),
    )
    .returning({ id: serviceCode.id });
  return rows.length;
}
