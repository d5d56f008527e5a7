import { Hono } from "hono";
import type { AppEnv } from "../../http/env.ts";
import { claimsPages } from "./claims-routes.tsx";
import { reconcilePages } from "./reconcile-routes.tsx";

/** The reports of the console (F7), under /console/reports. */
export const reportPages = new Hono<AppEnv>();

reportPages.route("/", claimsPages);
reportPages.route("/", reconcilePages);
