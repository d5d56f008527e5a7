import { createMiddleware } from "hono/factory";
import { mayStaff, type Right } from "../agencies/role.ts";
import { staffActorOf, type AppContext, type AppEnv, type StaffSession } from "../http/env.ts";
import { notFoundPage } from "../http/fault.tsx";
import type { Staff } from "../kernel/actor.ts";
import { sendNeedLink } from "./enter-pages.tsx";

/** Shows how to enter to whoever has no console session. */
export const requireStaff = createMiddleware<AppEnv>(async (c, next) => {
  if (c.var.staff === null) return sendNeedLink(c);
  await next();
});

/**
 * Lets in only staff whose level has the right (server/agencies/role.ts). Whoever lacks it is answered as if there
 * were no such page.
 */
export function requireRight(right: Right) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (c.var.staff === null) return sendNeedLink(c);
    if (!mayStaff(c.var.staff.level, right)) return notFoundPage(c);
    await next();
  });
}

/** The session behind a page that is mounted after `requireRight` or `requireStaff`. */
export function sessionOf(c: AppContext): StaffSession {
  const { staff } = c.var;
  if (!staff) throw new Error("a console page was reached without a session");
  return staff;
}

/** The staff behind a page that is mounted after `requireStaff`. */
export function staffOf(c: AppContext): Staff {
  return staffActorOf(sessionOf(c));
}
