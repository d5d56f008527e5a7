import { createApp } from "./app.ts";
import { parseConfig, type Config } from "./config.ts";
import { siteOf } from "./http/env.ts";
import { runJobs } from "./jobs.ts";
import { openDatabase } from "../db/client.ts";
import manifest from "../dist/manifest.json";
import { channelOf, portsOver } from "./wiring.ts";

/** Bindings of wrangler.toml. Secrets arrive as strings beside them, under the names of the settings. */
interface Bindings {
  /** Caching off: everything behind row-level security goes through it. */
  readonly DATABASE: { readonly connectionString: string };
}

/** What waitUntil belongs to. */
interface Execution {
  waitUntil(work: Promise<unknown>): void;
}

const connectionsARequest = 5;
const hashesAtOnce = 1;

let parsed: Config | undefined;

function configOf(bindings: Bindings): Config {
  if (parsed) return parsed;
  const strings = Object.entries(bindings).filter(([, value]) => typeof value === "string");
  const result = parseConfig(Object.fromEntries(strings) as Record<string, string>);
  if ("wrong" in result) {
    throw new Error(result.wrong.map(({ name, expected }) => `${name}: expected ${expected}`).join("\n"));
  }
  parsed = result.config;
  return parsed;
}

function portsOf(bindings: Bindings) {
  const db = openDatabase({
    url: bindings.DATABASE.connectionString,
    max: connectionsARequest,
    closes: false,
  });
  return portsOver(configOf(bindings), db, hashesAtOnce);
}

let app: ReturnType<typeof createApp<Bindings>> | undefined;

function appOf(bindings: Bindings) {
  const config = configOf(bindings);
  app ??= createApp<Bindings>(siteOf(config, channelOf(config), manifest), (request, env, context) => ({
    ports: portsOf(env),
    address: request.headers.get("cf-connecting-ip") ?? "",
    later: (work) => (context as Execution).waitUntil(work.catch(() => {})),
  }));
  return app;
}

export default {
  fetch: (request: Request, bindings: Bindings, execution: Execution) =>
    appOf(bindings).fetch(request, bindings, execution as never),
  scheduled: (_event: unknown, bindings: Bindings, execution: Execution) => {
    const config = configOf(bindings);
    execution.waitUntil(runJobs(portsOf(bindings), siteOf(config, channelOf(config), manifest)));
  },
};
