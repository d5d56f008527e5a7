import { and, desc, eq } from "drizzle-orm";
import { seatSession, signInChallenge, softToken } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { ChallengeState, SigningPurpose } from "../sign-in-challenge.ts";

/** A computer somebody gave user code and password at. */
export interface OwnSession {
  readonly id: string;
  readonly device: string;
  readonly signedInAt: Date;
  /** When the phone signed; null: it did not. */
  readonly factorAt: Date | null;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
}

/** What somebody's phone was asked. */
export interface OwnAsked {
  readonly id: string;
  readonly purpose: SigningPurpose;
  readonly state: ChallengeState;
  readonly madeAt: Date;
  readonly expiresAt: Date;
}

/** The key somebody in a seat signs with, as they see it; null: none is on a phone. */
export async function findOwnKey(
  tx: Tx,
  holdingId: string,
): Promise<{ readonly device: string; readonly notAfter: Date } | null> {
  const [row] = await tx
    .select({ device: softToken.device, notAfter: softToken.notAfter })
    .from(softToken)
    .where(and(eq(softToken.holdingId, holdingId), eq(softToken.state, "live")));
  return row ?? null;
}

/** The last computers of a time in a seat, newest first. */
export async function listOwnSessions(
  tx: Tx,
  holdingId: string,
  most: number,
): Promise<readonly OwnSession[]> {
  return tx
    .select({
      id: seatSession.id,
      device: seatSession.device,
      signedInAt: seatSession.signedInAt,
      factorAt: seatSession.factorAt,
      expiresAt: seatSession.expiresAt,
      endedAt: seatSession.endedAt,
    })
    .from(seatSession)
    .where(eq(seatSession.holdingId, holdingId))
    .orderBy(desc(seatSession.signedInAt))
    .limit(most);
}

/** What the phone of a time in a seat was asked last, newest first. */
export async function listOwnAsked(tx: Tx, holdingId: string, most: number): Promise<readonly OwnAsked[]> {
  const found = await tx
    .select({
      id: signInChallenge.id,
      purpose: signInChallenge.purpose,
      state: signInChallenge.state,
      madeAt: signInChallenge.madeAt,
      expiresAt: signInChallenge.expiresAt,
    })
    .from(signInChallenge)
    .where(eq(signInChallenge.holdingId, holdingId))
    .orderBy(desc(signInChallenge.madeAt))
    .limit(most);
  return found as readonly OwnAsked[];
}
