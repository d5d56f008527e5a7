import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readKept } from "./read-kept.ts";
import { emptyState, type KeptState } from "./state.ts";

/** Reads what was kept; an empty world when there is nothing, or it was written by another version. */
export async function readState(folder: string): Promise<KeptState> {
  const text = await readKept(join(folder, "state.json"));
  if (text === null) return emptyState();
  const kept = JSON.parse(text) as { version?: unknown };
  return kept.version === 1 ? { ...emptyState(), ...(kept as Partial<KeptState>) } : emptyState();
}

export interface Keeper {
  /** Asks for a save soon; many asks make one. */
  save(): void;
  /** Writes at once what is not yet written. */
  flush(): Promise<void>;
}

/** Keeps `state` in a file of the folder: written whole beside it, then moved over it. */
export function makeKeeper(folder: string, state: KeptState): Keeper {
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  const write = async () => {
    await mkdir(folder, { recursive: true });
    const next = join(folder, "state.json.next");
    await writeFile(next, JSON.stringify(state), { mode: 0o600 });
    await rename(next, join(folder, "state.json"));
  };
  const enqueue = () => (writing = writing.then(write, write));
  return {
    save: () => {
      timer ??= setTimeout(() => {
        timer = null;
        enqueue().catch(() => {});
      }, 200);
    },
    flush: async () => {
      if (timer) clearTimeout(timer);
      timer = null;
      await enqueue();
    },
  };
}
