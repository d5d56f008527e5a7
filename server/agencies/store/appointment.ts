import { and, asc, eq } from "drizzle-orm";
import { agency, staff } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

/**
 * The active local_admins of an agency, held until the transaction ends, always in one order: two of them who change each
 * other's level come one after the other.
 */
export async function lockAdmins(tx: Tx, agencyId: string): Promise<readonly string[]> {
  const rows = await tx
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.agencyId, agencyId), eq(staff.level, "local_admin"), eq(staff.state, "active")))
    .orderBy(asc(staff.id))
    .for("update");
  return rows.map(({ id }) => id);
}

/** Whom a form invited already; null: nobody, it is new. */
export async function findInvitedBy(tx: Tx, agencyId: string, requestKey: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.agencyId, agencyId), eq(staff.requestKey, requestKey)));
  return row?.id ?? null;
}

/** Under which office the accounts of an agency stand: the one above it, or itself where there is none. */
export async function findGrantingOffice(tx: Tx, agencyId: string): Promise<string> {
  const [row] = await tx
    .select({ registrarId: agency.registrarId })
    .from(agency)
    .where(eq(agency.id, agencyId));
  return row?.registrarId ?? agencyId;
}
