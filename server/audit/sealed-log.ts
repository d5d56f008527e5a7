import type { KeptEntry } from "./leaf.ts";
import type { SignedCheckpoint } from "./checkpoint.ts";

/** A leaf as it is kept, with the entry it was made of. */
export interface KeptLeaf {
  readonly number: number;
  readonly entryId: string;
  /** The hash that was kept at sealing. */
  readonly hash: Uint8Array;
  /** Null: there is no such entry any more. */
  readonly entry: KeptEntry | null;
}

/** A checkpoint as it is kept. */
export interface KeptCheckpoint extends SignedCheckpoint {
  /** The tree's frontier; null where none is kept beside it (an export). */
  readonly frontier: Uint8Array | null;
}

/** A sealed log, from its beginning to an end that stands still while it is read: leaves and checkpoints by number. */
export interface SealedLog {
  readonly leaves: AsyncIterable<readonly KeptLeaf[]>;
  readonly checkpoints: AsyncIterable<readonly KeptCheckpoint[]>;
}

/** What shows that a log was changed. Numbers are those of leaves, but for `checkpoint`. */
export type LogFault =
  /** The entry is not what was sealed. */
  | { readonly kind: "entry_changed"; readonly number: number; readonly entryId: string }
  /** The entry is gone. */
  | { readonly kind: "entry_missing"; readonly number: number; readonly entryId: string }
  /** Leaves are gone, first and last number. */
  | { readonly kind: "leaves_missing"; readonly from: number; readonly until: number }
  /** A leaf with a number that came already, or is none. */
  | { readonly kind: "leaf_misplaced"; readonly number: number; readonly entryId: string }
  /** Leaves that no checkpoint covers: the checkpoint over them is gone. */
  | { readonly kind: "leaves_unsigned"; readonly from: number; readonly until: number }
  /** What stands there now is not what the checkpoint signed: changed, put in between, or in another order. */
  | {
      readonly kind: "span_changed";
      readonly checkpoint: number;
      readonly from: number;
      readonly until: number;
    }
  /** No key of ours signed this. */
  | { readonly kind: "checkpoint_forged"; readonly checkpoint: number }
  | { readonly kind: "checkpoints_missing"; readonly from: number; readonly until: number }
  /** Smaller or older than the one before it. */
  | { readonly kind: "checkpoint_backwards"; readonly checkpoint: number }
  /** The frontier beside it gives another root. */
  | { readonly kind: "frontier_changed"; readonly checkpoint: number }
  /** A checkpoint kept elsewhere covers more than the log has: its end was cut off. */
  | { readonly kind: "kept_beyond"; readonly checkpoint: number; readonly size: number; readonly has: number }
  /** A checkpoint kept elsewhere says otherwise: the log was made anew. */
  | { readonly kind: "kept_unlike"; readonly checkpoint: number; readonly size: number }
  /** A checkpoint kept elsewhere that no key of ours signed. */
  | { readonly kind: "kept_forged"; readonly checkpoint: number; readonly size: number };

/** An entry that tells of a time well before entries sealed ahead of it: committed late, or dated back. */
export interface LateEntry {
  readonly number: number;
  readonly entryId: string;
  readonly at: string;
}

/** What became of looking through a log. */
export interface LogReport {
  readonly leaves: number;
  readonly checkpoints: number;
  /** The newest checkpoint that one of our keys signed. */
  readonly newest: SignedCheckpoint | null;
  /** The first faults, in the order of the log; none: the log is what was sealed. */
  readonly faults: readonly LogFault[];
  readonly faultCount: number;
  /** No faults: to be looked at by people. */
  readonly late: readonly LateEntry[];
  readonly lateCount: number;
}
