import { createMiddleware } from "hono/factory";
import { mayStaff, type Right } from "../agencies/role.ts";
import { staffActorOf, type AppContext, type AppEnv, type StaffSession } from "../http/env.ts";
import { notFoundPage } from "../http/fault.tsx";
import type { Staff } from "../kernel/actor.ts";
import { sendNeedSession } from "./enter-pages.tsx";
import { softTokenNeededPath } from "./soft-token-needed-path.ts";
import { keepWanted } from "./wanted-page.ts";

/** Shows the way in to whoever has no console session or did not accept the right as their own alone yet. */
export const requireStaff = createMiddleware<AppEnv>(async (c, next) => {
  if (!c.var.staff?.accepted) return showWayIn(c);
  await next();
});

/** The next step of coming in; what was posted without a session is refused. */
function showWayIn(c: AppContext): Response | Promise<Response> {
  if (c.var.staff) return c.redirect("/console/accept", 303);
  keepWanted(c);
  if (c.var.barredStaff && c.req.method === "GET") return c.redirect(softTokenNeededPath, 303);
  if (c.req.method !== "GET") return sendNeedSession(c);
  return c.redirect(c.var.halfStaff ? "/console/second-step" : "/console/sign-in", 303);
}

/** What a guard of ours asks for, so that the table of all routes can be read (server/console/rights.test.ts). */
const asked = new WeakMap<object, Right>();

/** The right a handler guards; null: it is no guard. */
export function rightAsked(handler: object): Right | null {
  return asked.get(handler) ?? null;
}

/**
 * Lets in only staff whose level has the right (server/agencies/role.ts). Whoever lacks it is answered as if there
 * were no such page.
 */
export function requireRight(right: Right) {
  const guard = createMiddleware<AppEnv>(async (c, next) => {
    if (!c.var.staff?.accepted) return showWayIn(c);
    if (!mayStaff(c.var.staff.level, right)) return notFoundPage(c);
    await next();
  });
  asked.set(guard, right);
  return guard;
}

/** The same for what a script of ours asks: refused in JSON, so that the page it runs on can say so. */
export function requireRightOfScript(right: Right) {
  const guard = createMiddleware<AppEnv>(async (c, next) => {
    if (!c.var.staff?.accepted) return c.json({ kind: "signed_out" }, 401);
    if (!mayStaff(c.var.staff.level, right)) return c.json({ kind: "not_found" }, 404);
    await next();
  });
  asked.set(guard, right);
  return guard;
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
