import { sameBytes } from "../kernel/same-bytes.ts";
import { nodeHash, type Sha256 } from "./merkle.ts";

/** What proves that a leaf is in a tree: the hashes beside its way up, the nearest first (RFC 6962 §2.1.1). */
export function proveInclusion(
  sha256: Sha256,
  leaves: readonly Uint8Array[],
  index: number,
): readonly Uint8Array[] {
  if (leaves.length <= 1) return [];
  const half = halfOf(leaves.length);
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return index < half
    ? [...proveInclusion(sha256, left, index), rootOf(sha256, right)]
    : [...proveInclusion(sha256, right, index - half), rootOf(sha256, left)];
}

/** True when the proof leads from that leaf, at that place in a tree of that size, to the root (RFC 9162 §2.1.3.2). */
export function isIncluded(
  sha256: Sha256,
  claim: {
    readonly leaf: Uint8Array;
    readonly index: number;
    readonly size: number;
    readonly root: Uint8Array;
  },
  proof: readonly Uint8Array[],
): boolean {
  if (claim.index < 0 || claim.index >= claim.size) return false;
  let [at, last, root] = [claim.index, claim.size - 1, claim.leaf];
  for (const beside of proof) {
    if (last === 0) return false;
    const isRight = at % 2 === 1 || at === last;
    root = isRight ? nodeHash(sha256, beside, root) : nodeHash(sha256, root, beside);
    if (isRight) while (at % 2 === 0 && at !== 0) [at, last] = [halved(at), halved(last)];
    [at, last] = [halved(at), halved(last)];
  }
  return last === 0 && sameBytes(root, claim.root);
}

/** What proves that a tree began as the tree of its first `size` leaves (RFC 6962 §2.1.2). */
export function proveConsistency(
  sha256: Sha256,
  leaves: readonly Uint8Array[],
  size: number,
): readonly Uint8Array[] {
  return size === 0 || size === leaves.length ? [] : subproof(sha256, leaves, size, true);
}

function subproof(
  sha256: Sha256,
  leaves: readonly Uint8Array[],
  size: number,
  isWhole: boolean,
): readonly Uint8Array[] {
  if (size === leaves.length) return isWhole ? [] : [rootOf(sha256, leaves)];
  const half = halfOf(leaves.length);
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return size <= half
    ? [...subproof(sha256, left, size, isWhole), rootOf(sha256, right)]
    : [...subproof(sha256, right, size - half, false), rootOf(sha256, left)];
}

export interface SizedRoot {
  readonly size: number;
  readonly root: Uint8Array;
}

/** True when the proof shows the older tree to be the beginning of the newer (RFC 9162 §2.1.4.2). */
export function isConsistent(
  sha256: Sha256,
  older: SizedRoot,
  newer: SizedRoot,
  proof: readonly Uint8Array[],
): boolean {
  if (older.size > newer.size) return false;
  if (older.size === newer.size) return proof.length === 0 && sameBytes(older.root, newer.root);
  if (older.size === 0) return proof.length === 0;
  const path = isPowerOfTwo(older.size) ? [older.root, ...proof] : proof;
  let [at, last] = [older.size - 1, newer.size - 1];
  while (at % 2 === 1) [at, last] = [halved(at), halved(last)];
  let first = path[0];
  let second = path[0];
  if (first === undefined || second === undefined) return false;
  for (const beside of path.slice(1)) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [first, second] = [nodeHash(sha256, beside, first), nodeHash(sha256, beside, second)];
      while (at % 2 === 0 && at !== 0) [at, last] = [halved(at), halved(last)];
    } else {
      second = nodeHash(sha256, second, beside);
    }
    [at, last] = [halved(at), halved(last)];
  }
  return last === 0 && sameBytes(first, older.root) && sameBytes(second, newer.root);
}

function rootOf(sha256: Sha256, leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (leaves.length <= 1) return only ?? sha256(new Uint8Array());
  const half = halfOf(leaves.length);
  return nodeHash(sha256, rootOf(sha256, leaves.slice(0, half)), rootOf(sha256, leaves.slice(half)));
}

/** The largest power of two below `size`. */
function halfOf(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

function halved(count: number): number {
  return Math.floor(count / 2);
}

function isPowerOfTwo(size: number): boolean {
  return halfOf(size + 1) === size;
}
