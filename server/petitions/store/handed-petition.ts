import { and, asc, eq, ne, sql } from "drizzle-orm";
import { petition, staff, staffLine } from "../../../db/schema/index.ts";
import { mayStaff } from "../../agencies/role.ts";
import type { LineUser, StaffLevel } from "../../kernel/actor.ts";
import type { Tx } from "../../ports.ts";
import type { HandedPetition } from "../handed-petition.ts";
import { findPetition } from "./petition.ts";
import { findVersion } from "./service.ts";
import { findStaffLine } from "./staff-line.ts";

/**
 * The open petitions given to the member of staff whose LINE this is, the soonest due first, at most `limit`. Null: no
 * account is linked, or its right to work on petitions has ended.
 */
export async function listWorkOf(
  tx: Tx,
  { channel, lineUserId }: LineUser,
  limit: number,
): Promise<readonly { agencyId: string; petitionId: string; staffId: string }[] | null> {
  const [member] = await tx
    .select({ agencyId: staff.agencyId, staffId: staff.id, level: staff.level })
    .from(staffLine)
    .innerJoin(staff, and(eq(staff.id, staffLine.staffId), eq(staff.state, "active")))
    .where(and(eq(staffLine.channel, channel), eq(staffLine.lineUserId, lineUserId)));
  if (!member || !mayStaff(member.level as StaffLevel, "work_petitions")) return null;
  const { agencyId, staffId } = member;
  const rows = await tx
    .select({ petitionId: petition.id })
    .from(petition)
    .where(
      and(eq(petition.agencyId, agencyId), eq(petition.officerId, staffId), ne(petition.status, "completed")),
    )
    .orderBy(sql`coalesce(due_day, 'infinity'::date)`, asc(petition.id))
    .limit(limit);
  return rows.map(({ petitionId }) => ({ agencyId, petitionId, staffId }));
}

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
  const held = await findPetition(tx, agencyId, petitionId);
  if (!held || held.officerId !== staffId || held.status === "completed") return null;
  const linked = await findStaffLine(tx, agencyId, staffId);
  if (linked?.channel !== to.channel || linked.lineUserId !== to.lineUserId) return null;
  const [member] = await tx
    .select({ level: staff.level, state: staff.state })
    .from(staff)
    .where(and(eq(staff.id, staffId), eq(staff.agencyId, agencyId)));
  const works = member?.state === "active" && mayStaff(member.level as StaffLevel, "work_petitions");
  const version = await findVersion(tx, agencyId, held.serviceId, held.serviceVersion);
  if (!works || !version) return null;
  const { id, number, status, dueDay } = held;
  return { id, number, status, dueDay, service: version.definition.name };
}
