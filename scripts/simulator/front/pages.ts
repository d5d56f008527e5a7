import { Hono } from "hono";
import { findMenu, readPicture } from "../api/rich-menus.ts";
import type { Control } from "../control/control.ts";
import { issueLiffIdToken } from "../sign-in/id-token.ts";
import type { LoginKeys } from "../sign-in/login-keys.ts";
import { openPhone } from "../world/phones.ts";
import type { World } from "../world/world.ts";
import { assetPaths } from "./assets.ts";
import { commandPaths } from "./commands.ts";
import { phoneOfHost } from "./front.ts";

/** Everything under /simulator: the page, its files, its JSON, and what the LIFF stand-in asks for. */
export function simulatorPages(world: World, control: Control, keys: LoginKeys): Hono {
  const pages = new Hono();
  pages.route("/simulator/api", commandPaths(control));
  pages.route("/simulator/assets", assetPaths());
  pages.get("/simulator/liff/token", async (context) => {
    const phone = openPhone(world, phoneOfHost(context.req.header("host") ?? "") ?? "");
    if (!phone) return context.json({ message: "open this page on a phone's own host" }, 404);
    const idToken = await issueLiffIdToken(keys, phone, world.options.login, world.now());
    context.header("cache-control", "no-store");
    return context.json({ idToken });
  });
  pages.get("/simulator/rich-menu/:id", async (context) => {
    const found = findMenu(world, context.req.param("id"));
    const picture = found?.imageType ? await readPicture(world, found.richMenuId) : null;
    if (!found?.imageType || !picture) return context.notFound();
    return context.body(picture, 200, {
      "content-type": found.imageType,
      "cache-control": "max-age=31536000, immutable",
    });
  });
  return pages;
}
