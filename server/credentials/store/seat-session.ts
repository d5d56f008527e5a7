import { and, eq, isNull, or } from "drizzle-orm";
import { seatSession } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

/** Ends every computer somebody is in at, whole or half. Runs as the gate or the system. */
export async function endSessionsOfHolding(tx: Tx, holdingId: string, now: Date): Promise<void> {
  await tx
    .update(seatSession)
    .set({ endedAt: now })
    .where(and(eq(seatSession.holdingId, holdingId), isNull(seatSession.endedAt)));
}

/**
 * Ends every computer that stands between password and phone, and the session that asked, whole or half (null: none did).
 * Runs as the gate or the system.
 */
export async function endAskingSessions(
  tx: Tx,
  asked: { readonly holdingId: string; readonly sessionId: string | null },
  now: Date,
): Promise<void> {
  const { holdingId, sessionId } = asked;
  const isHalf = isNull(seatSession.factorAt);
  await tx
    .update(seatSession)
    .set({ endedAt: now })
    .where(
      and(
        eq(seatSession.holdingId, holdingId),
        isNull(seatSession.endedAt),
        sessionId === null ? isHalf : or(isHalf, eq(seatSession.id, sessionId)),
      ),
    );
}
