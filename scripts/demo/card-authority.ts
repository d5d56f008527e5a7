import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeCardAuthority, type CardAuthority } from "../card-agent/authority.ts";

/** The authority of the demo's cards: made at the first start and kept, so that app and card agent know the same one. */
export async function demoCardAuthority(dataFolder: string): Promise<CardAuthority> {
  const path = join(dataFolder, "card-authority.json");
  const kept = await readFile(path, "utf8").catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  });
  if (kept !== null) return JSON.parse(kept) as CardAuthority;
  const made = makeCardAuthority(new Date());
  await mkdir(dataFolder, { recursive: true, mode: 0o755 });
  await writeFile(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}
