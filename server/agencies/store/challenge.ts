import { and, eq, gt } from "drizzle-orm";
import { staffChallenge } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { ChallengePurpose } from "../passkey.ts";

/** What a session is asked for, and for what. */
export interface ChallengeOf {
  readonly sessionId: string;
  readonly purpose: ChallengePurpose;
}

/** Keeps what a session is asked for; what it was asked before for the same is worth nothing any more. As the gate. */
export async function putChallenge(
  tx: Tx,
  of: ChallengeOf,
  { secret, expiresAt }: { readonly secret: Uint8Array; readonly expiresAt: Date },
): Promise<void> {
  await tx
    .insert(staffChallenge)
    .values({ ...of, secret, expiresAt })
    .onConflictDoUpdate({
      target: [staffChallenge.sessionId, staffChallenge.purpose],
      set: { secret, expiresAt },
    });
}

/** What a session is asked for, to be shown again; null: nothing, or its time is over. */
export async function findChallenge(tx: Tx, of: ChallengeOf, now: Date): Promise<Uint8Array | null> {
  const [row] = await tx
    .select({ secret: staffChallenge.secret })
    .from(staffChallenge)
    .where(and(isOf(of), gt(staffChallenge.expiresAt, now)));
  return row?.secret ?? null;
}

/** Takes what a session is asked for: it is worth one answer. Null: taken, never asked, or its time is over. */
export async function takeChallenge(tx: Tx, of: ChallengeOf, now: Date): Promise<Uint8Array | null> {
  const [row] = await tx.delete(staffChallenge).where(isOf(of)).returning();
  return row && now < row.expiresAt ? row.secret : null;
}

function isOf({ sessionId, purpose }: ChallengeOf) {
  return and(eq(staffChallenge.sessionId, sessionId), eq(staffChallenge.purpose, purpose));
}
