import { drainOutbox } from "../bot/outbox.ts";
import { createApp } from "./app.ts";
import { parseConfig, type Config } from "./config.ts";
import { siteOf } from "./http/env.ts";
import { runJobs, runMails, runSeal, runWebhooks } from "./jobs.ts";
import { r2Files, type Bucket } from "./adapters/files-r2.ts";
import { makePdf, type ReadAsset } from "./adapters/pdf/pdf.ts";
import { makePictures, pictureFont } from "./adapters/pictures/pictures.ts";
import { openDatabase } from "../db/client.ts";
import decoder from "@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm";
import encoder from "@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm";
import manifest from "../dist/manifest.json";
import type { Pdf, Pictures, Ports } from "./ports.ts";
import { channelOf, portsOver } from "./wiring.ts";

/** Bindings of wrangler.toml. Secrets arrive as strings beside them, under the names of the settings. */
interface Bindings {
  /** Caching off: everything behind row-level security goes through it. */
  readonly DATABASE: { readonly connectionString: string };
  /** The built assets. */
  readonly ASSETS: { fetch(address: string): Promise<Response> };
  /** The bucket where files are kept; a text is the setting of the same name, which names another store. */
  readonly FILES?: Bucket | string;
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
  const result = parseConfig(Object.fromEntries(strings));
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
  const config = configOf(bindings);
  const { FILES } = bindings;
  return {
    ...portsOver(config, db, hashesAtOnce),
    pdf: pdfOf(bindings),
    pictures: picturesOf(bindings),
    ...(typeof FILES === "object" ? { files: r2Files(FILES) } : {}),
  };
}

/** An isolate has 128 MB for everything; larger photographs open as marked pages. */
const mostPixelsOfIsolate = 6_000_000;
let pictures: Pictures | undefined;
let pdf: Pdf | undefined;

/** One for the isolate: it keeps its codec and typeface open. */
function picturesOf(bindings: Bindings): Pictures {
  pictures ??= makePictures(
    () => Promise.resolve({ decoder, encoder }),
    () => readerOf(bindings)(pictureFont),
    mostPixelsOfIsolate,
  );
  return pictures;
}

/** One for the isolate: it keeps its typeface open. */
function pdfOf(bindings: Bindings): Pdf {
  pdf ??= makePdf(readerOf(bindings));
  return pdf;
}

function readerOf({ ASSETS }: Bindings): ReadAsset {
  const paths: Readonly<Record<string, string>> = manifest;
  return async (name) => {
    const answer = await ASSETS.fetch(`https://assets.invalid${paths[name] ?? `/${name}`}`);
    if (!answer.ok) throw new Error(`no asset ${name}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
}

let app: ReturnType<typeof createApp<Bindings>> | undefined;

function appOf(bindings: Bindings) {
  app ??= createApp<Bindings>(siteFor(bindings), (request, env, context) => {
    const ports = portsOf(env);
    return {
      ports,
      address: request.headers.get("cf-connecting-ip") ?? "",
      later: (work) => (context as Execution).waitUntil(logged(ports, work())),
    };
  });
  return app;
}

/** Work after the answer: a fault in it is nobody's answer any more, and is written down. */
function logged({ log }: Pick<Ports, "log">, work: Promise<unknown>): Promise<unknown> {
  return work.catch((error: unknown) => log.error("later.failed", error));
}

function siteFor(bindings: Bindings) {
  const config = configOf(bindings);
  return siteOf(config, channelOf(config), manifest);
}

export default {
  /**
   * Every post may have queued notices (an OTP waits for nothing), and so may the page that asks a phone to sign: they are
   * sent when the answer is out.
   */
  fetch: async (request: Request, bindings: Bindings, execution: Execution) => {
    const response = await appOf(bindings).fetch(request, bindings, execution as never);
    const mayQueue = request.method === "POST" || new URL(request.url).pathname === "/seat/challenge";
    if (mayQueue && response.status < 400) {
      const ports = portsOf(bindings);
      execution.waitUntil(logged(ports, drainOutbox(ports, siteFor(bindings))));
      execution.waitUntil(runMails(portsOf(bindings), siteFor(bindings)));
      execution.waitUntil(runWebhooks(portsOf(bindings)));
    }
    return response;
  },
  scheduled: (_event: unknown, bindings: Bindings, execution: Execution) => {
    execution.waitUntil(runJobs(portsOf(bindings), siteFor(bindings)));
    execution.waitUntil(runMails(portsOf(bindings), siteFor(bindings)));
    execution.waitUntil(runWebhooks(portsOf(bindings)));
    execution.waitUntil(runSeal(portsOf(bindings)));
  },
};
