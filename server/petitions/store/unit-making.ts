import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { service, serviceVersion, staff, staffUnit, unit } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

/** Keeps a new unit. */
export async function insertUnit(
  tx: Tx,
  made: { readonly agencyId: string; readonly id: string; readonly nameTh: string; readonly nameEn: string },
): Promise<void> {
  await tx.insert(unit).values(made);
}

/** Gives a unit other names, closes it or opens it again. */
export async function changeUnit(
  tx: Tx,
  agencyId: string,
  id: string,
  change: { readonly nameTh?: string; readonly nameEn?: string; readonly closedAt?: Date | null },
): Promise<void> {
  await tx
    .update(unit)
    .set(change)
    .where(and(eq(unit.agencyId, agencyId), eq(unit.id, id)));
}

/** What the services are called that still send their petitions to a unit, by the version in use; those that are closed do not. */
export async function listServicesOfUnit(tx: Tx, agencyId: string, id: string): Promise<readonly string[]> {
  const rows = await tx
    .select({ name: sql<string>`coalesce(${serviceVersion.definition} #>> '{name,th}', ${service.slug})` })
    .from(service)
    .leftJoin(
      serviceVersion,
      and(
        eq(serviceVersion.agencyId, service.agencyId),
        eq(serviceVersion.serviceId, service.id),
        eq(serviceVersion.version, service.version),
      ),
    )
    .where(and(eq(service.agencyId, agencyId), eq(service.unitId, id), isNull(service.closedAt)))
    .orderBy(service.position);
  return rows.map(({ name }) => name);
}

/** How many of these work at the agency and have not ended. */
export async function countStaffOf(tx: Tx, agencyId: string, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const rows = await tx
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.agencyId, agencyId), inArray(staff.id, [...ids]), ne(staff.state, "ended")));
  return rows.length;
}

/** Puts exactly these people in a unit; who is in other units stays there too. */
export async function replaceUnitMembers(
  tx: Tx,
  agencyId: string,
  unitId: string,
  staffIds: readonly string[],
): Promise<void> {
  await tx.delete(staffUnit).where(and(eq(staffUnit.agencyId, agencyId), eq(staffUnit.unitId, unitId)));
  if (staffIds.length === 0) return;
  await tx.insert(staffUnit).values(staffIds.map((staffId) => ({ agencyId, unitId, staffId })));
}

/** Puts somebody in exactly these units. */
export async function replaceUnitsOf(
  tx: Tx,
  agencyId: string,
  staffId: string,
  unitIds: readonly string[],
): Promise<void> {
  await tx.delete(staffUnit).where(and(eq(staffUnit.agencyId, agencyId), eq(staffUnit.staffId, staffId)));
  if (unitIds.length === 0) return;
  await tx.insert(staffUnit).values(unitIds.map((unitId) => ({ agencyId, staffId, unitId })));
}
