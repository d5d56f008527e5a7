import { eq } from "drizzle-orm";
import { seatHolding } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

/** The hash of a password in a seat; null: none is set. Runs as the gate, which alone may read it. */
export async function findPasswordHash(tx: Tx, holdingId: string): Promise<Uint8Array | null> {
  const [row] = await tx
    .select({ passwordHash: seatHolding.passwordHash })
    .from(seatHolding)
    .where(eq(seatHolding.id, holdingId));
  return row?.passwordHash ?? null;
}

/** Beside a time in a seat the hash of its password. Runs as the gate. */
export async function findHashBeside<Of extends { readonly id: string }>(
  tx: Tx,
  holding: Of | null,
): Promise<(Of & { readonly passwordHash: Uint8Array | null }) | null> {
  return holding && { ...holding, passwordHash: await findPasswordHash(tx, holding.id) };
}
