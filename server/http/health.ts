import { Hono } from "hono";
import type { AppEnv } from "./env.ts";

const databaseWaitMilliseconds = 900;

/** `/healthz`: the process is up. `/readyz`: and its database answers. */
export const health = new Hono<AppEnv>()
  .get("/healthz", (c) => c.text("ok"))
  .get("/readyz", async (c) =>
    (await c.var.ports.db.ready(databaseWaitMilliseconds)) ? c.text("ready") : c.text("database", 503),
  );
