import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Logical asset name ("citizen.css") → address with its hash. */
export type Manifest = Readonly<Record<string, string>>;

const fonts = "node_modules/@fontsource/ibm-plex-sans-thai-looped/files/ibm-plex-sans-thai-looped";

/** Files that are served as they are, under a hashed name. */
const files: Readonly<Record<string, string>> = {
  "thai-400.woff2": `${fonts}-thai-400-normal.woff2`,
  "thai-600.woff2": `${fonts}-thai-600-normal.woff2`,
  "latin-400.woff2": `${fonts}-latin-400-normal.woff2`,
  "latin-600.woff2": `${fonts}-latin-600-normal.woff2`,
  "door.svg": "server/http/page/door.svg",
  "zxing_reader.wasm": "node_modules/zxing-wasm/dist/reader/zxing_reader.wasm",
};

const sheets = ["server/http/page/css/citizen.css", "server/http/page/css/console.css"];
const clientFolders = ["liff/client", "server/console/client"];
const compressed = new Set([".js", ".css", ".svg", ".wasm"]);

const headers = `/assets/*
  Cache-Control: public, max-age=31536000, immutable
  X-Content-Type-Options: nosniff
  Strict-Transport-Security: max-age=31536000; includeSubDomains
  Cross-Origin-Resource-Policy: same-origin
`;

/**
 * Builds what browsers load: each `*.entry.ts` of the client folders, the style sheets, fonts and other files, under
 * hashed names, with compressed copies beside them; writes the manifest. Does nothing when no input has changed.
 */
export async function buildClient({ minify = true, outDir = "dist" } = {}): Promise<Manifest> {
  const entries = await findEntries();
  const stamp = await stampOf([...entries, minify ? "minified" : "readable"]);
  const kept = await readFile(join(outDir, "stamp"), "utf8").catch(() => null);
  if (kept === stamp) return JSON.parse(await readFile(join(outDir, "manifest.json"), "utf8")) as Manifest;
  const assets = join(outDir, "public", "assets");
  await rm(outDir, { recursive: true, force: true });
  await mkdir(assets, { recursive: true });
  const copied = await copyFiles(assets);
  const manifest = {
    ...copied,
    ...(await bundleSheets(assets, copied, minify)),
    ...(await bundle(assets, entries, minify)),
  };
  await compressAll(assets);
  await writeFile(join(outDir, "public", "_headers"), headers);
  await writeFile(join(outDir, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(join(outDir, "stamp"), stamp);
  return manifest;
}

async function findEntries(): Promise<string[]> {
  const found = await Promise.all(
    clientFolders.map(async (folder) => {
      const names = await readdir(folder, { recursive: true }).catch(() => []);
      return names.filter((name) => /\.entry\.ts$/.test(name)).map((name) => join(folder, name));
    }),
  );
  return found.flat().sort();
}

/** Changes when any source a bundle may hold, or the lockfile, changes. */
async function stampOf(also: readonly string[]): Promise<string> {
  const hash = createHash("sha256").update(also.join("\n"));
  const folders = ["server", "liff"];
  for (const folder of folders) {
    for (const name of (await readdir(folder, { recursive: true })).sort()) {
      if (!/\.(ts|tsx|css|svg)$/.test(name)) continue;
      const { mtimeMs, size } = await stat(join(folder, name));
      hash.update(`${folder}/${name}:${mtimeMs}:${size}\n`);
    }
  }
  for (const file of ["package-lock.json", "scripts/build-client.ts"]) hash.update(await readFile(file));
  return hash.digest("hex");
}

async function put(assets: string, name: string, content: Uint8Array): Promise<string> {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const extension = extname(name);
  const hashed = `${basename(name, extension)}-${hash}${extension}`;
  await writeFile(join(assets, hashed), content);
  return `/assets/${hashed}`;
}

async function copyFiles(assets: string): Promise<Record<string, string>> {
  const copied = await Promise.all(
    Object.entries(files).map(
      async ([name, from]) => [name, await put(assets, name, await readFile(from))] as const,
    ),
  );
  return Object.fromEntries(copied);
}

async function bundleSheets(
  assets: string,
  copied: Manifest,
  minify: boolean,
): Promise<Record<string, string>> {
  const built = await Promise.all(
    sheets.map(async (sheet) => {
      const { outputFiles } = await build({
        entryPoints: [sheet],
        bundle: true,
        minify,
        write: false,
        external: ["*.woff2"],
        target: ["safari14", "chrome109"],
      });
      const text = (outputFiles[0]?.text ?? "").replace(/[\w-]+\.woff2/g, (name) => copied[name] ?? name);
      return [basename(sheet), await put(assets, basename(sheet), new TextEncoder().encode(text))] as const;
    }),
  );
  return Object.fromEntries(built);
}

async function bundle(
  assets: string,
  entries: readonly string[],
  minify: boolean,
): Promise<Record<string, string>> {
  if (entries.length === 0) return {};
  const { metafile } = await build({
    entryPoints: entries.map((entry) => ({ in: entry, out: basename(entry, ".entry.ts") })),
    outdir: assets,
    bundle: true,
    format: "esm",
    splitting: true,
    minify,
    metafile: true,
    entryNames: "[name]-[hash]",
    chunkNames: "chunk-[hash]",
    target: ["es2020", "safari14.1", "chrome109"],
    legalComments: "none",
    logLevel: "error",
  });
  const named: Record<string, string> = {};
  for (const [path, output] of Object.entries(metafile.outputs)) {
    if (output.entryPoint && entries.includes(output.entryPoint)) {
      named[`${basename(output.entryPoint, ".entry.ts")}.js`] = `/assets/${basename(path)}`;
    }
  }
  return named;
}

async function compressAll(assets: string): Promise<void> {
  for (const name of await readdir(assets)) {
    if (!compressed.has(extname(name))) continue;
    const content = await readFile(join(assets, name));
    await writeFile(join(assets, `${name}.gz`), gzipSync(content, { level: 9 }));
    const quality = content.length > 500_000 ? 9 : 11;
    await writeFile(
      join(assets, `${name}.br`),
      brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
    );
  }
}

if (process.argv[1]?.endsWith("build-client.ts")) console.log(await buildClient());
