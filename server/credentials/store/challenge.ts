import { and, desc, eq, gt, gte, lte, sql } from "drizzle-orm";
import { seat, signInChallenge, softToken } from "../../../db/schema/index.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { Tx } from "../../ports.ts";
import type { ChallengePicture, ChallengeState, SigningPurpose } from "../sign-in-challenge.ts";
import type { UserCode } from "../user-code.ts";

/** What a phone is asked to sign, as it is kept. */
export interface KeptChallenge {
  readonly id: string;
  readonly agencyId: string;
  readonly issuerId: string;
  readonly seatId: string;
  readonly userCode: UserCode;
  readonly holdingId: string;
  readonly softTokenId: string;
  readonly sessionId: string | null;
  readonly purpose: SigningPurpose;
  readonly relyingParty: string;
  readonly subjectId: string | null;
  readonly nonce: Uint8Array;
  readonly picture: ChallengePicture;
  readonly choices: readonly ChallengePicture[];
  readonly digits: string;
  readonly state: ChallengeState;
  readonly wrong: number;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
}

function rows(tx: Tx) {
  return tx
    .select({ challenge: signInChallenge, userCode: seat.userCode })
    .from(signInChallenge)
    .innerJoin(seat, eq(seat.id, signInChallenge.seatId))
    .$dynamic();
}

function keptOf(row: { challenge: typeof signInChallenge.$inferSelect; userCode: string }): KeptChallenge {
  const { state, purpose, picture, choices, ...rest } = row.challenge;
  return {
    ...rest,
    userCode: row.userCode as UserCode,
    state: state as ChallengeState,
    purpose: purpose as SigningPurpose,
    picture: picture as ChallengePicture,
    choices: choices as readonly ChallengePicture[],
  };
}

/** A challenge, whoever asks. */
export async function findChallenge(tx: Tx, id: string): Promise<KeptChallenge | null> {
  const [row] = await rows(tx).where(eq(signInChallenge.id, id));
  return row ? keptOf(row) : null;
}

/** The same, locked until the transaction ends. */
export async function lockChallenge(tx: Tx, id: string): Promise<KeptChallenge | null> {
  const [row] = await rows(tx).where(eq(signInChallenge.id, id)).for("update", { of: signInChallenge });
  return row ? keptOf(row) : null;
}

/** The last challenge that a session asked for, of one purpose; null: none yet. */
export async function findLastChallenge(
  tx: Tx,
  sessionId: string,
  purpose: SigningPurpose,
): Promise<KeptChallenge | null> {
  const [row] = await rows(tx)
    .where(and(eq(signInChallenge.sessionId, sessionId), eq(signInChallenge.purpose, purpose)))
    .orderBy(desc(signInChallenge.madeAt), desc(signInChallenge.id))
    .limit(1);
  return row ? keptOf(row) : null;
}

/** What waits for a LINE user's phone, the newest first. */
export async function listWaitingChallenges(
  tx: Tx,
  { channel, lineUserId }: LineUser,
  now: Date,
): Promise<readonly KeptChallenge[]> {
  const found = await rows(tx)
    .innerJoin(softToken, eq(softToken.id, signInChallenge.softTokenId))
    .where(
      and(
        eq(signInChallenge.state, "waiting"),
        gt(signInChallenge.expiresAt, now),
        eq(softToken.channel, channel),
        eq(softToken.lineUserId, lineUserId),
      ),
    )
    .orderBy(desc(signInChallenge.madeAt));
  return found.map(keptOf);
}

/** True while it waits for an answer. */
export async function findIsWaiting(tx: Tx, id: string, now: Date): Promise<boolean> {
  const [row] = await tx
    .select({ id: signInChallenge.id })
    .from(signInChallenge)
    .where(
      and(
        eq(signInChallenge.id, id),
        eq(signInChallenge.state, "waiting"),
        gt(signInChallenge.expiresAt, now),
      ),
    );
  return row !== undefined;
}

