import { routePath } from "hono/route";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "./env.ts";

/** Logs each request by its route, never by its path or query: those may hold tokens. */
export const logRequests = createMiddleware<AppEnv>(async (c, next) => {
  const { clock, log } = c.var.ports;
  const started = clock.now().getTime();
  await next();
  log.info("request", {
    id: c.var.requestId,
    method: c.req.method,
    route: routePath(c),
    status: c.res.status,
    ms: clock.now().getTime() - started,
  });
});
