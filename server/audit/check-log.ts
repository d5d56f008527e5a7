import { sameBytes } from "../kernel/same-bytes.ts";
import type { VerifyCode } from "../visits/code-token.ts";
import { isSigned, type SignedCheckpoint } from "./checkpoint.ts";
import { leafText } from "./leaf.ts";
import { growTree, leafHash, treeOf, type Sha256, type Tree } from "./merkle.ts";
import type { KeptCheckpoint, KeptLeaf, LateEntry, LogFault, LogReport, SealedLog } from "./sealed-log.ts";

export interface LogCheckMeans {
  readonly sha256: Sha256;
  readonly verify: VerifyCode;
  /** Checkpoints that were kept somewhere else. */
  readonly kept: readonly SignedCheckpoint[];
}

const mostTold = 100;
/** Transactions of ours end well within it: who is further behind the entries before was held up, or dated back. */
const lateMs = 60 * 60_000;

/**
 * Goes through a log once, from its first entry: makes every leaf's hash again out of the entry itself, the tree out of
 * the leaves, and holds it against each checkpoint and against those kept elsewhere. Where a span does not fit, it goes
 * on from what was signed behind it, so that every span is judged by itself and the fault is named where it is.
 */
export async function checkLog(log: SealedLog, means: LogCheckMeans): Promise<LogReport> {
  const check = new LogCheck(means);
  await check.openKept();
  const leaves = new Upto(log.leaves);
  for await (const batch of log.checkpoints) {
    for (const checkpoint of batch) {
      const isOurs = await isSigned(means.verify, checkpoint);
      if (isOurs) await leaves.each(checkpoint.size, (leaf) => check.leaf(leaf));
      check.checkpoint(checkpoint, isOurs);
    }
  }
  const from = check.next;
  await leaves.each(Infinity, (leaf) => check.leaf(leaf));
  return check.report(from);
}

class LogCheck {
  readonly #means: LogCheckMeans;
  readonly #faults: LogFault[] = [];
  readonly #late: LateEntry[] = [];
  #faultCount = 0;
  #lateCount = 0;
  #kept: SignedCheckpoint[] = [];
  #tree: Tree;
  /** False once the tree's leaves are not one after the other any more, until it goes on from a frontier. */
  #isWhole = true;
  #latestMs = -Infinity;
  #checkpoints = 0;
  #newest: SignedCheckpoint | null = null;
  /** The number the next leaf should have. */
  next = 0;

  constructor(means: LogCheckMeans) {
    this.#means = means;
    this.#tree = growTree(means.sha256);
  }

