import { listStaffNames } from "../../agencies/store/staff-names.ts";
import type { Ports, Tx } from "../../ports.ts";
import { listKeyNames } from "../../systems/store/api-key.ts";

/** What stands where an account's name is not to be had; in a report, columns U and W. */
export const unnamedStaff = "เจ้าหน้าที่";

/** What those who recorded something are called, by id: members of staff by name, a hospital's system by its key. */
export async function nameRecorders(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids)].filter((id) => id !== null);
  const staff = await listStaffNames(ports, tx, asked);
  const keys = await listKeyNames(
    tx,
    asked.filter((id) => !staff.has(id)),
  );
  return new Map(
    asked.map((id) => {
      const key = keys.get(id);
      return [id, staff.get(id) ?? (key === undefined ? unnamedStaff : `API: ${key}`)];
    }),
  );
}
