import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getPlatformProxy } from "wrangler";
import { memoryFiles } from "../../tests/support/files.ts";
import { s3Login, s3Server, type S3Server } from "../../tests/support/s3-server.ts";
import type { Files } from "../ports.ts";
import { diskFiles } from "./files-disk.ts";
import { r2Files, type Bucket } from "./files-r2.ts";
import { s3Files } from "./files-s3.ts";

let folder: string;
let s3: S3Server;
let workerd: Awaited<ReturnType<typeof getPlatformProxy<{ FILES: Bucket }>>>;
const stores: Record<string, Files> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pratu-files-"));
  s3 = await s3Server();
  const configPath = join(folder, "wrangler.toml");
  await writeFile(
    configPath,
    'name = "files"\ncompatibility_date = "2026-10-01"\n[[r2_buckets]]\nbinding = "FILES"\nbucket_name = "pratu-files"\n',
  );
  workerd = await getPlatformProxy<{ FILES: Bucket }>({ configPath, persist: false, envFiles: [] });
  stores["disk"] = diskFiles(folder);
  stores["r2"] = r2Files(workerd.env.FILES);
  stores["s3"] = s3With();
  stores["memory"] = memoryFiles();
}, 60_000);
afterAll(async () => {
  await workerd.dispose();
  await s3.close();
  await rm(folder, { recursive: true });
});

function s3With(more: Partial<Parameters<typeof s3Files>[0]> = {}): Files {
  return s3Files({ endpoint: s3.origin, bucket: s3.bucket, ...s3Login, timeoutMs: 5_000, ...more });
}

const key = "pictures/0190f3a0-1111-7222-8333-444455556666/0190f3a0-1111-7222-8333-444455556667";
const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 31) % 256);
const strange = [
  "",
  "/etc/passwd",
  "../outside",
  "pictures/../../outside",
  "pictures//a",
  "pictures/",
  "C:\\outside",
  "pictures/a%2fb",
  "pictures/.hidden",
  "รูป",
  "a\u0000b",
  "a".repeat(201),
  "A/B",
];

describe.each(["disk", "r2", "s3", "memory"])("%s", (name) => {
  const files = () => stores[name]!;

  test("gives back byte for byte what was put, and nothing where nothing was", async () => {
    expect(await files().get(`${key}-none`)).toBeNull();
    await files().put(key, bytes, "application/octet-stream");
    expect(await files().get(key)).toEqual(bytes);
  });

  test("a second put replaces the first, and an empty file is a file", async () => {
    await files().put(`${key}-two`, bytes, "application/octet-stream");
    await files().put(`${key}-two`, new Uint8Array(), "application/octet-stream");
    expect(await files().get(`${key}-two`)).toEqual(new Uint8Array());
  });

  test("a file that is ended is gone, and ending it again changes nothing", async () => {
    await files().put(`${key}-gone`, bytes, "application/octet-stream");
    await files().delete(`${key}-gone`);
    await files().delete(`${key}-gone`);
    expect(await files().get(`${key}-gone`)).toBeNull();
  });

  test("of many written at once each reader finds a whole one", async () => {
    const versions = Array.from({ length: 8 }, (_, at) => new Uint8Array(60_000).fill(at));
    await files().put(`${key}-race`, versions[0]!, "application/octet-stream");
    const reads = versions.flatMap((version) => [
      files().put(`${key}-race`, version, "application/octet-stream"),
      files()
        .get(`${key}-race`)
        .then((read) => expect([read?.length, new Set(read).size]).toEqual([60_000, 1])),
    ]);
    await Promise.all(reads);
  });

  test.each(strange)("a key that is not ours is refused: %j", async (wrong) => {
    for (const call of [
      () => files().put(wrong, bytes, "application/octet-stream"),
      () => files().get(wrong),
      () => files().delete(wrong),
    ]) {
      await expect((async () => call())()).rejects.toThrow(/key/);
    }
  });
});

test("on the disk only the server's user reads files, and nothing unfinished stays", async () => {
  await stores["disk"]!.put(`${key}-mode`, bytes, "application/octet-stream");
  const modes = [join(folder, "pictures"), join(folder, `${key}-mode`)].map(
    async (path) => (await stat(path)).mode & 0o777,
  );
  expect(await Promise.all(modes)).toEqual([0o700, 0o600]);
  await stores["disk"]!.put("folder/file", bytes, "application/octet-stream");
  await expect(stores["disk"]!.put("folder", bytes, "application/octet-stream")).rejects.toThrow();
  expect(await readdir(join(folder, ".unfinished"))).toEqual([]);
});

test("S3 keeps the type it was told", () => {
  expect(s3.kept.get(key)?.contentType).toBe("application/octet-stream");
});

test("S3 is asked again when it is busy, and the put is there once", async () => {
  const before = s3.answered.length;
  s3.fail({ status: 503, code: "SlowDown" }, { status: 500, code: "InternalError" });
  await s3With().put(`${key}-busy`, bytes, "application/octet-stream");
  expect(s3.answered.slice(before)).toEqual(["PUT 503", "PUT 500", "PUT 200"]);
  expect(s3.kept.get(`${key}-busy`)?.bytes).toEqual(bytes);
});

test.each([
  ["stays busy", {}, Array(3).fill({ status: 503, code: "SlowDown" }), /503 SlowDown/],
  ["forbids", {}, [{ status: 403, code: "AccessDenied" }], /403 AccessDenied/],
  ["knows another secret", { secretKey: "another" }, [], /403 SignatureDoesNotMatch/],
  ["has no such bucket", { bucket: "another-bucket" }, [], /404 NoSuchBucket/],
  ["sends elsewhere", {}, [{ status: 301, code: "PermanentRedirect" }], /301 PermanentRedirect/],
  ["breaks off in the middle", {}, ["cut"], /./],
  ["does not answer", { timeoutMs: 200 }, ["silent"], /time/i],
] as const)("S3 that %s is a fault, and never looks like a missing file", async (_, more, faults, said) => {
  s3.fail(...faults);
  await expect(s3With(more).get(`${key}-none`)).rejects.toThrow(said);
});

test("S3 that is not there is a fault", async () => {
  await expect(s3With({ endpoint: "http://127.0.0.1:9" }).get(key)).rejects.toThrow();
});

test("a secret key stands in no fault", async () => {
  const wrong = s3With({ secretKey: "hush-hush" }).put(key, bytes, "application/octet-stream");
  await expect(wrong).rejects.toThrow(/^(?!.*hush).*$/);
});
