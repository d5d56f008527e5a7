import { and, eq } from "drizzle-orm";
import { staffPasskey } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

export interface Passkey {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  /** What its owner called it. */
  readonly name: string;
  readonly madeAt: Date;
  readonly lastUsedAt: Date | null;
}

/** The passkeys of an account, oldest first. Runs as the gate, as everything about passkeys does. */
export async function listPasskeys(tx: Tx, staffId: string): Promise<readonly Passkey[]> {
  return tx.select().from(staffPasskey).where(eq(staffPasskey.staffId, staffId)).orderBy(staffPasskey.madeAt);
}

/** Keeps a new passkey. False: that credential is known already. */
export async function insertPasskey(
  tx: Tx,
  staffId: string,
  made: Omit<Passkey, "lastUsedAt">,
): Promise<boolean> {
  const kept = await tx
    .insert(staffPasskey)
    .values({ ...made, staffId })
    .onConflictDoNothing()
    .returning({ credentialId: staffPasskey.credentialId });
  return kept.length > 0;
}

/** Notes that a passkey was used, with the count its authenticator tells. */
export async function savePasskeyUse(
  tx: Tx,
  staffId: string,
  { credentialId, counter }: Pick<Passkey, "credentialId" | "counter">,
  now: Date,
): Promise<void> {
  await tx
    .update(staffPasskey)
    .set({ counter, lastUsedAt: now })
    .where(and(eq(staffPasskey.staffId, staffId), eq(staffPasskey.credentialId, credentialId)));
}

/** Ends a passkey of an account. False: it has none of that id. */
export async function deletePasskey(tx: Tx, staffId: string, credentialId: string): Promise<boolean> {
  const ended = await tx
    .delete(staffPasskey)
    .where(and(eq(staffPasskey.staffId, staffId), eq(staffPasskey.credentialId, credentialId)))
    .returning({ credentialId: staffPasskey.credentialId });
  return ended.length > 0;
}

/** Ends every passkey of an account. */
export async function deletePasskeys(tx: Tx, staffId: string): Promise<void> {
  await tx.delete(staffPasskey).where(eq(staffPasskey.staffId, staffId));
}
