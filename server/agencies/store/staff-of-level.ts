import { and, eq } from "drizzle-orm";
import { staff } from "../../../db/schema/index.ts";
import type { StaffLevel } from "../../kernel/actor.ts";
import type { Tx } from "../../ports.ts";

/** The ids of an agency's active members of staff of one level. */
export async function listStaffOfLevel(
  tx: Tx,
  agencyId: string,
  level: StaffLevel,
): Promise<readonly string[]> {
  const found = await tx
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.agencyId, agencyId), eq(staff.level, level), eq(staff.state, "active")));
  return found.map(({ id }) => id);
}
