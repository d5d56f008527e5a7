import { Hono } from "hono";
import type { AppEnv } from "../http/env.ts";
import { agentApi } from "./agent/routes.ts";
import { apiV1 } from "./v1.ts";

/** What hospitals' own systems call. */
export const apiFace = new Hono<AppEnv>();

apiFace.route("/v1", apiV1);
apiFace.route("/agent", agentApi);
