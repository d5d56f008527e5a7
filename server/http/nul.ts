import { createMiddleware } from "hono/factory";
import type { AppEnv } from "./env.ts";
import { notFoundPage } from "./fault.tsx";

const nul = "\u0000";

/** A text without NUL: no keyboard types it, and the database holds none. */
export function withoutNul(text: string): string {
  return text.includes(nul) ? text.replaceAll(nul, "") : text;
}

/**
 * JSON as text whose texts hold no NUL, which JSON writes as an escape. Escapes are read one by one, so that a backslash
 * that stands for itself before "u0000" stays.
 */
export function withoutNulEscapes(json: string): string {
  if (!json.includes("\\u0000")) return json;
  return json.replace(/\\(u0000|[^])/g, (escape, what) => (what === "u0000" ? "" : escape));
}

/** An address with a NUL in it leads nowhere, whoever asks: nothing of ours is called so. */
export const noNulInAddress = createMiddleware<AppEnv>((c, next) =>
  /%00/.test(c.req.url) || c.req.url.includes(nul) ? notFoundPage(c) : next(),
);
