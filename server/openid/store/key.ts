import { asc, eq, inArray } from "drizzle-orm";
import { openIdKey } from "../../../db/schema/index.ts";
import type { PublicJwk } from "../../kernel/jwt-port.ts";
import type { P256PrivateKey } from "../../kernel/p256-key.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { KeyTurn } from "../signing-key.ts";

/** A key as it is kept: its private half sealed. */
export interface KeptKey extends KeyTurn {
  readonly publicKey: PublicJwk;
  readonly dataKey: Uint8Array;
  readonly sealed: Uint8Array;
}

/** All keys, in the order of their generations. */
export async function listSigningKeys(tx: Tx): Promise<readonly KeptKey[]> {
  return tx.select().from(openIdKey).orderBy(asc(openIdKey.generation));
}

/** Keeps a key. False: another process made that generation first. */
export async function insertSigningKey(
  { vault }: Pick<Ports, "vault">,
  tx: Tx,
  {
    publicKey,
    privateKey,
    ...turn
  }: KeyTurn & {
    readonly publicKey: PublicJwk;
    readonly privateKey: P256PrivateKey;
  },
): Promise<boolean> {
  const dataKey = vault.newDataKey();
  const sealed = vault.seal(dataKey, placeOf(publicKey.kid), privateKey);
  const rows = await tx
    .insert(openIdKey)
    .values({ ...turn, publicKey, dataKey, sealed })
    .onConflictDoNothing()
    .returning({ generation: openIdKey.generation });
  return rows.length === 1;
}

/** Opens the private half of a key. */
export function privateKeyOf({ vault }: Pick<Ports, "vault">, kept: KeptKey): P256PrivateKey {
  return vault.open<P256PrivateKey>(kept.dataKey, placeOf(kept.publicKey.kid), kept.sealed);
}

/** Lets a key that was announced sign from another moment on. */
export async function moveSigningKey(tx: Tx, generation: number, signsFrom: Date): Promise<void> {
  await tx.update(openIdKey).set({ signsFrom }).where(eq(openIdKey.generation, generation));
}

/** Drops keys for good. */
export async function dropSigningKeys(tx: Tx, generations: readonly number[]): Promise<void> {
  if (generations.length === 0) return;
  await tx.delete(openIdKey).where(inArray(openIdKey.generation, [...generations]));
}

function placeOf(rowId: string) {
  return { table: "openid_key", rowId };
}
