import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { staff, staffUnit, unit } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

/** A part of an agency that petitions are worked on in. */
export interface KeptUnit {
  readonly id: string;
  readonly nameTh: string;
  readonly nameEn: string;
  /** Null: it works. */
  readonly closedAt: Date | null;
}

const columns = { id: unit.id, nameTh: unit.nameTh, nameEn: unit.nameEn, closedAt: unit.closedAt };

/** Every unit of an agency by its Thai name, closed ones too: petitions of long ago lie with them. */
export function listUnits(tx: Tx, agencyId: string): Promise<KeptUnit[]> {
  return tx.select(columns).from(unit).where(eq(unit.agencyId, agencyId)).orderBy(asc(unit.nameTh));
}

/** A unit that works; null: the agency has none of that id. */
export async function findOpenUnit(tx: Tx, agencyId: string, unitId: string): Promise<KeptUnit | null> {
  const [row] = await tx
    .select(columns)
    .from(unit)
    .where(and(eq(unit.agencyId, agencyId), eq(unit.id, unitId), isNull(unit.closedAt)));
  return row ?? null;
}

/** The units somebody works in. */
export async function listUnitsOf(tx: Tx, agencyId: string, staffId: string): Promise<readonly string[]> {
  const rows = await tx
    .select({ unitId: staffUnit.unitId })
    .from(staffUnit)
    .where(and(eq(staffUnit.agencyId, agencyId), eq(staffUnit.staffId, staffId)));
  return rows.map(({ unitId }) => unitId);
}

/** Who works at an agency and in which unit; one row a unit, null for whoever is in none. */
export interface UnitMember {
  readonly staffId: string;
  readonly level: string;
  readonly state: string;
  readonly unitId: string | null;
}

/** Everybody of an agency whose right has not ended, with their units. */
export function listUnitMembers(tx: Tx, agencyId: string): Promise<UnitMember[]> {
  return tx
    .select({ staffId: staff.id, level: staff.level, state: staff.state, unitId: staffUnit.unitId })
    .from(staff)
    .leftJoin(staffUnit, and(eq(staffUnit.agencyId, staff.agencyId), eq(staffUnit.staffId, staff.id)))
    .where(and(eq(staff.agencyId, agencyId), ne(staff.state, "ended")))
    .orderBy(asc(staff.id));
}
