import { eq, inArray } from "drizzle-orm";
import { agency, facility } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

/** An agency as its letter names it, and whom the letter goes to. */
export interface LetterPlace {
  readonly nameTh: string;
  readonly nameEn: string;
  readonly hcode: string;
  /** The number of its region; null: not known yet. */
  readonly region: number | null;
  /** The office that grants; null: nobody yet. */
  readonly registrarId: string | null;
}

/** Agencies as their letters name them, by id. */
export async function listLetterPlaces(
  tx: Tx,
  agencyIds: readonly string[],
): Promise<ReadonlyMap<string, LetterPlace>> {
  const ids = [...new Set(agencyIds)];
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({
      id: agency.id,
      nameTh: agency.nameTh,
      nameEn: agency.nameEn,
      hcode: facility.hcode,
      region: agency.region,
      registrarId: agency.registrarId,
    })
    .from(agency)
    .leftJoin(facility, eq(facility.agencyId, agency.id))
    .where(inArray(agency.id, ids));
  return new Map(rows.map(({ id, hcode, ...place }) => [id, { ...place, hcode: hcode ?? "" }]));
}
