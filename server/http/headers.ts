import { createMiddleware } from "hono/factory";
import { cardAgentOrigin } from "../visits/card-reading.ts";
import type { AppEnv, Site } from "./env.ts";

/** Hosts that LINE's SDK talks to; only the entry page and pages that use a LIFF function name them. */
const lineHosts = {
  script: ["https://static.line-scdn.net"],
  connect: [
    "https://api.line.me",
    "https://access.line.me",
    "https://liff.line.me",
    "https://liffsdk.line-scdn.net",
  ],
};

export interface PageNeeds {
  /** The page loads LINE's SDK. */
  readonly liff?: boolean;
  /** The page compiles the scanner's WebAssembly and opens the camera. */
  readonly scanner?: boolean;
  /** The page asks the card agent on the clerk's own machine. */
  readonly cardAgent?: boolean;
  /** The page shows a map and may ask for the phone's own position. */
  readonly map?: boolean;
}

/** What a page may ask of the device it is on. */
export function permissionsPolicy({ map = false }: PageNeeds): string {
  return `camera=(self), microphone=(), geolocation=(${map ? "self" : ""})`;
}

/** The content security policy of a page: nothing inline, nothing evaluated, no host but ours and LINE's. */
export function contentSecurityPolicy(site: Site, needs: PageNeeds): string {
  const liff = needs.liff && site.signInScript === null;
  const script = [
    "'self'",
    ...(needs.scanner ? ["'wasm-unsafe-eval'"] : []),
    ...(liff ? lineHosts.script : []),
  ];
  const connect = [
    "'self'",
    ...(liff ? lineHosts.connect : []),
    ...(needs.cardAgent ? [cardAgentOrigin] : []),
  ];
  return [
    "default-src 'none'",
    `script-src ${script.join(" ")}`,
    `connect-src ${connect.join(" ")}`,
    "style-src 'self'",
    "font-src 'self'",
    `img-src 'self' data: blob:${needs.map ? tilesHost(site) : ""}`,
    "media-src 'self' blob:",
    `worker-src ${needs.scanner ? "'self' blob:" : "'none'"}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${site.demo ? "'self'" : "'none'"}`,
  ].join("; ");
}

/** Where map pictures come from, when that is another host. */
function tilesHost({ mapTiles }: Site): string {
  return mapTiles?.startsWith("http") ? ` ${new URL(mapTiles.replaceAll(/[{}]/g, "")).origin}` : "";
}

/** Security headers of every answer. Pages replace the policy by the one they need (see `contentSecurityPolicy`). */
export const securityHeaders = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  const { headers } = c.res;
  const put = (name: string, value: string) => {
    if (!headers.has(name)) headers.set(name, value);
  };
  // A worker lives under the policy of its own script, not of the page that starts it.
  const scanner = c.req.path.startsWith("/assets/scan-worker");
  put("content-security-policy", contentSecurityPolicy(c.var.site, { scanner }));
  put("strict-transport-security", "max-age=31536000; includeSubDomains");
  put("x-content-type-options", "nosniff");
  put("referrer-policy", "same-origin");
  put("cross-origin-opener-policy", "same-origin");
  put("cross-origin-resource-policy", "same-origin");
  put("permissions-policy", permissionsPolicy({}));
  put("cache-control", "no-store");
});
