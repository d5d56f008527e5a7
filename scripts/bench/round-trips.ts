import { readFile } from "node:fs/promises";
import { createApp } from "../../server/app.ts";
import { siteOf } from "../../server/http/env.ts";
import { wirePorts } from "../../server/wiring.ts";
import { moveDatabaseAway } from "./far-database.ts";
import { cookieOf, issuing } from "./issuing.ts";
import { layCitizens, type BenchWorld } from "./world.ts";

const wayMs = 20;
/** The session's, and one for issuing. */
const issueTarget = 2;
/** The session's, a transaction's opening and its commit, and at most two waits inside it. */
const pageTarget = 5;
const pages = ["home", "scan", "history", "companions", "companions/new", "account", "account/pin"];

type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** How often one request waits for the database on a warm connection: issuing a code, and each page. */
export async function benchRoundTrips(world: BenchWorld): Promise<boolean> {
  const far = await moveDatabaseAway(world.appUrl, wayMs);
  const { ask, close } = await appOver(world, far.url);
  const counted = async (path: string, init?: RequestInit) => {
    far.takeWaits();
    const answer = await ask(path, init);
    return { answer, waits: far.takeWaits() };
  };
  let held = true;
  const tell = (name: string, waits: number, target: number) => {
    held &&= waits <= target;
    console.log(`round trips, ${name}: ${waits} (target ≤ ${target}) ${waits <= target ? "✓" : "✗"}`);
  };
  try {
    const [warming, citizen] = await layCitizens(world, 2, world.channel);
    if (!warming || !citizen) throw new Error("no citizens were laid");
    await counted(...issuing(world, warming));
    const issued = await counted(...issuing(world, citizen));
    const location = issued.answer.headers.get("location") ?? "";
    if (issued.answer.status !== 303) throw new Error(`the ask was answered ${issued.answer.status}`);
    tell("issue a code", issued.waits, issueTarget);
    const paths = [...pages.map((page) => `/liff/${page}`), location, issuing(world, citizen)[0]];
    for (const path of paths) {
      const init = { headers: cookieOf(citizen) };
      // The first time prepares its statements.
      await counted(path, init);
      const { answer, waits } = await counted(path, init);
      if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`);
      tell(path.slice(0, 24), waits, pageTarget);
    }
    return held;
  } finally {
    await close();
    await far.close();
  }
}

/** The app over one connection, without jobs of its own that would be counted as well. */
async function appOver(
  world: BenchWorld,
  databaseUrl: string,
): Promise<{ ask: Ask; close(): Promise<void> }> {
  const { config, channel } = world;
  const assets = JSON.parse(await readFile("dist/manifest.json", "utf8")) as Record<string, string>;
  const wired = wirePorts(config, { databaseUrl, connections: 1, closesDatabase: true, hashesAtOnce: 1 });
  const silent = {
    info: () => {},
    warn: () => {},
    error: (_: string, error: unknown) => console.error(error),
  };
  const ports = { ...wired, log: silent };
  const app = createApp(siteOf(config, channel, assets), () => ({ ports, address: "", later: () => {} }));
  return {
    ask: async (path, init) => app.request(new URL(path, config.publicUrl), init),
    close: () => ports.db.close(),
  };
}
