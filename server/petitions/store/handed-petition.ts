import { and, eq } from "drizzle-orm";
import { staff } from "../../../db/schema/index.ts";
import { mayStaff } from "../../agencies/role.ts";
import type { LineUser, StaffLevel } from "../../kernel/actor.ts";
import type { Tx } from "../../ports.ts";
import type { HandedPetition } from "../handed-petition.ts";
import { findPetition } from "./petition.ts";
import { findVersion } from "./service.ts";
import { findStaffLine } from "./staff-line.ts";

/**
 * The petition of a card to an officer, by its refs, as long as it is news to them: they have it still, it is open, their
 * right to work on petitions has not ended, and this LINE user is still theirs. Null otherwise: nothing is sent.
 */
export async function findHandedPetition(
  tx: Tx,
  refs: { readonly agencyId: string; readonly petitionId: string; readonly staffId: string },
  to: LineUser,
): Promise<HandedPetition | null> {
  const { agencyId, petitionId, staffId } = refs;
  const petition = await findPetition(tx, agencyId, petitionId);
  if (!petition || petition.officerId !== staffId || petition.status === "completed") return null;
  const linked = await findStaffLine(tx, agencyId, staffId);
  if (linked?.channel !== to.channel || linked.lineUserId !== to.lineUserId) return null;
  const [member] = await tx
    .select({ level: staff.level, state: staff.state })
    .from(staff)
    .where(and(eq(staff.id, staffId), eq(staff.agencyId, agencyId)));
  const works = member?.state === "active" && mayStaff(member.level as StaffLevel, "work_petitions");
  const version = await findVersion(tx, agencyId, petition.serviceId, petition.serviceVersion);
  if (!works || !version) return null;
  const { id, number, status, dueDay } = petition;
  return { id, number, status, dueDay, service: version.definition.name };
}
