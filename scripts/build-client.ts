import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { openAssetFolder, writeWhole, type AssetFolder } from "./assets/asset-folder.ts";
import { findEntries, stampOf } from "./assets/inputs.ts";

/** Logical asset name ("citizen.css") → address with its hash. */
export type Manifest = Readonly<Record<string, string>>;

const sarabun = "node_modules/@expo-google-fonts/sarabun";
const fonts = "node_modules/@fontsource/ibm-plex-sans-thai-looped/files/ibm-plex-sans-thai-looped";

/** Files that are served as they are, under a hashed name. */
const files: Readonly<Record<string, string>> = {
  "thai-400.woff2": `${fonts}-thai-400-normal.woff2`,
  "thai-600.woff2": `${fonts}-thai-600-normal.woff2`,
  "latin-400.woff2": `${fonts}-latin-400-normal.woff2`,
  "latin-600.woff2": `${fonts}-latin-600-normal.woff2`,
  // Set into documents by the server; browsers never ask for them.
  "sarabun-400.ttf": `${sarabun}/400Regular/Sarabun_400Regular.ttf`,
  "sarabun-700.ttf": `${sarabun}/700Bold/Sarabun_700Bold.ttf`,
  // The server's codec for pictures.
  "mozjpeg_dec.wasm": "node_modules/@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm",
  "mozjpeg_enc.wasm": "node_modules/@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm",
  "door.svg": "server/http/page/door.svg",
  "zxing_reader.wasm": "node_modules/zxing-wasm/dist/reader/zxing_reader.wasm",
};

const sheets = [
  "server/http/page/css/citizen.css",
  "server/http/page/css/console.css",
  // Only where a map is shown.
  "server/http/page/css/map.css",
];

/** Safari before 14.1 takes some destructuring wrongly, and esbuild does not rewrite it. */
const browsers = ["safari14.1", "chrome109"];

const headers = `/assets/*
  Cache-Control: public, max-age=31536000, immutable
  X-Content-Type-Options: nosniff
  Strict-Transport-Security: max-age=31536000; includeSubDomains
  Cross-Origin-Resource-Policy: same-origin
`;

/**
 * Builds what browsers load: each `*.entry.ts` of the client folders, the style sheets, fonts and other files, under
 * hashed names, with compressed copies beside them; writes the manifest last. Does nothing when no input has changed.
 */
export async function buildClient({ minify = true, outDir = "dist" } = {}): Promise<Manifest> {
  const entries = await findEntries();
  const stamp = await stampOf([...entries, minify ? "minified" : "readable"]);
  const kept = await readKept(outDir, stamp);
  if (kept) return kept;
  const assets = await openAssetFolder(join(outDir, "public", "assets"));
  const copied = await copyFiles(assets);
  const manifest = {
    ...copied,
    ...(await bundleSheets(assets, copied, minify)),
    ...(await bundleEntries(assets, entries, minify)),
  };
  await assets.prune(Date.now());
  await writeWhole(join(outDir, "public", "_headers"), headers);
  await writeWhole(join(outDir, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeWhole(join(outDir, "stamp"), stamp);
  return manifest;
}

/** The manifest of the last build, when nothing has changed since. */
async function readKept(outDir: string, stamp: string): Promise<Manifest | null> {
  try {
    if ((await readFile(join(outDir, "stamp"), "utf8")) !== stamp) return null;
    return JSON.parse(await readFile(join(outDir, "manifest.json"), "utf8")) as Manifest;
  } catch {
    return null;
  }
}

async function copyFiles(assets: AssetFolder): Promise<Record<string, string>> {
  const copied = await Promise.all(
    Object.entries(files).map(
      async ([name, from]) => [name, await assets.put(name, await readFile(from))] as const,
    ),
  );
  return Object.fromEntries(copied);
}

async function bundleSheets(
  assets: AssetFolder,
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
        external: ["*.woff2", "*.png"],
        target: browsers,
      });
      const text = (outputFiles[0]?.text ?? "").replace(/[\w-]+\.woff2/g, (name) => copied[name] ?? name);
      return [basename(sheet), await assets.put(basename(sheet), new TextEncoder().encode(text))] as const;
    }),
  );
  return Object.fromEntries(built);
}

async function bundleEntries(
  assets: AssetFolder,
  entries: readonly string[],
  minify: boolean,
): Promise<Record<string, string>> {
  if (entries.length === 0) return {};
  const { outputFiles, metafile } = await build({
    entryPoints: entries.map((entry) => ({ in: entry, out: basename(entry, ".entry.ts") })),
    outdir: "assets",
    bundle: true,
    format: "esm",
    splitting: true,
    minify,
    write: false,
    metafile: true,
    entryNames: "[name]-[hash]",
    chunkNames: "chunk-[hash]",
    target: ["es2020", ...browsers],
    legalComments: "none",
    logLevel: "error",
  });
  await Promise.all(outputFiles.map(({ path, contents }) => assets.putNamed(basename(path), contents)));
  const named: Record<string, string> = {};
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (entryPoint && entries.includes(entryPoint)) {
      named[`${basename(entryPoint, ".entry.ts")}.js`] = `/assets/${basename(path)}`;
    }
  }
  return named;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) console.log(await buildClient());
