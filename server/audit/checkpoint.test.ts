import { expect, test } from "vitest";
import { makeKeys } from "../adapters/keys.ts";
import { testConfig } from "../../tests/support/settings.ts";
import { checkpointText, isSigned, readCheckpoints, signCheckpoint } from "./checkpoint.ts";

const keys = makeKeys(testConfig().keys);
const at = new Date("2026-11-21T03:04:05.678Z");
const made = { number: 3, size: 41, root: new Uint8Array(32).fill(7), at };

test("what is written as a note is read as it was, several after each other too", async () => {
  const one = await signCheckpoint(keys.auditSigner, made);
  const two = await signCheckpoint(keys.auditSigner, { ...made, number: 4, size: 50 });
  expect(readCheckpoints(`${checkpointText(one)}\n\n${checkpointText(two)}`)).toEqual([one, two]);
  expect(readCheckpoints("")).toEqual([]);
});

test("a text with anything else in it is no list of notes", async () => {
  const text = checkpointText(await signCheckpoint(keys.auditSigner, made));
  for (const wrong of [
    `x${text}`,
    `${text}x`,
    text.replace("\n41\n", "\n041\n"),
    text.replace("pratu/audit\n", "other\n"),
  ]) {
    expect(readCheckpoints(wrong)).toBe(null);
  }
});

test("a signature holds for what was signed alone, and only by a key that is known", async () => {
  const signed = await signCheckpoint(keys.auditSigner, made);
  expect(await isSigned(keys.verifyAudit, signed)).toBe(true);
  const changes = [
    { size: 42 },
    { number: 4 },
    { root: new Uint8Array(32) },
    { at: new Date(at.getTime() + 1) },
  ];
  for (const change of [...changes, { at: new Date(Number.NaN) }, { keyId: "other" }]) {
    expect(await isSigned(keys.verifyAudit, { ...signed, ...change })).toBe(false);
  }
  expect(await isSigned(makeKeys(testConfig().keys).verifyAudit, signed)).toBe(false);
});

test("after a change of keys, what the earlier key signed still holds", async () => {
  const signed = await signCheckpoint(keys.auditSigner, made);
  const old = testConfig().keys;
  const first = makeKeys(old);
  const signedBefore = await signCheckpoint(first.auditSigner, made);
  const next = makeKeys({ ...testConfig().keys, auditOld: [old.auditSigning] });
  expect(await isSigned(next.verifyAudit, signedBefore)).toBe(true);
  expect(await isSigned(next.verifyAudit, signed)).toBe(false);
});
