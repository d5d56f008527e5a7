import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { StepActor } from "../step-actor.ts";
import type { KeptPetition } from "../store/petition.ts";
import { findStaffLine } from "../store/staff-line.ts";

/**
 * Queues the card for an officer who was given a petition by somebody else and linked their LINE. Nobody is told of what
 * they took themselves or had already.
 */
export async function tellOfficer(
  ports: Ports,
  tx: Tx,
  actor: StepActor,
  before: KeptPetition,
  { agencyId, id: petitionId, officerId }: KeptPetition,
): Promise<void> {
  const isOwn = actor.kind === "staff" && officerId === actor.staffId;
  if (officerId === null || isOwn || officerId === before.officerId) return;
  const to = await findStaffLine(tx, agencyId, officerId);
  if (to === null) return;
  const refs = { agencyId, petitionId, staffId: officerId };
  const { channel, lineUserId } = to;
  await queue(ports, tx, { kind: "petition_handed", medium: "line", to: { channel, lineUserId }, refs });
}
