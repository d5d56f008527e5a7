import { and, eq, lt } from "drizzle-orm";
import { petitionStepRequest } from "../../../db/schema/index.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { Tx } from "../../ports.ts";

/** A step an officer posted: which petition, by which request. */
export interface StepRequest {
  readonly petitionId: string;
  readonly requestKey: string;
}

/** True when this very post was taken before. */
export async function wasTaken(tx: Tx, { agencyId }: Staff, request: StepRequest): Promise<boolean> {
  const { petitionId, requestKey } = request;
  const rows = await tx
    .select({ takenAt: petitionStepRequest.takenAt })
    .from(petitionStepRequest)
    .where(
      and(
        eq(petitionStepRequest.agencyId, agencyId),
        eq(petitionStepRequest.petitionId, petitionId),
        eq(petitionStepRequest.requestKey, requestKey),
      ),
    );
  return rows.length === 1;
}

/** Keeps that a post was taken, in the transaction that took it. */
export async function insertStepRequest(
  tx: Tx,
  { agencyId, staffId }: Staff,
  request: StepRequest,
  takenAt: Date,
): Promise<void> {
  await tx.insert(petitionStepRequest).values({ agencyId, staffId, ...request, takenAt });
}

/** Forgets posts that were taken before `before`. Runs as the system. Answers how many. */
export async function deleteStepRequests(tx: Tx, before: Date): Promise<number> {
  const gone = await tx
    .delete(petitionStepRequest)
    .where(lt(petitionStepRequest.takenAt, before))
    .returning({ requestKey: petitionStepRequest.requestKey });
  return gone.length;
}