  /** Judges who signed what was kept elsewhere, and puts it in the order of sizes. */
  async openKept(): Promise<void> {
    for (const kept of this.#means.kept) {
      if (await isSigned(this.#means.verify, kept)) this.#kept.push(kept);
      else this.#say({ kind: "kept_forged", checkpoint: kept.number, size: kept.size });
    }
    this.#kept.sort((one, other) => one.size - other.size);
    this.#compareKept();
  }

  leaf(leaf: KeptLeaf): void {
    const { number, entryId, hash } = leaf;
    if (number < this.next) return this.#say({ kind: "leaf_misplaced", number, entryId });
    if (number > this.next) {
      this.#say({ kind: "leaves_missing", from: this.next, until: number - 1 });
      this.#isWhole = false;
    }
    this.#judgeEntry(leaf);
    this.next = number + 1;
    this.#tree.add(hash);
    this.#compareKept();
  }

  #judgeEntry({ number, entryId, hash, entry }: KeptLeaf): void {
    if (entry === null) return this.#say({ kind: "entry_missing", number, entryId });
    if (!sameBytes(leafHash(this.#means.sha256, leafText(entry)), hash)) {
      this.#say({ kind: "entry_changed", number, entryId });
    }
    const ms = Number(entry.at);
    if (ms < this.#latestMs - lateMs) {
      this.#lateCount += 1;
      if (this.#late.length < mostTold) this.#late.push({ number, entryId, at: entry.at });
    }
    if (ms > this.#latestMs) this.#latestMs = ms;
  }

  checkpoint(kept: KeptCheckpoint, isOurs: boolean): void {
    const { number, size } = kept;
    const before = this.#newest;
    this.#countCheckpoint(number);
    if (!isOurs) return this.#say({ kind: "checkpoint_forged", checkpoint: number });
    this.#newest = kept;
    if (before && (size <= before.size || kept.at < before.at)) {
      this.#say({ kind: "checkpoint_backwards", checkpoint: number });
    }
    if (this.next < size) {
      this.#say({ kind: "leaves_missing", from: this.next, until: size - 1 });
      this.#isWhole = false;
    }
    this.#judgeSpan(kept, before?.size ?? 0);
  }

  #countCheckpoint(number: number): void {
    const due = this.#checkpoints + 1;
    if (number < due) this.#say({ kind: "checkpoint_backwards", checkpoint: number });
    if (number > due) this.#say({ kind: "checkpoints_missing", from: due, until: number - 1 });
    this.#checkpoints = Math.max(number, this.#checkpoints);
  }

  /** Holds the tree against what was signed; goes on from there where it does not fit. */
  #judgeSpan({ number, size, root, frontier }: KeptCheckpoint, from: number): void {
    const fits = this.#isWhole && this.#tree.size === size && sameBytes(this.#tree.root(), root);
    const signed = frontier && treeOf(this.#means.sha256, { size, root, frontier });
    if (frontier && !signed) this.#say({ kind: "frontier_changed", checkpoint: number });
    if (fits) return;
    this.#say({ kind: "span_changed", checkpoint: number, from, until: size - 1 });
    if (!signed) return;
    this.#tree = signed;
    this.#isWhole = true;
    this.next = Math.max(this.next, size);
    this.#compareKept();
  }

  /** Holds what was kept elsewhere of just this size against the tree. */
  #compareKept(): void {
    for (let [kept] = this.#kept; kept && kept.size <= this.#tree.size; [kept] = this.#kept) {
      this.#kept.shift();
      const fits = this.#isWhole && kept.size === this.#tree.size && sameBytes(kept.root, this.#tree.root());
      if (!fits) this.#say({ kind: "kept_unlike", checkpoint: kept.number, size: kept.size });
    }
  }

  #say(fault: LogFault): void {
    this.#faultCount += 1;
    if (this.#faults.length < mostTold) this.#faults.push(fault);
  }

  /** All that was found; leaves from `signedUntil` on have no checkpoint over them. */
  report(signedUntil: number): LogReport {
    if (this.next > signedUntil) {
      this.#say({ kind: "leaves_unsigned", from: signedUntil, until: this.next - 1 });
    }
    for (const { number, size } of this.#kept) {
      this.#say({ kind: "kept_beyond", checkpoint: number, size, has: this.next });
    }
    return {
      leaves: this.next,
      checkpoints: this.#checkpoints,
      newest: this.#newest,
      faults: this.#faults,
      faultCount: this.#faultCount,
      late: this.#late,
      lateCount: this.#lateCount,
    };
  }
}

/** Batches of leaves, handed on up to a number at a time. */
class Upto {
  readonly #batches: AsyncIterator<readonly KeptLeaf[]>;
  #batch: readonly KeptLeaf[] = [];
  #at = 0;

  constructor(leaves: AsyncIterable<readonly KeptLeaf[]>) {
    this.#batches = leaves[Symbol.asyncIterator]();
  }

  /** Hands on what comes before `number`. */
  async each(number: number, take: (leaf: KeptLeaf) => void): Promise<void> {
    for (;;) {
      for (; this.#at < this.#batch.length; this.#at += 1) {
        const leaf = this.#batch[this.#at];
        if (leaf === undefined || leaf.number >= number) return;
        take(leaf);
      }
      const next = await this.#batches.next();
      if (next.done === true) return;
      [this.#batch, this.#at] = [next.value, 0];
    }
  }
}
