import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { sessionOf } from "../gates.ts";

/** Lets in only sessions with an account behind them; stands after `requireStaff`. A link has nothing to change. */
export const requireAccount = createMiddleware<AppEnv>(async (c, next) => {
  if (sessionOf(c).via === "link") return notFoundPage(c);
  await next();
});
