import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildClient, type Manifest } from "../build-client.ts";
import { cookieOf } from "./issuing.ts";
import { layEService } from "./lay-e-service.ts";
import { layCitizens, type BenchWorld } from "./world.ts";

const target = { script: 70_000, all: 150_000, console: 100_000 };
/** What the counter's page loads, the first one after a clerk signed in. */
const counterScripts = ["page.js", "read-card.js", "take-picture.js"];

const fonts = ["thai-400.woff2", "thai-600.woff2", "latin-400.woff2", "latin-600.woff2"];

/**
 * What the first citizen page weighs on a phone (entry page with LINE's SDK, style sheet, fonts), the pages of e-Service,
 * and the first console page's script.
 */
export async function benchBytes(world: BenchWorld): Promise<boolean> {
  const manifest = await buildClient({ minify: true });
  const first = await benchFirst(manifest);
  return (await benchEService(world, manifest)) && first;
}

async function benchFirst(manifest: Manifest): Promise<boolean> {
  const script = await withChunks(manifest["sign-in-line.js"] ?? "");
  const page = 3_000;
  const all = script + (await sheetAndFonts(manifest)) + page;
  const counter = await totalOf(counterScripts.map((name) => manifest[name] ?? ""));
  const held = script <= target.script && all <= target.all && counter <= target.console;
  console.log(
    `first page: script ${(script / 1000).toFixed(1)} kB gz (target ≤ 70), all ${(all / 1000).toFixed(1)} kB (target ≤ 150), ` +
      `no WebAssembly; first console page: script ${(counter / 1000).toFixed(1)} kB gz (target ≤ 100) ${held ? "✓" : "✗"}`,
  );
  return held;
}

/** Each page of e-Service as somebody signed in loads it: its own HTML, and every script it names. */
async function benchEService(world: BenchWorld, manifest: Manifest): Promise<boolean> {
  const [citizen] = await layCitizens(world, 1, world.channel);
  if (!citizen) throw new Error("no citizen was laid");
  const rest = await sheetAndFonts(manifest);
  let isHeld = true;
  for (const { name, path } of await layEService(world, citizen)) {
    const answer = await fetch(`${world.origin}${path}`, { headers: cookieOf(citizen), redirect: "manual" });
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`);
    const page = await answer.text();
    const scripts = [...page.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, src = ""]) => src);
    const script = await totalOf(scripts);
    const all = script + rest + gzipSync(page).length;
    const held = script <= target.script && all <= target.all;
    isHeld &&= held;
    console.log(
      `page ${name}: script ${(script / 1000).toFixed(1)} kB gz, all ${(all / 1000).toFixed(1)} kB (targets ≤ 70, ≤ 150) ` +
        (held ? "✓" : "✗"),
    );
  }
  return isHeld;
}

/** The style sheet and the fonts that every citizen page loads. */
async function sheetAndFonts(manifest: Manifest): Promise<number> {
  const sizes = await Promise.all(
    ["citizen.css", ...fonts].map(
      async (name) => gzipSync(await readFile(join("dist/public", manifest[name] ?? ""))).length,
    ),
  );
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
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
