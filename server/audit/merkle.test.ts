import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { joinBytes } from "../kernel/join-bytes.ts";
import { growTree, leafHash, readFrontier, treeOf, type Sha256 } from "./merkle.ts";
import { isConsistent, isIncluded, proveConsistency, proveInclusion } from "./proof.ts";

const sha256: Sha256 = (message) => createHash("sha256").update(message).digest();
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const leaf = (n: number) => leafHash(sha256, `entry ${n}`);
const leaves = Array.from({ length: 130 }, (_, n) => leaf(n));

/** The Merkle Tree Hash as RFC 6962 §2.1 words it, over the leaves' hashes. */
function plainRoot(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 0) return sha256(new Uint8Array());
  if (hashes.length === 1) return hashes[0] ?? new Uint8Array();
  let half = 1;
  while (half * 2 < hashes.length) half *= 2;
  const [left, right] = [plainRoot(hashes.slice(0, half)), plainRoot(hashes.slice(half))];
  return createHash("sha256").update(Uint8Array.of(1)).update(left).update(right).digest();
}

function grown(count: number) {
  const tree = growTree(sha256);
  leaves.slice(0, count).forEach((hash) => tree.add(hash));
  return tree;
}

test("gives the roots that are published for RFC 6962", () => {
  const inputs = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ];
  const tree = growTree(sha256);
  const roots = [hex(tree.root())];
  for (const input of inputs) {
    tree.add(
      createHash("sha256")
        .update(Buffer.from(`00${input}`, "hex"))
        .digest(),
    );
    roots.push(hex(tree.root()));
  }
  expect([roots[0], roots[1], roots[2], roots[8]]).toEqual([
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]);
});

test("grows to the root that is worked out anew, at every size, and from any frontier", () => {
  for (let size = 0; size <= leaves.length; size += 1) {
    expect(hex(grown(size).root())).toBe(hex(plainRoot(leaves.slice(0, size))));
  }
  fc.assert(
    fc.property(fc.nat(130), fc.nat(130), (one, other) => {
      const [from, until] = [Math.min(one, other), Math.max(one, other)];
      const tree = growTree(sha256, { size: from, frontier: grown(from).frontier() });
      leaves.slice(from, until).forEach((hash) => tree.add(hash));
      expect(hex(tree.root())).toBe(hex(plainRoot(leaves.slice(0, until))));
    }),
  );
});

test("a frontier is taken only with as many roots as its size has, and only under its own root", () => {
  const tree = grown(7);
  const frontier = joinBytes(tree.frontier());
  expect(treeOf(sha256, { size: 7, frontier, root: tree.root() })?.size).toBe(7);
  expect(treeOf(sha256, { size: 7, frontier, root: leaf(0) })).toBe(null);
  expect(readFrontier(8, frontier)).toBe(null);
  expect(readFrontier(-7, frontier)).toBe(null);
});

test("every leaf is proven in, and in no other place, tree or form", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 130 }), fc.nat(), fc.nat(), (size, n, other) => {
      const [index, beside] = [n % size, other % size];
      const some = leaves.slice(0, size);
      const claim = { leaf: leaf(index), index, size, root: plainRoot(some) };
      const proof = proveInclusion(sha256, some, index);
      expect(isIncluded(sha256, claim, proof)).toBe(true);
      expect(isIncluded(sha256, { ...claim, leaf: leaf(200) }, proof)).toBe(false);
      expect(isIncluded(sha256, { ...claim, index: beside }, proof)).toBe(beside === index);
      expect(isIncluded(sha256, claim, [...proof, leaf(0)])).toBe(false);
      expect(isIncluded(sha256, claim, proof.slice(1))).toBe(proof.length === 0);
    }),
  );
});

test("an older tree is proven to be the beginning of a newer one, and a changed one is not", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 130 }), fc.nat(), fc.nat(), (size, n, changed) => {
      const before = 1 + (n % size);
      const newer = { size, root: plainRoot(leaves.slice(0, size)) };
      const older = { size: before, root: plainRoot(leaves.slice(0, before)) };
      const proof = proveConsistency(sha256, leaves.slice(0, size), before);
      expect(isConsistent(sha256, older, newer, proof)).toBe(true);
      const other = leaves.slice(0, before).with(changed % before, leaf(999));
      expect(isConsistent(sha256, { size: before, root: plainRoot(other) }, newer, proof)).toBe(false);
      expect(isConsistent(sha256, newer, older, proof)).toBe(before === size);
    }),
  );
});
