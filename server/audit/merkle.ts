import { sameBytes } from "../kernel/same-bytes.ts";

/** SHA-256, brought by whoever has it. */
export type Sha256 = (message: Uint8Array) => Uint8Array;

export const hashBytes = 32;

/** What a leaf's and a node's hash begin with, so that neither can pass for the other (RFC 6962 §2.1). */
const [leafPrefix, nodePrefix] = ["\0", 1];

const encoder = new TextEncoder();

/** The hash of a leaf that holds `text`. */
export function leafHash(sha256: Sha256, text: string): Uint8Array {
  return sha256(encoder.encode(leafPrefix + text));
}

/** The hash of two subtrees side by side. */
export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  const message = new Uint8Array(1 + left.length + right.length);
  message[0] = nodePrefix;
  message.set(left, 1);
  message.set(right, 1 + left.length);
  return sha256(message);
}

/** A tree while it grows: of all its leaves it holds the roots of the whole subtrees alone. */
export interface Tree {
  readonly size: number;
  /** Adds the hash of the next leaf. */
  add(leaf: Uint8Array): void;
  /** The Merkle Tree Hash of RFC 6962 §2.1 of all leaves so far. */
  root(): Uint8Array;
  /** Roots of the whole subtrees, largest first: one for each 1 among the bits of the size. */
  frontier(): readonly Uint8Array[];
}

/** A tree that goes on from a frontier, or begins. Adding n leaves costs n hashes for them and n at most for nodes. */
export function growTree(
  sha256: Sha256,
  from: { readonly size: number; readonly frontier: readonly Uint8Array[] } = { size: 0, frontier: [] },
): Tree {
  const roots = [...from.frontier];
  let size = from.size;
  return {
    get size() {
      return size;
    },
    add: (leaf) => {
      let right = leaf;
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
        right = nodeHash(sha256, roots.pop() ?? right, right);
      }
      roots.push(right);
      size += 1;
    },
    root: () => foldRoots(sha256, roots),
    frontier: () => [...roots],
  };
}

function foldRoots(sha256: Sha256, roots: readonly Uint8Array[]): Uint8Array {
  const last = roots.at(-1);
  if (last === undefined) return sha256(new Uint8Array());
  return roots.slice(0, -1).reduceRight((right, left) => nodeHash(sha256, left, right), last);
}

/** Splits a kept frontier of a tree of that size. Null: it has not as many roots as the size has ones. */
export function readFrontier(size: number, bytes: Uint8Array): readonly Uint8Array[] | null {
  const ones =
    Number.isSafeInteger(size) && size > 0 ? [...size.toString(2)].filter((bit) => bit === "1").length : 0;
  if (bytes.length !== ones * hashBytes) return null;
  return Array.from({ length: ones }, (_, at) => bytes.slice(at * hashBytes, (at + 1) * hashBytes));
}

/** The tree a kept frontier says, when it gives that root; null: it does not. */
export function treeOf(
  sha256: Sha256,
  kept: { readonly size: number; readonly frontier: Uint8Array; readonly root: Uint8Array },
): Tree | null {
  const frontier = readFrontier(kept.size, kept.frontier);
  const tree = frontier && growTree(sha256, { size: kept.size, frontier });
  return tree && sameBytes(tree.root(), kept.root) ? tree : null;
}
