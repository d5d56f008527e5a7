import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildClient } from "../build-client.ts";

const target = { script: 70_000, all: 150_000, console: 100_000 };
/** What the counter's page loads, the first one after a clerk signed in. */
const counterScripts = ["page.js", "read-card.js", "take-picture.js"];

/**
 * What the first citizen page weighs on a phone (entry page with LINE's SDK, style sheet, fonts), and the first console
 * page's script.
 */
export async function benchBytes(): Promise<boolean> {
  const manifest = await buildClient({ minify: true });
  const size = async (name: string) =>
    gzipSync(await readFile(join("dist/public", manifest[name] ?? ""))).length;
  const script = await withChunks(manifest["sign-in-line.js"] ?? "");
  const fonts = ["thai-400.woff2", "thai-600.woff2", "latin-400.woff2", "latin-600.woff2"];
  const rest = await Promise.all(["citizen.css", ...fonts].map(size));
  const page = 3_000;
  const all = script + rest.reduce((sum, bytes) => sum + bytes, 0) + page;
  const counter = await totalOf(counterScripts.map((name) => manifest[name] ?? ""));
  const held = script <= target.script && all <= target.all && counter <= target.console;
  console.log(
    `first page: script ${(script / 1000).toFixed(1)} kB gz (target ≤ 70), all ${(all / 1000).toFixed(1)} kB (target ≤ 150), ` +
      `no WebAssembly; first console page: script ${(counter / 1000).toFixed(1)} kB gz (target ≤ 100) ${held ? "✓" : "✗"}`,
  );
  return held;
}

async function totalOf(addresses: readonly string[]): Promise<number> {
  const seen = new Set<string>();
  let total = 0;
  for (const address of addresses) total += await withChunks(address, seen);
  return total;
}

/** A script and the chunks it imports at once, gzipped. */
async function withChunks(address: string, seen = new Set<string>()): Promise<number> {
  if (seen.has(address)) return 0;
  seen.add(address);
  const text = await readFile(join("dist/public", address), "utf8");
  const imports = [...text.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)].map(
    (found) => `/assets/${found[1] ?? ""}`,
  );
  const below = await Promise.all(imports.map((each) => withChunks(each, seen)));
  return gzipSync(text, { level: 9 }).length + below.reduce((sum, bytes) => sum + bytes, 0);
}
