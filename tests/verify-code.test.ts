import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createLocalJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeKeys } from "../server/adapters/keys.ts";
import { bangkokDay, endOfBangkokDay } from "../server/kernel/thai-date.ts";
import { writeCodeToken } from "../server/visits/code-token.ts";
import { makeCode } from "../server/visits/service-code.ts";
import { testConfig } from "./support/settings.ts";

const run = promisify(execFile);
const keys = makeKeys(testConfig().keys);
const other = makeKeys(testConfig().keys);
const published = { keys: [...keys.codePublicKeys] };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pratu-verify-"));
  await writeFile(join(folder, "keys.json"), JSON.stringify(published));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function signed(by: typeof keys, day = bangkokDay(new Date())): Promise<string> {
  const code = makeCode("PP", 1234567890);
  const expiresAt = endOfBangkokDay(day);
  return writeCodeToken(by.codeSigner, { code, facility: "99001", serviceType: "PG0060001", expiresAt });
}

async function judged(text: string, facility = "99001"): Promise<string> {
  const ran = await run(process.execPath, [
    "docs/verify-code.mjs",
    join(folder, "keys.json"),
    facility,
    text,
  ]);
  return ran.stdout.trim();
}

test("the verifier of the documents takes a good token and refuses every other", async () => {
  const token = await signed(keys);
  const [header = "", claims = "", signature = ""] = token.split(".");
  const none = Buffer.from('{"alg":"none","typ":"pratu-code"}').toString("base64url");
  expect(await judged(token)).toBe("good: PP1234567890 for PG0060001");
  expect(await judged(token, "99002")).toBe("of another facility");
  expect(await judged(await signed(keys, bangkokDay(new Date(0))))).toBe("expired");
  expect(await judged(await signed(other))).toBe("forged");
  expect(await judged(`${none}.${claims}.`)).toBe("forged");
  expect(await judged(`${header}.${claims}.${signature.slice(0, -4)}`)).toBe("forged");
  expect(await judged("")).toBe("forged");
});

test("a JOSE library verifies it with the published keys, and checks facility, type and day by itself", async () => {
  const expected = { algorithms: ["ES256"], typ: "pratu-code", audience: "99001" };
  const find = createLocalJWKSet(published);
  const { payload } = await jwtVerify(await signed(keys), find, expected);
  expect(payload).toMatchObject({ sub: "PP1234567890", svc: "PG0060001" });
  const elsewhere = jwtVerify(await signed(keys), find, { ...expected, audience: "99002" });
  await expect(elsewhere).rejects.toThrow(/aud/);
  await expect(jwtVerify(await signed(other), find, expected)).rejects.toThrow();
});
