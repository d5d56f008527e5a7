import { hash } from "node:crypto";
import type { SystemActor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { SignedCheckpoint } from "../checkpoint.ts";
import { openLog } from "../desk/open-log.ts";
import type { EntryProof, GrowthProof } from "../proof-text.ts";
import { proveConsistency, proveInclusion } from "../proof.ts";
import { findNewestCheckpoint, findSealedEntry } from "../store/sealed-log.ts";

export type ProveRefusal = { readonly kind: "nothing_sealed" } | { readonly kind: "entry_not_sealed" };

const sha256 = (message: Uint8Array) => hash("sha256", message, "buffer");

/** Proves that one entry is in the log the newest checkpoint signs, and shows no other. Refuses one without a leaf. */
export async function proveEntry(
  ports: Pick<Ports, "db">,
  actor: SystemActor,
  entryId: string,
): Promise<Result<EntryProof, ProveRefusal>> {
  const checkpoint = await ports.db.as(actor, findNewestCheckpoint);
  if (!checkpoint) return refuse({ kind: "nothing_sealed" });
  const leaf = isUuid(entryId) ? await ports.db.as(actor, (tx) => findSealedEntry(tx, entryId)) : null;
  if (!leaf || leaf.number >= checkpoint.size) return refuse({ kind: "entry_not_sealed" });
  const hashes = await readHashes(ports, actor, checkpoint.size);
  return ok({ kind: "entry", ...leaf, checkpoint, path: proveInclusion(sha256, hashes, leaf.number) });
}

/** Proves that the log went on from a checkpoint that somebody kept, and shows no entry at all. */
export async function proveGrowth(
  ports: Pick<Ports, "db">,
  actor: SystemActor,
  older: SignedCheckpoint,
): Promise<Result<GrowthProof, ProveRefusal>> {
  const checkpoint = await ports.db.as(actor, findNewestCheckpoint);
  if (!checkpoint || checkpoint.size < older.size) return refuse({ kind: "nothing_sealed" });
  const hashes = await readHashes(ports, actor, checkpoint.size);
  return ok({ kind: "growth", older, checkpoint, path: proveConsistency(sha256, hashes, older.size) });
}

async function readHashes(
  ports: Pick<Ports, "db">,
  actor: SystemActor,
  size: number,
): Promise<readonly Uint8Array[]> {
  const hashes: Uint8Array[] = [];
  for await (const batch of (await openLog(ports, actor)).leaves) {
    for (const leaf of batch) if (leaf.number < size) hashes.push(leaf.hash);
  }
  return hashes;
}
