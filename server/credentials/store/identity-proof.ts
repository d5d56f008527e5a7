import { and, desc, eq, gt, isNull, lt, ne, or } from "drizzle-orm";
import { identityProof } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { ProofOutcome } from "../proof.ts";
import type { Proofer } from "../token-registration.ts";

/** A proof of identity as it is kept. */
export interface KeptProof {
  readonly id: string;
  readonly holdingId: string;
  readonly proofer: Proofer | null;
  readonly sealed: Uint8Array | null;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly outcome: ProofOutcome | null;
}

const columns = {
  id: identityProof.id,
  holdingId: identityProof.holdingId,
  proofer: identityProof.proofer,
  sealed: identityProof.sealed,
  madeAt: identityProof.madeAt,
  expiresAt: identityProof.expiresAt,
  outcome: identityProof.outcome,
};

function keptOf(row: Readonly<Record<keyof typeof columns, unknown>>): KeptProof {
  return row as unknown as KeptProof;
}

/** Keeps a new proof, no app chosen yet; those before it lead nowhere any more. Runs as the gate. */
export async function insertProof(
  tx: Tx,
  made: { readonly id: string; readonly holdingId: string; readonly madeAt: Date; readonly expiresAt: Date },
): Promise<void> {
  await tx
    .update(identityProof)
    .set({ endedAt: made.madeAt, stateHash: null, sealed: null })
    .where(and(eq(identityProof.holdingId, made.holdingId), isNull(identityProof.endedAt)));
  await tx.insert(identityProof).values(made);
}

/** The latest proof of a time in a seat, open or not; null: there was none. */
export async function findLatestProof(tx: Tx, holdingId: string): Promise<KeptProof | null> {
  const [row] = await tx
    .select(columns)
    .from(identityProof)
    .where(eq(identityProof.holdingId, holdingId))
    .orderBy(desc(identityProof.madeAt), desc(identityProof.id))
    .limit(1);
  return row ? keptOf(row) : null;
}

const isOpen = (id: string, now: Date) =>
  and(eq(identityProof.id, id), isNull(identityProof.endedAt), gt(identityProof.expiresAt, now));

/** The proof of an id while its QR leads somewhere; null: ended, run out or none. */
export async function findOpenProof(tx: Tx, id: string, now: Date): Promise<KeptProof | null> {
  const [row] = await tx.select(columns).from(identityProof).where(isOpen(id, now));
  return row ? keptOf(row) : null;
}

/** By which app the proof of an id proved; null: it proved nothing, or was forgotten. */
export async function findProvenBy(tx: Tx, id: string): Promise<Proofer | null> {
  const proven = and(eq(identityProof.id, id), eq(identityProof.outcome, "proven"));
  const [row] = await tx.select(columns).from(identityProof).where(proven);
  return row ? keptOf(row).proofer : null;
}

/** A way through an app begins; one that was begun before on this QR is worth nothing any more. False: it is over. */
export async function beginProofWay(
  tx: Tx,
  id: string,
  way: { readonly proofer: Proofer; readonly stateHash: Uint8Array; readonly sealed: Uint8Array },
  now: Date,
): Promise<boolean> {
  const unproven = or(isNull(identityProof.outcome), ne(identityProof.outcome, "proven"));
  const rows = await tx
    .update(identityProof)
    .set({ ...way, outcome: null })
    .where(and(isOpen(id, now), unproven))
    .returning({ id: identityProof.id });
  return rows.length === 1;
}

/** Uses up the way of a state; null: none that is open. Of two who come back at once one gets it. */
export async function useProofWay(tx: Tx, stateHash: Uint8Array, now: Date): Promise<KeptProof | null> {
  const { endedAt, expiresAt } = identityProof;
  const [row] = await tx
    .update(identityProof)
    .set({ stateHash: null })
    .where(and(eq(identityProof.stateHash, stateHash), isNull(endedAt), gt(expiresAt, now)))
    .returning(columns);
  return row ? keptOf(row) : null;
}

/** Keeps how it went; a proof that proved is over. */
export async function settleProof(tx: Tx, id: string, outcome: ProofOutcome, now: Date): Promise<void> {
  const over = outcome === "proven" ? { endedAt: now } : {};
  await tx
    .update(identityProof)
    .set({ outcome, sealed: null, ...over })
    .where(eq(identityProof.id, id));
}

/** Forgets proofs whose QR ran out before; what was proven stands in the registration. Runs as the system. */
export async function deleteProofs(tx: Tx, before: Date): Promise<void> {
  await tx.delete(identityProof).where(lt(identityProof.expiresAt, before));
}
