import type { SystemActor } from "../../kernel/actor.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import { takerOf } from "../officer-choice.ts";
import { officersOf } from "../officers.ts";
import { listEvents } from "../store/petition-event.ts";
import { lockPetition, type KeptPetition } from "../store/petition.ts";
import { listOpenCounts, listReopenedAlone } from "../store/reopened.ts";
import { listUnitMembers, type UnitMember } from "../store/unit.ts";
import { warnedStaff } from "../warned-staff.ts";
import { takeStep } from "./take-step.ts";
import { tellOfficer } from "./tell-officer.ts";

/**
 * Gives a petition that its citizen reopened to another officer of its unit than the one who closed it (N10), and tells
 * them; where there is none it stays in the unit's queue and the superior is told. Once a reopening: false when it was done
 * before, or somebody took it meanwhile.
 */
export async function handOn(
  ports: Ports,
  tx: Tx,
  actor: SystemActor,
  { agencyId, id: petitionId }: Pick<KeptPetition, "agencyId" | "id">,
): Promise<boolean> {
  await lockPetition(tx, agencyId, petitionId);
  const [petition] = await listReopenedAlone(tx, { agencyId, petitionId, limit: 1 });
  if (petition === undefined) return false;
  const members = await listUnitMembers(tx, agencyId);
  const officerId = await findTaker(ports, tx, petition, members);
  const told = officerId === null ? warnedStaff(members, petition, ["superior"]) : [officerId];
  if (officerId !== null) await give(ports, tx, actor, petition, officerId);
  for (const staffId of told) {
    const refs = { staffId, agencyId, petitionId, reopened: petition.reopened };
    await queue(ports, tx, { kind: "staff_petition_reopened", medium: "mail", refs });
  }
  return true;
}

async function findTaker(
  ports: Ports,
  tx: Tx,
  petition: KeptPetition,
  members: readonly UnitMember[],
): Promise<string | null> {
  const working = members.filter(({ level, state }) => level === "officer" && state === "active");
  const officers = officersOf(working, new Map());
  const ids = officers.map(({ staffId }) => staffId);
  const open = await listOpenCounts(tx, petition.agencyId, ids);
  return takerOf(officers, await listEvents(ports, tx, petition), petition.unitId, open);
}

async function give(
  ports: Ports,
  tx: Tx,
  actor: SystemActor,
  petition: KeptPetition,
  officerId: string,
): Promise<void> {
  const step = { petition, seen: petition.version, step: "assigned", officerId } as const;
  const given = await takeStep(ports, tx, actor, step);
  if (!given.ok) throw new Error(`a reopened petition could not be given: ${given.refusal.kind}`);
  await tellOfficer(ports, tx, actor, petition, given.value);
}
