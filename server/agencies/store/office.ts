import { and, eq, inArray, isNull } from "drizzle-orm";
import { agency, facility, staff } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { AgencyKind } from "../role.ts";

/** An agency as far as accounts go: what it is and who grants its people access. */
export interface AgencyPlace {
  readonly id: string;
  readonly kind: AgencyKind;
  readonly region: number | null;
  /** The office that grants; null: nobody yet. The centre grants its own people by the administrator alone. */
  readonly registrarId: string | null;
  readonly nameTh: string;
  readonly nameEn: string;
}

const columns = {
  id: agency.id,
  kind: agency.kind,
  region: agency.region,
  registrarId: agency.registrarId,
  nameTh: agency.nameTh,
  nameEn: agency.nameEn,
};

/** The agency of an id; null: there is none. */
export async function findAgencyPlace(tx: Tx, agencyId: string): Promise<AgencyPlace | null> {
  const [row] = await tx.select(columns).from(agency).where(eq(agency.id, agencyId));
  return row ? { ...row, kind: row.kind as AgencyKind } : null;
}

/** The office of a region, or the centre for null; null: it was not added yet. */
export async function findOffice(tx: Tx, region: number | null): Promise<AgencyPlace | null> {
  const which =
    region === null
      ? eq(agency.kind, "central_office")
      : and(eq(agency.kind, "regional_office"), eq(agency.region, region));
  const [row] = await tx.select(columns).from(agency).where(which);
  return row ? { ...row, kind: row.kind as AgencyKind } : null;
}

/** The agency of the facility with that hcode; null: there is none. */
export async function findFacilityAgency(tx: Tx, hcode: string): Promise<string | null> {
  const [row] = await tx
    .select({ agencyId: facility.agencyId })
    .from(facility)
    .where(eq(facility.hcode, hcode));
  return row?.agencyId ?? null;
}

export interface NewOffice {
  readonly id: string;
  readonly region: number | null;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly now: Date;
}

/**
 * Keeps a new office under the centre and puts under it who was waiting for it: the facilities of its region, or, for
 * the centre, the regional offices and local governments, with their people. Runs as the system.
 */
export async function insertOffice(tx: Tx, { id, region, nameTh, nameEn, now }: NewOffice): Promise<void> {
  const centre = region === null ? null : await findOffice(tx, null);
  const kind: AgencyKind = region === null ? "central_office" : "regional_office";
  const registrarId = centre?.id ?? null;
  await tx.insert(agency).values({ id, kind, region, registrarId, nameTh, nameEn, createdAt: now });
  const below =
    region === null
      ? inArray(agency.kind, ["regional_office", "local_government"])
      : and(eq(agency.kind, "facility"), eq(agency.region, region));
  const moved = await tx
    .update(agency)
    .set({ registrarId: id })
    .where(and(below, isNull(agency.registrarId)))
    .returning({ id: agency.id });
  const agencies = moved.map((each) => each.id);
  if (agencies.length === 0) return;
  await tx.update(staff).set({ registrarId: id }).where(inArray(staff.agencyId, agencies));
}
