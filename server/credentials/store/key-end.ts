import { and, eq, isNull } from "drizzle-orm";
import { activation, seatSession, signInChallenge, softToken } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { SoftTokenState } from "../soft-token.ts";

/** What a stop of somebody's keys ended. */
export interface EndedKeys {
  readonly tokenIds: readonly string[];
  readonly sessions: number;
  readonly challenges: number;
}

/**
 * Ends what a time in a seat can sign in with: its live key, the computers that are in, the sign-ins that wait, and the
 * QR codes that would make another key. Runs as the gate or the system.
 */
export async function endKeysOfHolding(
  tx: Tx,
  holdingId: string,
  end: { readonly state: Exclude<SoftTokenState, "live">; readonly reason: string; readonly now: Date },
): Promise<EndedKeys> {
  const { state, reason, now } = end;
  const tokens = await tx
    .update(softToken)
    .set({ state, endReason: reason, endedAt: now })
    .where(and(eq(softToken.holdingId, holdingId), eq(softToken.state, "live")))
    .returning({ id: softToken.id });
  const sessions = await tx
    .update(seatSession)
    .set({ endedAt: now })
    .where(and(eq(seatSession.holdingId, holdingId), isNull(seatSession.endedAt)))
    .returning({ id: seatSession.id });
  const challenges = await tx
    .update(signInChallenge)
    .set({ state: "expired", endedAt: now })
    .where(and(eq(signInChallenge.holdingId, holdingId), eq(signInChallenge.state, "waiting")))
    .returning({ id: signInChallenge.id });
  await tx
    .update(activation)
    .set({ endedAt: now })
    .where(and(eq(activation.holdingId, holdingId), isNull(activation.endedAt)));
  return {
    tokenIds: tokens.map(({ id }) => id),
    sessions: sessions.length,
    challenges: challenges.length,
  };
}
