import type { PageContext } from "../../http/page/context.ts";
import { checkPath } from "./paths.ts";

/** What the page that checks codes is made of; pieces that its scripts load are found in them. */
const parts = [
  "console.css",
  "door.svg",
  "thai-400.woff2",
  "thai-600.woff2",
  "latin-400.woff2",
  "latin-600.woff2",
  "page.js",
  "check-codes.js",
  "scan-worker.js",
  "zxing_reader.wasm",
];

/** The name under which the browser keeps the page: told to whoever fills it and whoever clears it. */
export const keptPagesName = "pratu-codes";

/**
 * The text of the service worker: what it is to keep, and the script that does. Another build has other names in it,
 * which is how a browser learns that there is a new one.
 */
export function workerScript(page: Pick<PageContext, "asset">): string {
  const kept = { name: keptPagesName, page: checkPath, files: parts.map((part) => page.asset(part)) };
  return `self.pratuKept = ${JSON.stringify(kept)};\nimportScripts(${JSON.stringify(page.asset("keep-codes.js"))});\n`;
}
