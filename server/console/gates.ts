import { createMiddleware } from "hono/factory";
import type { AppContext, AppEnv } from "../http/env.ts";
import type { Staff } from "../kernel/actor.ts";
import { sendNeedLink } from "./enter-pages.tsx";

/** Shows how to enter to whoever has no console session. */
export const requireStaff = createMiddleware<AppEnv>(async (c, next) => {
  if (c.var.staff === null) return sendNeedLink(c);
  await next();
});

/** The staff behind a page that is mounted after `requireStaff`. */
export function staffOf(c: AppContext): Staff {
  const { staff } = c.var;
  if (!staff) throw new Error("a console page was reached without a session");
  return { kind: "staff", ...staff };
}
