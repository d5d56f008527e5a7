import { desc, eq } from "drizzle-orm";
import { idCheck } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { IdCheckState } from "../id-check.ts";

/** How the last check of a person's ID pictures stands, at whatever agency; null: none was sent. */
export async function findCheckStanding(
  tx: Tx,
  personId: string,
): Promise<{ readonly state: IdCheckState; readonly agencyId: string } | null> {
  const [row] = await tx
    .select({ state: idCheck.state, agencyId: idCheck.agencyId })
    .from(idCheck)
    .where(eq(idCheck.personId, personId))
    .orderBy(desc(idCheck.madeAt), desc(idCheck.id))
    .limit(1);
  return row ? { state: row.state as IdCheckState, agencyId: row.agencyId } : null;
}
