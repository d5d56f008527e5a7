import { and, asc, count, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { notice, petition } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import { petitionColumns, type KeptPetition } from "./petition.ts";

/**
 * Petitions of an agency that a citizen reopened and nobody has, of which no member of staff was told since: at most
 * `limit`, the one alone where `petitionId` names it. Runs as the system.
 */
export async function listReopenedAlone(
  tx: Tx,
  of: { readonly agencyId: string; readonly petitionId: string | null; readonly limit: number },
): Promise<readonly KeptPetition[]> {
  return tx
    .select(petitionColumns)
    .from(petition)
    .where(
      and(
        eq(petition.agencyId, of.agencyId),
        of.petitionId === null ? undefined : eq(petition.id, of.petitionId),
        isNull(petition.officerId),
        eq(petition.status, "in_progress"),
        gt(petition.reopened, 0),
        sql`not exists (select 1 from ${notice} n where n.refs ? 'petitionId'
          and n.refs ->> 'petitionId' = ${petition.id}::text and n.kind = 'staff_petition_reopened'
          and (n.refs ->> 'reopened')::int = ${petition.reopened})`,
      ),
    )
    .orderBy(asc(petition.id))
    .limit(of.limit);
}

/** How many open petitions each of these officers has; who has none is left out. */
export async function listOpenCounts(
  tx: Tx,
  agencyId: string,
  staffIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (staffIds.length === 0) return new Map();
  const rows = await tx
    .select({ officerId: petition.officerId, open: count() })
    .from(petition)
    .where(
      and(
        eq(petition.agencyId, agencyId),
        sql`${petition.status} <> 'completed'`,
        inArray(petition.officerId, [...staffIds]),
      ),
    )
    .groupBy(petition.officerId);
  return new Map(rows.map(({ officerId, open }) => [officerId ?? "", open]));
}
