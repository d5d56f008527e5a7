import { and, asc, eq, ne } from "drizzle-orm";
import { petition } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

/** The petitions an officer has that are not completed, at most `limit`, in the order in which they are held. */
export async function listOpenPetitionsOf(
  tx: Tx,
  agencyId: string,
  officerId: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await tx
    .select({ id: petition.id })
    .from(petition)
    .where(
      and(
        eq(petition.agencyId, agencyId),
        eq(petition.officerId, officerId),
        ne(petition.status, "completed"),
      ),
    )
    .orderBy(asc(petition.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
