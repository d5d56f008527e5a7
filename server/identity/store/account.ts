import { eq, sql } from "drizzle-orm";
import { account } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { AccountDoor } from "../account-door.ts";
import { freshPinTries, type PinTries } from "../pin-throttle.ts";

/** An account, with its PIN: the slow hash, what the hash is bound to, and how it was tried. */
export interface KeptAccount {
  readonly personId: string;
  /** Null: none was chosen yet. */
  readonly pin: { readonly id: string; readonly hash: Uint8Array } | null;
  readonly tries: PinTries;
  readonly openedBy: AccountDoor;
  readonly createdAt: Date;
}

/** The account of a person, if there is one. */
export async function findAccount(tx: Tx, personId: string): Promise<KeptAccount | null> {
  const [row] = await tx.select().from(account).where(eq(account.personId, personId));
  return row ? keptOf(row) : null;
}

/** The same, held until the transaction ends: guesses sent at once take their turn. */
export async function lockAccount(tx: Tx, personId: string): Promise<KeptAccount | null> {
  const [row] = await tx.select().from(account).where(eq(account.personId, personId)).for("update");
  return row ? keptOf(row) : null;
}

/**
 * Whether a person's account may be shown and told what others wrote (db/sql/49-is-checked.sql); true of who has none. Runs
 * as the gate or the system: who sees only their own rows is told nothing but "true" of others.
 */
export async function findIsChecked(tx: Tx, personId: string): Promise<boolean> {
  const [row] = await tx.execute<{ checked: boolean }>(sql`select is_checked(${personId}) as checked`);
  if (!row) throw new Error("is_checked answered no row");
  return row.checked;
}

export interface NewPin {
  readonly personId: string;
  readonly pinId: string;
  readonly pinHash: Uint8Array;
  readonly now: Date;
}

/**
 * Makes an account. Runs as the gate, in the transaction that proved its owner. False: this person has one already;
 * of two made at once the second waits and finds the first.
 */
export async function insertAccount(tx: Tx, { personId, pinId, pinHash, now }: NewPin): Promise<boolean> {
  const made = await tx
    .insert(account)
    .values({ personId, pinId, pinHash, pinChangedAt: now, createdAt: now })
    .onConflictDoNothing()
    .returning({ personId: account.personId });
  return made.length > 0;
}

/** Makes an account without a PIN, of somebody who joined by a browser. Runs as the gate; false as above. */
export async function insertWebAccount(tx: Tx, personId: string, now: Date): Promise<boolean> {
  const made = await tx
    .insert(account)
    .values({ personId, openedBy: "web", createdAt: now })
    .onConflictDoNothing()
    .returning({ personId: account.personId });
  return made.length > 0;
}

/** Sets another PIN, or the first; its tries start over, and a disabled one works again. */
export async function setPin(tx: Tx, { personId, pinId, pinHash, now }: NewPin): Promise<void> {
  await tx
    .update(account)
    .set({ pinId, pinHash, pinChangedAt: now, ...columnsOf(freshPinTries) })
    .where(eq(account.personId, personId));
}

/** Writes how the PIN stands after a try. */
export async function savePinTries(tx: Tx, personId: string, tries: PinTries): Promise<void> {
  await tx.update(account).set(columnsOf(tries)).where(eq(account.personId, personId));
}

function columnsOf({ wrong, nextTryAt, disabledAt }: PinTries) {
  return { pinWrong: wrong, pinNextTryAt: nextTryAt, pinDisabledAt: disabledAt };
}

function keptOf(row: typeof account.$inferSelect): KeptAccount {
  const { personId, pinId, pinHash, createdAt } = row;
  const tries = { wrong: row.pinWrong, nextTryAt: row.pinNextTryAt, disabledAt: row.pinDisabledAt };
  const pin = pinId === null || pinHash === null ? null : { id: pinId, hash: pinHash };
  return { personId, pin, tries, openedBy: row.openedBy as AccountDoor, createdAt };
}
