import type { Staff } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import { mayHave } from "../officer-choice.ts";
import type { Officer } from "../officers.ts";
import { listOpenPetitionsOf } from "../store/open-petitions-of.ts";
import { listEvents } from "../store/petition-event.ts";
import { lockPetition } from "../store/petition.ts";
import { findOfficers } from "./officers.ts";
import { takeStep } from "./take-step.ts";
import { tellOfficer } from "./tell-officer.ts";

/** Whose open petitions go to whom; `to` null: back to the queue of their unit. */
export interface GivingOver {
  readonly from: string;
  readonly to: string | null;
}

/**
 * Gives at most `limit` open petitions of one officer to another, each by a step of its own. What the other may not have
 * (they gave it back, or closed it before it was reopened) goes back to the queue. Answers how many were given.
 */
export async function giveOver(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  { from, to }: GivingOver,
  limit: number,
): Promise<number> {
  const ids = await listOpenPetitionsOf(tx, actor.agencyId, from, limit);
  const officers = ids.length === 0 ? [] : await findOfficers(ports, tx, actor.agencyId);
  for (const id of ids) await giveOne(ports, tx, actor, id, { from, to }, officers);
  return ids.length;
}

async function giveOne(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  petitionId: string,
  { from, to }: GivingOver,
  officers: readonly Officer[],
): Promise<void> {
  const petition = await lockPetition(tx, actor.agencyId, petitionId);
  if (petition?.officerId !== from || petition.status === "completed") return;
  const free = mayHave(officers, await listEvents(ports, tx, petition), petition.unitId, {
    bySuperior: true,
  });
  const officerId = free.find(({ staffId }) => staffId === to)?.staffId ?? null;
  const step = { petition, seen: petition.version, step: "assigned", officerId } as const;
  const taken = await takeStep(ports, tx, actor, step);
  if (!taken.ok) throw new Error(`a petition could not be given over: ${taken.refusal.kind}`);
  await tellOfficer(ports, tx, actor, petition, taken.value);
}
