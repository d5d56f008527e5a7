import { and, desc, eq, gt, lte } from "drizzle-orm";
import { seat, seatHolding, softToken } from "../../../db/schema/index.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { PinTries } from "../../identity/pin-throttle.ts";
import type { Tx } from "../../ports.ts";
import type { KeyEnd } from "../new-key.ts";
import type { SoftTokenState } from "../soft-token.ts";

/** A key on a phone, as it is kept. */
export interface KeptKey extends LineUser {
  readonly id: string;
  readonly agencyId: string;
  readonly issuerId: string;
  readonly seatId: string;
  readonly holdingId: string;
  readonly personId: string;
  readonly state: SoftTokenState;
  readonly publicKey: Uint8Array;
  readonly serial: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly device: string;
  readonly pinHash: Uint8Array;
  readonly tries: PinTries;
  readonly lastUsedAt: Date | null;
  readonly endedAt: Date | null;
}

function keptOf({ pinWrong, pinNextTryAt, state, ...row }: typeof softToken.$inferSelect): KeptKey {
  const tries = { wrong: pinWrong, nextTryAt: pinNextTryAt, disabledAt: null };
  return { ...row, state: state as SoftTokenState, tries };
}

/** A key, whatever became of it. */
export async function findKey(tx: Tx, id: string): Promise<KeptKey | null> {
  const [row] = await tx.select().from(softToken).where(eq(softToken.id, id));
  return row ? keptOf(row) : null;
}

/** The same, locked until the transaction ends. */
export async function lockKey(tx: Tx, id: string): Promise<KeptKey | null> {
  const [row] = await tx.select().from(softToken).where(eq(softToken.id, id)).for("update");
  return row ? keptOf(row) : null;
}

/** The key somebody in a seat signs with; null: none is on a phone. */
export async function findLiveKey(tx: Tx, holdingId: string): Promise<KeptKey | null> {
  const [row] = await tx
    .select()
    .from(softToken)
    .where(and(eq(softToken.holdingId, holdingId), eq(softToken.state, "live")));
  return row ? keptOf(row) : null;
}

/** True while somebody in a seat has a key that signs; nothing of the key itself is read, so that staff may ask it. */
export async function hasLiveKey(tx: Tx, holdingId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: softToken.id })
    .from(softToken)
    .where(and(eq(softToken.holdingId, holdingId), eq(softToken.state, "live")));
  return row !== undefined;
}

/** Every key somebody in a seat ever had, newest first. */
export async function listKeysOfHolding(tx: Tx, holdingId: string): Promise<readonly KeptKey[]> {
  const found = await tx
    .select()
    .from(softToken)
    .where(eq(softToken.holdingId, holdingId))
    .orderBy(desc(softToken.madeAt))
    .limit(20);
  return found.map(keptOf);
}

/** The keys on a LINE user's phone, with the seats they are of. */
export async function listKeysOfPhone(
  tx: Tx,
  { channel, lineUserId }: LineUser,
): Promise<readonly (KeptKey & { readonly userCode: string })[]> {
  const found = await tx
    .select({ key: softToken, userCode: seat.userCode })
    .from(softToken)
    .innerJoin(seat, eq(seat.id, softToken.seatId))
    .where(
      and(eq(softToken.channel, channel), eq(softToken.lineUserId, lineUserId), eq(softToken.state, "live")),
    )
    .orderBy(seat.userCode);
  return found.map(({ key, userCode }) => ({ ...keptOf(key), userCode }));
}

/** The newest key of a LINE user, whatever became of it. */
export interface LastKeyOfPhone {
  readonly userCode: string;
  readonly state: string;
  readonly endedAt: Date | null;
  /** "lost_phone" of one that a report of the loss stopped. */
  readonly endReason: string | null;
}

/** The newest key a LINE user's phone had; null: it never had one. */
export async function findLastKeyOfPhone(
  tx: Tx,
  { channel, lineUserId }: LineUser,
): Promise<LastKeyOfPhone | null> {
  const { state, endedAt, endReason } = softToken;
  const [row] = await tx
    .select({ userCode: seat.userCode, state, endedAt, endReason })
    .from(softToken)
    .innerJoin(seat, eq(seat.id, softToken.seatId))
    .where(and(eq(softToken.channel, channel), eq(softToken.lineUserId, lineUserId)))
    .orderBy(desc(softToken.madeAt))
    .limit(1);
  return row ?? null;
}

export type NewKey = Omit<KeptKey, "state" | "tries" | "lastUsedAt" | "endedAt"> & {
  readonly certificate: Uint8Array;
  readonly madeAt: Date;
};

/** Keeps a certified key. Runs as the gate. The database refuses a second live one of a time in a seat. */
export async function insertKey(tx: Tx, key: NewKey): Promise<void> {
  await tx.insert(softToken).values({ ...key, state: "live" });
}

/** Keeps the tries of a key's PIN. */
export async function saveKeyTries(tx: Tx, id: string, { wrong, nextTryAt }: PinTries): Promise<void> {
  await tx.update(softToken).set({ pinWrong: wrong, pinNextTryAt: nextTryAt }).where(eq(softToken.id, id));
}

/** Writes down that a key signed. */
export async function saveKeyUse(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.update(softToken).set({ lastUsedAt: now }).where(eq(softToken.id, id));
}

/** A newer key took its place: it signs no more; computers it signed in stay. False: it was not live any more. */
export async function endRenewedKey(tx: Tx, id: string, now: Date): Promise<boolean> {
  const reason: KeyEnd = "renewed";
  const ended = await tx
    .update(softToken)
    .set({ state: "renewed", endReason: reason, endedAt: now })
    .where(and(eq(softToken.id, id), eq(softToken.state, "live")))
    .returning({ id: softToken.id });
  return ended.length === 1;
}

/** A live key whose certificate ends soon. */
export interface EndingKey {
  readonly id: string;
  readonly holdingId: string;
  readonly notAfter: Date;
  readonly reminded: number | null;
}

/** Live keys whose certificates end between `now` and `until`, soonest first. */
export async function listEndingKeys(tx: Tx, now: Date, until: Date): Promise<readonly EndingKey[]> {
  return tx
    .select({
      id: softToken.id,
      holdingId: softToken.holdingId,
      notAfter: softToken.notAfter,
      reminded: seatHolding.remindedDays,
    })
    .from(softToken)
    .innerJoin(seatHolding, eq(seatHolding.id, softToken.holdingId))
    .where(and(eq(softToken.state, "live"), gt(softToken.notAfter, now), lte(softToken.notAfter, until)))
    .orderBy(softToken.notAfter);
}
