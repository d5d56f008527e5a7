import { inArray } from "drizzle-orm";
import { staff } from "../../../db/schema/index.ts";
import type { Ports, Tx } from "../../ports.ts";
import { staffFullName, type StaffFacts } from "../staff.ts";

/** What members of staff are called ("มานี ชูใจ"), by id; those whom the actor may not see are left out. */
export async function listStaffNames(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  staffIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(staffIds)];
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: staff.id, dataKey: staff.dataKey, sealed: staff.sealed })
    .from(staff)
    .where(inArray(staff.id, ids));
  return new Map(
    rows.map(({ id, dataKey, sealed }) => {
      const facts = ports.vault.open<StaffFacts>(dataKey, { table: "staff", rowId: id }, sealed);
      return [id, staffFullName(facts)];
    }),
  );
}
