import { routePath } from "hono/route";
import { createMiddleware } from "hono/factory";
import type { AppContext, AppEnv } from "./env.ts";
import { openIdPaths } from "../openid/discovery.ts";
import { isOwnHost } from "./own-host.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);
/**
 * Callers that prove themselves otherwise: LINE by its signature, the mail server by its secret, other systems by their
 * key. What relying parties post to the doors of OpenID changes nothing there: it goes on as a GET.
 */
const exempt = (path: string) =>
  path === "/line/webhook" ||
  path === "/mail/reports" ||
  path.startsWith("/api/") ||
  path === openIdPaths.authorize ||
  path === openIdPaths.logout;

/**
 * Refuses a state-changing request that did not come from our own pages (403), whatever its content type: its
 * Origin must be the origin it was sent to, or Sec-Fetch-Site must be same-origin.
 */
export const sameOriginOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (safeMethods.has(c.req.method) || exempt(c.req.path) || comesFromUs(c)) return next();
  c.var.ports.log.warn("request.cross_origin", { path: routePath(c) });
  return c.text("Forbidden", 403);
});

function comesFromUs(c: AppContext): boolean {
  if (c.req.header("sec-fetch-site") === "same-origin") return true;
  const origin = c.req.header("origin");
  if (!origin || !URL.canParse(origin)) return false;
  const { host, origin: whole } = new URL(origin);
  const { publicUrl } = c.var.site;
  return whole === publicUrl.origin || (isOwnHost(host, publicUrl) && host === c.req.header("host"));
}
