import { Hono } from "hono";
import type { Control } from "../control/control.ts";
import { issueLiffIdToken } from "../sign-in/id-token.ts";
import type { LoginKeys } from "../sign-in/login-keys.ts";
import { openPhone } from "../world/phones.ts";
import type { World } from "../world/world.ts";
import { commandPaths } from "./commands.ts";
import { phoneOfHost } from "./front.ts";

/** Everything under /simulator: the page, its files, its JSON, and what the LIFF stand-in asks for. */
export function simulatorPages(world: World, control: Control, keys: LoginKeys): Hono {
  const pages = new Hono().basePath("/simulator");
  pages.route("/api", commandPaths(control));
  pages.get("/liff/token", async (context) => {
    const phone = openPhone(world, phoneOfHost(context.req.header("host") ?? "") ?? "");
    if (!phone) return context.json({ message: "open this page on a phone's own host" }, 404);
    const idToken = await issueLiffIdToken(keys, phone, world.options.login, world.now());
    context.header("cache-control", "no-store");
    return context.json({ idToken });
  });
  return pages;
}
