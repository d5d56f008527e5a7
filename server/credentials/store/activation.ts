import { and, desc, eq, gt, gte, isNotNull, isNull } from "drizzle-orm";
import { activation, seat, softToken } from "../../../db/schema/index.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { Tx } from "../../ports.ts";
import type { UserCode } from "../user-code.ts";

/** A QR on a computer that makes a key on a phone, or a renewal that waits there. */
export interface KeptActivation {
  readonly id: string;
  /** The SHA-256 of its one-time token: the nonce that is signed, too. */
  readonly tokenHash: Uint8Array;
  readonly holdingId: string;
  readonly seatId: string;
  readonly userCode: UserCode;
  readonly renewsId: string | null;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  /** The phone that took it; null: none has. */
  readonly channel: string | null;
  readonly lineUserId: string | null;
  readonly takenAt: Date | null;
  /** When the computer said that this phone is its holder's. */
  readonly confirmedAt: Date | null;
  /** When the phone said that a renewal is not its holder's. */
  readonly deniedAt: Date | null;
  readonly softTokenId: string | null;
  readonly endedAt: Date | null;
}

function rows(tx: Tx) {
  return tx
    .select({ activation, userCode: seat.userCode })
    .from(activation)
    .innerJoin(seat, eq(seat.id, activation.seatId))
    .$dynamic();
}

function keptOf(row: { activation: typeof activation.$inferSelect; userCode: string }): KeptActivation {
  return { ...row.activation, userCode: row.userCode as UserCode };
}

const open = (now: Date) => and(isNull(activation.endedAt), gt(activation.expiresAt, now));

/** The activation of a token from a QR. */
export async function findActivationByToken(tx: Tx, tokenHash: Uint8Array): Promise<KeptActivation | null> {
  const [row] = await rows(tx).where(eq(activation.tokenHash, tokenHash));
  return row ? keptOf(row) : null;
}

/** An activation, locked until the transaction ends. */
export async function lockActivation(tx: Tx, id: string): Promise<KeptActivation | null> {
  const [row] = await rows(tx).where(eq(activation.id, id)).for("update", { of: activation });
  return row ? keptOf(row) : null;
}

/** An activation by its id. */
export async function findActivation(tx: Tx, id: string): Promise<KeptActivation | null> {
  const [row] = await rows(tx).where(eq(activation.id, id));
  return row ? keptOf(row) : null;
}

/** The last activation of a time in a seat: a first key (`renews` false) or a renewal. */
export async function findLastActivation(
  tx: Tx,
  holdingId: string,
  renews: boolean,
): Promise<KeptActivation | null> {
  const kind = renews ? isNotNull(activation.renewsId) : isNull(activation.renewsId);
  const [row] = await rows(tx)
    .where(and(eq(activation.holdingId, holdingId), kind))
    .orderBy(desc(activation.madeAt), desc(activation.id))
    .limit(1);
  return row ? keptOf(row) : null;
}

/** The renewals that wait for a LINE user's phone. */
export async function listWaitingRenewals(
  tx: Tx,
  { channel, lineUserId }: LineUser,
  now: Date,
): Promise<readonly KeptActivation[]> {
  const found = await rows(tx)
    .innerJoin(softToken, eq(softToken.id, activation.renewsId))
    .where(and(open(now), eq(softToken.channel, channel), eq(softToken.lineUserId, lineUserId)))
    .orderBy(activation.madeAt);
  return found.map(keptOf);
}

/** True while it can still be finished. */
export async function findIsActivationOpen(tx: Tx, id: string, now: Date): Promise<boolean> {
  const [row] = await tx
    .select({ id: activation.id })
    .from(activation)
    .where(and(eq(activation.id, id), open(now)));
  return row !== undefined;
}

export type NewActivation = Pick<
  KeptActivation,
  "id" | "tokenHash" | "holdingId" | "seatId" | "renewsId" | "madeAt" | "expiresAt"
>;

/** Keeps a new activation; an earlier one of that time in a seat ends. Runs as the gate. */
export async function insertActivation(tx: Tx, made: NewActivation): Promise<void> {
  await tx
    .update(activation)
    .set({ endedAt: made.madeAt })
    .where(and(eq(activation.holdingId, made.holdingId), isNull(activation.endedAt)));
  await tx.insert(activation).values(made);
}

/** The phone that opens it first owns it. False: another one has it, or it is over. */
export async function takeActivation(
  tx: Tx,
  id: string,
  { channel, lineUserId }: LineUser,
  now: Date,
): Promise<boolean> {
  const taken = await tx
    .update(activation)
    .set({ channel, lineUserId, takenAt: now })
    .where(and(eq(activation.id, id), isNull(activation.takenAt), open(now)))
    .returning({ id: activation.id });
  return taken.length === 1;
}

/** It is over: with the key it made, or without one. */
export async function endActivation(
  tx: Tx,
  id: string,
  { softTokenId, now }: { readonly softTokenId: string | null; readonly now: Date },
): Promise<void> {
  await tx.update(activation).set({ softTokenId, endedAt: now }).where(eq(activation.id, id));
}

/** The computer knows the phone that took it: a key may be made there. Locked before. */
export async function confirmActivation(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.update(activation).set({ confirmedAt: now }).where(eq(activation.id, id));
}

/** The phone said "ไม่ใช่ฉัน" to a renewal, which is over. */
export async function denyActivation(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.update(activation).set({ deniedAt: now, endedAt: now }).where(eq(activation.id, id));
}

/** When a time in a seat last said "ไม่ใช่ฉัน" to a renewal; null: never since then. */
export async function findDeniedRenewal(tx: Tx, holdingId: string, since: Date): Promise<Date | null> {
  const [row] = await tx
    .select({ deniedAt: activation.deniedAt })
    .from(activation)
    .where(and(eq(activation.holdingId, holdingId), gte(activation.deniedAt, since)))
    .orderBy(desc(activation.deniedAt))
    .limit(1);
  return row?.deniedAt ?? null;
}
