import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { botFace } from "../bot/face.ts";
import { checkFace, liffFace, qrFace } from "../liff/face.tsx";
import { openIdApi } from "./api/openid/routes.ts";
import { apiFace } from "./api/face.ts";
import { openData } from "./api/open/routes.tsx";
import { open311 } from "./api/open311/routes.ts";
import { consoleFace } from "./console/face.tsx";
import { seatFace } from "./console/seat/face.tsx";
import { openIdFace } from "./console/openid/face.ts";
import { networkOf } from "./http/address.ts";
import type { AppEnv, Site } from "./http/env.ts";
import { auditCheckpoint } from "./http/audit-checkpoint.tsx";
import { codeKeys } from "./http/code-keys.ts";
import { faultPage, notFoundPage } from "./http/fault.tsx";
import { sameOriginOnly } from "./http/guard.ts";
import { securityHeaders } from "./http/headers.ts";
import { limitBody } from "./http/limit-body.ts";
import { noNulInAddress } from "./http/nul.ts";
import { health } from "./http/health.ts";
import { mailReports } from "./http/mail-reports.ts";
import { places } from "./http/places.ts";
import { tokenAuthority } from "./http/token-authority.ts";
import { logRequests } from "./http/log-requests.ts";
import type { Ports } from "./ports.ts";

/** What one request gets from its host. */
export interface RequestHost {
  readonly ports: Ports;
  readonly address: string;
  later(work: () => Promise<unknown>, name?: string): void;
}

/** How a host serves: who it is, and what it has for a request. */
export type HostOf<Bindings> = (request: Request, bindings: Bindings, context: unknown) => RequestHost;

/** The whole app: middleware and faces, the same on Node and on Workers. */
export function createApp<Bindings>(site: Site, hostOf: HostOf<Bindings>) {
  const app = new Hono<AppEnv>();
  app.use(setUp(site, hostOf as HostOf<unknown>));
  app.use(logRequests);
  app.use(securityHeaders);
  app.use(sameOriginOnly);
  app.use(limitBody);
  app.use(noNulInAddress);
  app.route("/", health);
  app.route("/", codeKeys);
  app.route("/", tokenAuthority);
  app.route("/", auditCheckpoint);
  app.route("/", places);
  app.route("/", mailReports);
  app.route("/line", botFace);
  app.route("/liff", liffFace);
  app.route("/", qrFace);
  app.route("/", checkFace);
  app.route("/console", consoleFace);
  app.route("/seat", seatFace);
  app.route("/", openIdApi);
  app.route("/", openIdFace);
  app.route("/api", apiFace);
  app.route("/open", openData);
  app.route("/open311/v2", open311);
  app.notFound(notFoundPage);
  app.onError(faultPage);
  return app;
}

function setUp(site: Site, hostOf: HostOf<unknown>) {
  return createMiddleware<AppEnv>(async (c, next) => {
    let context: unknown;
    try {
      context = c.executionCtx;
    } catch {
      context = undefined;
    }
    const host = hostOf(c.req.raw, c.env, context);
    c.set("site", site);
    c.set("ports", host.ports);
    c.set("later", host.later);
    c.set("address", networkOf(host.address));
    c.set("requestId", host.ports.random.uuid());
    c.set("session", null);
    c.set("staff", null);
    c.set("seat", null);
    c.set("halfSeat", null);
    c.set("tokenHelp", null);
    await next();
  });
}