/** How many challenges a seat had since then, and when the oldest of them was made. */
export async function countChallenges(
  tx: Tx,
  seatId: string,
  since: Date,
): Promise<{ readonly count: number; readonly oldestAt: Date | null }> {
  const [row] = await tx
    .select({
      count: sql<number>`count(*)::int`,
      oldestAt: sql<string | null>`min(${signInChallenge.madeAt})`,
    })
    .from(signInChallenge)
    .where(and(eq(signInChallenge.seatId, seatId), gte(signInChallenge.madeAt, since)));
  const oldestAt = row?.oldestAt ?? null;
  return { count: row?.count ?? 0, oldestAt: oldestAt === null ? null : new Date(oldestAt) };
}

export type NewChallenge = Omit<KeptChallenge, "userCode" | "state" | "wrong" | "endedAt">;

/** Keeps a new challenge. Runs as the gate. The database refuses a second waiting one of a key. */
export async function insertChallenge(tx: Tx, { choices, ...made }: NewChallenge): Promise<void> {
  await tx.insert(signInChallenge).values({ ...made, choices: [...choices], state: "waiting" });
}

/** Ends a challenge or moves it on. False: it was not in that state any more. */
export async function moveChallenge(
  tx: Tx,
  id: string,
  from: ChallengeState,
  to: { readonly state: ChallengeState; readonly now: Date; readonly signature?: Uint8Array },
): Promise<boolean> {
  const { state, now, signature } = to;
  const moved = await tx
    .update(signInChallenge)
    .set({ state, endedAt: now, ...(signature ? { signature } : {}) })
    .where(and(eq(signInChallenge.id, id), eq(signInChallenge.state, from)))
    .returning({ id: signInChallenge.id });
  return moved.length === 1;
}

/** Counts a wrong answer. */
export async function saveWrongAnswers(tx: Tx, id: string, wrong: number): Promise<void> {
  await tx.update(signInChallenge).set({ wrong }).where(eq(signInChallenge.id, id));
}

/** A challenge that was over without an answer. */
export type OutlivedChallenge = Pick<KeptChallenge, "id" | "agencyId" | "seatId" | "holdingId" | "purpose">;

const outlived = {
  id: signInChallenge.id,
  agencyId: signInChallenge.agencyId,
  seatId: signInChallenge.seatId,
  holdingId: signInChallenge.holdingId,
  purpose: signInChallenge.purpose,
};

/** Ends what waits for a key, because something newer is asked of it. */
export async function endWaiting(
  tx: Tx,
  softTokenId: string,
  now: Date,
): Promise<readonly OutlivedChallenge[]> {
  const ended = await tx
    .update(signInChallenge)
    .set({ state: "expired", endedAt: now })
    .where(and(eq(signInChallenge.softTokenId, softTokenId), eq(signInChallenge.state, "waiting")))
    .returning(outlived);
  return ended as readonly OutlivedChallenge[];
}

/** Ends what waited past its time. Runs as the system. */
export async function endOutlived(tx: Tx, now: Date): Promise<readonly OutlivedChallenge[]> {
  const ended = await tx
    .update(signInChallenge)
    .set({ state: "expired", endedAt: now })
    .where(and(eq(signInChallenge.state, "waiting"), lte(signInChallenge.expiresAt, now)))
    .returning(outlived);
  return ended as readonly OutlivedChallenge[];
}

/** When a time in a seat last said "ไม่ใช่ฉัน" to a purpose; null: never since then. */
export async function findDenied(
  tx: Tx,
  holdingId: string,
  purpose: SigningPurpose,
  since: Date,
): Promise<Date | null> {
  const [row] = await tx
    .select({ endedAt: signInChallenge.endedAt })
    .from(signInChallenge)
    .where(
      and(
        eq(signInChallenge.holdingId, holdingId),
        eq(signInChallenge.purpose, purpose),
        eq(signInChallenge.state, "denied"),
        gte(signInChallenge.endedAt, since),
      ),
    )
    .orderBy(desc(signInChallenge.endedAt))
    .limit(1);
  return row?.endedAt ?? null;
}
