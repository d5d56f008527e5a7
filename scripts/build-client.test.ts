import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildClient, type Manifest } from "./build-client.ts";

let outDir: string;
let manifest: Manifest;

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), "pratu-client-"));
  manifest = await buildClient({ outDir });
});

afterAll(() => rm(outDir, { recursive: true, force: true }));

const fileOf = (address: string) => join(outDir, "public", address);

test("names every asset by its content and keeps compressed copies beside it", async () => {
  for (const [name, address] of Object.entries(manifest)) {
    expect(address, name).toMatch(/^\/assets\/[\w.-]+-[\w]{8,10}\.(js|css|svg|woff2|wasm|ttf)$/);
    const content = await readFile(fileOf(address));
    if (/\.(js|css|svg|wasm)$/.test(address)) {
      expect(gunzipSync(await readFile(fileOf(`${address}.gz`)))).toEqual(content);
    }
  }
});

test("gives pages their sheets, fonts, mark, scanner and scripts, and documents their typeface", () => {
  const wanted = [
    "citizen.css",
    "console.css",
    "thai-400.woff2",
    "door.svg",
    "zxing_reader.wasm",
    "sarabun-400.ttf",
  ];
  expect(Object.keys(manifest)).toEqual(expect.arrayContaining([...wanted, "show-secret.js"]));
});

test("a service worker is one piece: what loads it takes no imports", async () => {
  const text = await readFile(fileOf(manifest["keep-codes.js"]!), "utf8");
  expect(text).not.toMatch(/\bimport\b|\bexport\b/);
});

test("leads the sheets to fonts that are there", async () => {
  for (const sheet of ["citizen.css", "console.css"]) {
    const text = await readFile(fileOf(manifest[sheet]!), "utf8");
    const fonts = [...text.matchAll(/url\("?(\/assets\/[\w.-]+\.woff2)"?\)/g)].map(([, name]) => name!);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect((await stat(fileOf(font))).size).toBeGreaterThan(0);
  }
});

test("lets browsers keep assets for good", async () => {
  expect(await readFile(fileOf("_headers"), "utf8")).toMatch(/\/assets\/\*\n {2}Cache-Control: .*immutable/);
});

test("does nothing when nothing has changed, and two builds at once leave a whole folder", async () => {
  const before = await stat(fileOf(manifest["citizen.css"]!));
  expect(await buildClient({ outDir })).toEqual(manifest);
  expect((await stat(fileOf(manifest["citizen.css"]!))).mtimeMs).toBe(before.mtimeMs);
  await rm(join(outDir, "stamp"));
  const both = await Promise.all([buildClient({ outDir }), buildClient({ outDir })]);
  expect(both).toEqual([manifest, manifest]);
  expect((await readdir(join(outDir, "public", "assets"))).filter((name) => name.endsWith(".part"))).toEqual(
    [],
  );
});
