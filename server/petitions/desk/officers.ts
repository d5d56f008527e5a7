import { listStaffNames } from "../../agencies/store/staff-names.ts";
import type { Ports, Tx } from "../../ports.ts";
import { officersOf, type Officer } from "../officers.ts";
import { listUnitMembers } from "../store/unit.ts";

/** Everybody of an agency who works on petitions, by name. */
export async function findOfficers(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  agencyId: string,
): Promise<readonly Officer[]> {
  const members = await listUnitMembers(tx, agencyId);
  const names = await listStaffNames(
    ports,
    tx,
    members.map(({ staffId }) => staffId),
  );
  return officersOf(members, names);
}
