import { createHash } from "node:crypto";
import { joinBytes } from "../../kernel/join-bytes.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import { checkpointText, isSigned, signCheckpoint, type SignedCheckpoint } from "../checkpoint.ts";
import { leafText, type KeptEntry } from "../leaf.ts";
import { growTree, leafHash, treeOf, type Sha256, type Tree } from "../merkle.ts";
import type { KeptCheckpoint } from "../sealed-log.ts";
import {
  findLogEnd,
  listDueEntries,
  listStrayEntries,
  markBefore,
  moveSealer,
  saveCheckpoint,
  saveLeaves,
  takeSealer,
  type Sealer,
} from "../store/sealing.ts";

/** Entries of one transaction and one checkpoint. */
const atOnce = 2_000;
/** Of one round, so that a round ends; the rest comes up in the next. */
const mostBatches = 50;
const sweepEveryMs = 60 * 60_000;

/** The log does not end where its newest checkpoint says: sealing stands still until somebody has looked into it. */
export class BrokenSeal extends Error {
  override readonly name = "BrokenSeal";
}

const sha256: Sha256 = (message) => createHash("sha256").update(message).digest();

/**
 * Seals the entries that have no leaf yet, a batch a transaction: numbers them, grows the tree, signs a checkpoint over
 * it. Once an hour it looks for entries that were left out, wherever they are. While another instance seals it does
 * nothing. Throws `BrokenSeal` rather than build on leaves or a checkpoint that somebody changed. Answers how many it
 * sealed.
 */
export async function sealEntries(ports: Ports, actor: SystemActor): Promise<number> {
  let [sealed, newest]: [number, SignedCheckpoint | null] = [0, null];
  for (let batch = 0; batch < mostBatches; batch += 1) {
    const done = await ports.db.as(actor, (tx) => sealBatch(ports, tx));
    if (done === null) break;
    sealed += done.sealed;
    newest = done.checkpoint ?? newest;
    if (!done.hasMore) break;
  }
  // A log that is gathered elsewhere holds what nobody here can take back.
  if (newest) ports.log.info("audit.sealed", { checkpoint: checkpointText(newest) });
  return sealed;
}

interface Batch {
  readonly sealed: number;
  readonly checkpoint: SignedCheckpoint | null;
  readonly hasMore: boolean;
}

async function sealBatch(ports: Ports, tx: Tx): Promise<Batch | null> {
  const now = ports.clock.now();
  const sealer = await takeSealer(tx, now);
  if (sealer === null) return null;
  const isSweep = sealer.isForeign || now.getTime() - sealer.sweptAt.getTime() >= sweepEveryMs;
  const { entries, isFull } = isSweep ? await takeStrays(tx, sealer, now) : await takeDue(tx, sealer);
  const checkpoint = entries.length === 0 ? null : await seal(ports, tx, entries, now);
  return { sealed: entries.length, checkpoint, hasMore: isFull || isSweep };
}

interface Taken {
  readonly entries: readonly KeptEntry[];
  readonly isFull: boolean;
}

async function takeDue(tx: Tx, { mark, horizon }: Sealer): Promise<Taken> {
  const due = await listDueEntries(tx, { mark, horizon, limit: atOnce });
  const last = due.at(-1);
  const isFull = due.length === atOnce;
  await moveSealer(tx, isFull && last ? { tx: last.tx, id: last.id } : markBefore(horizon));
  return { entries: due.filter(({ isSealed }) => !isSealed), isFull };
}

async function takeStrays(tx: Tx, { mark, horizon, isForeign }: Sealer, now: Date): Promise<Taken> {
  const entries = await listStrayEntries(tx, atOnce);
  const isFull = entries.length === atOnce;
  if (!isFull) await moveSealer(tx, isForeign ? markBefore(horizon) : mark, now);
  return { entries, isFull };
}

async function seal(
  ports: Ports,
  tx: Tx,
  entries: readonly KeptEntry[],
  now: Date,
): Promise<SignedCheckpoint> {
  const { newest, tree } = await openTree(ports, tx);
  const leaves = entries.map((entry) => ({ entryId: entry.id, hash: leafHash(sha256, leafText(entry)) }));
  await saveLeaves(tx, tree.size, leaves);
  leaves.forEach(({ hash }) => tree.add(hash));
  const checkpoint = await signCheckpoint(ports.keys.auditSigner, {
    number: (newest?.number ?? 0) + 1,
    size: tree.size,
    root: tree.root(),
    at: newest && newest.at > now ? newest.at : now,
  });
  await saveCheckpoint(tx, { ...checkpoint, frontier: joinBytes(tree.frontier()) });
  return checkpoint;
}

/** The tree as the newest checkpoint signed it. */
async function openTree(
  ports: Ports,
  tx: Tx,
): Promise<{ readonly newest: KeptCheckpoint | null; readonly tree: Tree }> {
  const { newest, leaves } = await findLogEnd(tx);
  if (leaves !== (newest?.size ?? 0)) throw new BrokenSeal("leaves and the newest checkpoint disagree");
  if (newest === null) return { newest, tree: growTree(sha256) };
  const { size, root, frontier } = newest;
  const tree = frontier && treeOf(sha256, { size, root, frontier });
  if (!tree || !(await isSigned(ports.keys.verifyAudit, newest))) {
    throw new BrokenSeal("the newest checkpoint is not one that our keys signed");
  }
  return { newest, tree };
}
