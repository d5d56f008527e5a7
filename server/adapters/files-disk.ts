import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Files } from "../ports.ts";
import { checkedKey } from "./file-key.ts";

/** Where files are written before they get their name; no key starts with a dot. */
const unfinished = ".unfinished";

/**
 * Files in a folder, readable by the server's own user alone. A file is written beside, brought to the disk and then
 * given its name, so that whoever reads finds the old one or the new one, whole.
 */
export function diskFiles(folder: string): Files {
  const pathOf = (key: string) => join(folder, ...checkedKey(key).split("/"));
  return {
    put: async (key, bytes) => {
      const path = pathOf(key);
      const beside = join(folder, unfinished, randomUUID());
      await mkdir(dirname(beside), { recursive: true, mode: 0o700 });
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        await writeToDisk(beside, bytes);
        await rename(beside, path);
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
      await bringToDisk(dirname(path));
    },
    get: async (key) => {
      try {
        return new Uint8Array(await readFile(pathOf(key)));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    delete: async (key) => {
      await rm(pathOf(key), { force: true });
    },
  };
}

async function writeToDisk(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name is safe from a power cut only when its folder is on the disk too. Windows knows no such call. */
async function bringToDisk(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ENOENT";
}
