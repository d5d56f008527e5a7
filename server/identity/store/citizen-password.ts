import { eq } from "drizzle-orm";
import { citizenPassword } from "../../../db/schema/index.ts";
import { freshSignInTries, type SignInTries } from "../../kernel/sign-in-throttle.ts";
import type { Tx } from "../../ports.ts";

/** A citizen's password: its slow hash, and how it was tried. */
export interface KeptPassword {
  readonly personId: string;
  readonly hash: Uint8Array;
  readonly changedAt: Date;
  readonly tries: SignInTries;
}

/** The password of a person; null: none was set. */
export async function findPassword(tx: Tx, personId: string): Promise<KeptPassword | null> {
  const [row] = await tx.select().from(citizenPassword).where(eq(citizenPassword.personId, personId));
  return row ? keptOf(row) : null;
}

/** The same, held until the transaction ends: guesses sent at once take their turn. Runs as the gate. */
export async function lockPassword(tx: Tx, personId: string): Promise<KeptPassword | null> {
  const [row] = await tx
    .select()
    .from(citizenPassword)
    .where(eq(citizenPassword.personId, personId))
    .for("update");
  return row ? keptOf(row) : null;
}

/** Sets a password, the first or another; its tries start over. Runs as the gate. */
export async function putPassword(tx: Tx, personId: string, hash: Uint8Array, now: Date): Promise<void> {
  const values = { hash, changedAt: now, ...freshSignInTries };
  await tx
    .insert(citizenPassword)
    .values({ personId, ...values })
    .onConflictDoUpdate({ target: citizenPassword.personId, set: values });
}

/** Takes a password away: nothing opens the account by it. Runs as the gate. */
export async function deletePassword(tx: Tx, personId: string): Promise<void> {
  await tx.delete(citizenPassword).where(eq(citizenPassword.personId, personId));
}

/** Writes how the password stands after a try. */
export async function savePasswordTries(tx: Tx, personId: string, tries: SignInTries): Promise<void> {
  await tx.update(citizenPassword).set(tries).where(eq(citizenPassword.personId, personId));
}

function keptOf({ personId, hash, changedAt, ...tries }: typeof citizenPassword.$inferSelect): KeptPassword {
  const { wrong, nextTryAt, lockedAt } = tries;
  return { personId, hash, changedAt, tries: { wrong, nextTryAt, lockedAt } };
}
