import { listMembers, listMembersById } from "../../agencies/store/member.ts";
import { listStaffNames } from "../../agencies/store/staff-names.ts";
import type { Member } from "../../agencies/member.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { findTakers } from "../desk/taker.ts";
import { listOpenCounts } from "../store/reopened.ts";
import { listUnitMembers, listUnits } from "../store/unit.ts";
import type { ChoosableUnit, TownMember, TownMembers } from "../town-member.ts";

const endedShownDays = 60;

/** Everybody of the actor's local government, who lost their right lately too, and the units that are open (E5.6). */
export async function seeTownMembers(ports: Ports, actor: Staff): Promise<TownMembers> {
  const endedSince = new Date(ports.clock.now().getTime() - endedShownDays * 86_400_000);
  return ports.db.as(actor, async (tx) => {
    const members = await listMembers(ports, tx, actor.agencyId, endedSince);
    const units = await openUnits(tx, actor.agencyId);
    return { members: await withWork(ports, tx, actor, members, units), units };
  });
}

/** One of them, with the address an invitation goes to and who could take their petitions over. */
export interface SeenTownMember {
  readonly member: TownMember;
  readonly units: readonly ChoosableUnit[];
  readonly takers: readonly { readonly staffId: string; readonly name: string }[];
}

/** Somebody of the actor's local government, ended or not. Refuses anybody else as not found. */
export async function seeTownMember(
  ports: Ports,
  actor: Staff,
  { staffId }: { readonly staffId: string },
): Promise<Result<SeenTownMember, { readonly kind: "member_not_found" }>> {
  if (!isUuid(staffId)) return refuse({ kind: "member_not_found" });
  return ports.db.as(actor, async (tx) => {
    const found = await listMembersById(ports, tx, [staffId]);
    const units = await openUnits(tx, actor.agencyId);
    const [member] = await withWork(ports, tx, actor, found, units);
    if (!member) return refuse({ kind: "member_not_found" });
    const ids = (await findTakers(tx, actor.agencyId, staffId)).map((taker) => taker.staffId);
    const names = await listStaffNames(ports, tx, ids);
    const takers = ids
      .map((id) => ({ staffId: id, name: names.get(id) ?? "" }))
      .sort((one, other) => one.name.localeCompare(other.name, "th"));
    return ok({ member, units, takers });
  });
}

async function openUnits(tx: Tx, agencyId: string): Promise<readonly ChoosableUnit[]> {
  return (await listUnits(tx, agencyId)).filter(({ closedAt }) => closedAt === null);
}

async function withWork(
  ports: Ports,
  tx: Tx,
  { agencyId }: Staff,
  members: readonly Member[],
  units: readonly ChoosableUnit[],
): Promise<readonly TownMember[]> {
  const ids = members.map(({ id }) => id);
  const placed = await listUnitMembers(tx, agencyId);
  const open = await listOpenCounts(tx, agencyId, ids);
  const granters = members.flatMap(({ grantedBy }) => grantedBy ?? []);
  const names = await listStaffNames(ports, tx, granters);
  return members.map((member) => {
    const of = placed.filter(({ staffId }) => staffId === member.id).map(({ unitId }) => unitId);
    return {
      ...member,
      unitIds: units.filter(({ id }) => of.includes(id)).map(({ id }) => id),
      grantedByName: (member.grantedBy !== null && names.get(member.grantedBy)) || null,
      openPetitions: open.get(member.id) ?? 0,
    };
  });
}
