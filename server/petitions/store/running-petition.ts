import { and, asc, eq, gt, inArray, isNotNull, sql } from "drizzle-orm";
import { petition, petitionEvent } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { ClockEvent } from "../due.ts";
import type { PetitionEventKind } from "../petition.ts";
import { petitionColumns, type KeptPetition } from "./petition.ts";

/** Petitions of an agency that are open and have a day due, by id, after `after`: at most `limit`. */
export async function listRunning(
  tx: Tx,
  agencyId: string,
  after: string | null,
  limit: number,
): Promise<readonly KeptPetition[]> {
  return tx
    .select(petitionColumns)
    .from(petition)
    .where(
      and(
        eq(petition.agencyId, agencyId),
        sql`${petition.status} <> 'completed'`,
        isNotNull(petition.dueDay),
        after === null ? undefined : gt(petition.id, after),
      ),
    )
    .orderBy(asc(petition.id))
    .limit(limit);
}

/** What happened to some petitions of an agency as far as the clock reads it, by petition, from the first on. */
export async function listClockEvents(
  tx: Tx,
  agencyId: string,
  petitionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ClockEvent[]>> {
  if (petitionIds.length === 0) return new Map();
  const rows = await tx
    .select({
      petitionId: petitionEvent.petitionId,
      kind: sql<PetitionEventKind>`${petitionEvent.kind}`,
      happenedAt: petitionEvent.happenedAt,
    })
    .from(petitionEvent)
    .where(and(eq(petitionEvent.agencyId, agencyId), inArray(petitionEvent.petitionId, [...petitionIds])))
    .orderBy(asc(petitionEvent.happenedAt), asc(petitionEvent.id));
  const found = new Map<string, ClockEvent[]>(petitionIds.map((id) => [id, []]));
  for (const { petitionId, ...event } of rows) found.get(petitionId)?.push(event);
  return found;
}
