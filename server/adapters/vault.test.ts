import fc from "fast-check";
import { expect, test } from "vitest";
import { makeVault, type MasterKey } from "./vault.ts";

const first: MasterKey = { id: "k1", key: new Uint8Array(32).fill(1) };
const second: MasterKey = { id: "k2", key: new Uint8Array(32).fill(2) };
const place = { table: "person", rowId: "a" };

test("opens what it sealed, whatever the value", () => {
  const vault = makeVault([first]);
  const dataKey = vault.newDataKey();
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const sealed = vault.seal(dataKey, place, value);
      expect(vault.open(dataKey, place, sealed)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("a blob that was moved to another row, table or person does not open", () => {
  const vault = makeVault([first]);
  const dataKey = vault.newDataKey();
  const sealed = vault.seal(dataKey, place, "secret");
  expect(() => vault.open(dataKey, { ...place, rowId: "b" }, sealed)).toThrow();
  expect(() => vault.open(dataKey, { ...place, table: "phone" }, sealed)).toThrow();
  expect(() => vault.open(vault.newDataKey(), place, sealed)).toThrow();
});

test("a blob with any bit flipped does not open", () => {
  const vault = makeVault([first]);
  const dataKey = vault.newDataKey();
  const sealed = vault.seal(dataKey, place, { name: "สมใจ" });
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const flipped = Uint8Array.from(sealed);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(() => vault.open(dataKey, place, flipped)).toThrow();
  }
});

test("a file's bytes open where they were sealed, and nowhere else", () => {
  const vault = makeVault([first]);
  const dataKey = vault.newDataKey();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => {
      const sealed = vault.sealBytes(dataKey, place, bytes);
      expect(new Uint8Array(vault.openBytes(dataKey, place, sealed))).toEqual(bytes);
      expect(() => vault.openBytes(dataKey, { ...place, rowId: "b" }, sealed)).toThrow();
    }),
  );
});

test("a new master key in front seals new rows, and old rows still open", () => {
  const before = makeVault([first]);
  const oldKey = before.newDataKey();
  const sealed = before.seal(oldKey, place, "kept");
  const after = makeVault([second, first]);
  expect(after.open(oldKey, place, sealed)).toBe("kept");
  expect(() => makeVault([first]).seal(after.newDataKey(), place, "new")).toThrow(/unknown master key/);
});
