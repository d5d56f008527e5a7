import { createMiddleware } from "hono/factory";
import { deviceOf } from "../../server/http/device.ts";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { webChannel } from "../../server/identity/account-door.ts";
import type { LineUser } from "../../server/kernel/actor.ts";
import { isUuid } from "../../server/kernel/uuid.ts";
import { sessionOf } from "../gates.ts";
import { sendInLine } from "./in-line-page.tsx";

/** A Soft Token belongs to a LINE user: whoever came with a password alone is led into LINE. */
export const requireLine = createMiddleware<AppEnv>(async (c, next) => {
  if (sessionOf(c).channel === webChannel) return sendInLine(c);
  await next();
});

/** The LINE user behind a page. */
export function phoneOf(c: AppContext): LineUser {
  const { channel, lineUserId } = sessionOf(c);
  return { channel, lineUserId };
}

/** What this phone is called in lists. */
export function deviceName(c: AppContext): string {
  return deviceOf(c.req.header("user-agent") ?? "");
}

/** The id in an address; one that is none finds nothing. */
export function idOf(c: AppContext): string {
  const id = c.req.param("id") ?? "";
  return isUuid(id) ? id : "00000000-0000-7000-8000-000000000000";
}
