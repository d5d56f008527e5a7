import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const compressed = new Set([".js", ".css", ".svg", ".wasm"]);
const keptForMs = 24 * 60 * 60 * 1_000;

/**
 * A folder of files named by their content. Two builds may fill it at once, and a server may serve from it meanwhile:
 * a file appears whole or not at all, and what an earlier build left stays for a day, for pages already open.
 */
export interface AssetFolder {
  /** Puts a file under its name and hash ("citizen-0a1b2c3d4e.css"); answers its address. */
  put(name: string, content: Uint8Array): Promise<string>;
  /** Puts a file that a bundler has named already; answers its address. */
  putNamed(name: string, content: Uint8Array): Promise<string>;
  /** Removes what no build has put for a day. */
  prune(now: number): Promise<void>;
}

export async function openAssetFolder(folder: string): Promise<AssetFolder> {
  await mkdir(folder, { recursive: true });
  const written = new Set<string>();
  const write = async (name: string, content: Uint8Array) => {
    written.add(name);
    await writeWhole(join(folder, name), content);
  };
  const putNamed = async (name: string, content: Uint8Array) => {
    await write(name, content);
    for (const [ending, packed] of packedCopies(name, content)) await write(`${name}${ending}`, packed);
    return `/assets/${name}`;
  };
  return {
    put: (name, content) => {
      const extension = extname(name);
      const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
      return putNamed(`${basename(name, extension)}-${hash}${extension}`, content);
    },
    putNamed,
    prune: async (now) => {
      const left = (await readdir(folder)).filter((name) => !written.has(name));
      await Promise.all(left.map((name) => removeOld(join(folder, name), now - keptForMs)));
    },
  };
}

/** Writes a file in one step for whoever reads it. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`;
  await writeFile(draft, content);
  await rename(draft, path);
}

function packedCopies(name: string, content: Uint8Array): (readonly [string, Uint8Array])[] {
  if (!compressed.has(extname(name))) return [];
  const params = { [constants.BROTLI_PARAM_QUALITY]: content.length > 500_000 ? 9 : 11 };
  return [
    [".gz", gzipSync(content, { level: 9 })],
    [".br", brotliCompressSync(content, { params })],
  ];
}

async function removeOld(path: string, before: number): Promise<void> {
  // A build under way beside us has moved its draft to its place: nothing old.
  const found = await stat(path).catch(() => null);
  if (found && found.mtimeMs < before) await rm(path, { force: true });
}
