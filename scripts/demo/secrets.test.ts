import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readPrivateKey } from "../../server/kernel/p256-key.ts";
import { demoSecrets } from "./secrets.ts";

let folder: string;
const fileOf = () => join(folder, "secrets.json");

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pratu-secrets-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("secrets are made once, come back at every start, and only their owner reads them", async () => {
  const made = await demoSecrets(folder);
  expect(await demoSecrets(folder)).toEqual(made);
  expect((await stat(fileOf())).mode & 0o077).toBe(0);
  expect(readPrivateKey(made["CODE_SIGNING_KEY"] ?? "")).not.toBe(null);
});

test("a data folder of an earlier version gets what it lacks and keeps the rest", async () => {
  const made = await demoSecrets(folder);
  const earlier = Object.fromEntries(Object.entries(made).filter(([name]) => name !== "CODE_SIGNING_KEY"));
  await writeFile(fileOf(), JSON.stringify({ ...earlier, QR_KEY: "as it was", GONE_SINCE: "kept" }));
  const filled = await demoSecrets(folder);
  expect(filled).toMatchObject({ ...earlier, QR_KEY: "as it was", GONE_SINCE: "kept" });
  expect(readPrivateKey(filled["CODE_SIGNING_KEY"] ?? "")).not.toBe(null);
  expect(JSON.parse(await readFile(fileOf(), "utf8"))).toEqual(filled);
});
