import { Hono } from "hono";
import { findMenu, readPicture } from "../api/rich-menus.ts";
import type { Control } from "../control/control.ts";
import { mailPage, mailPolicy } from "../mail/mail-page.ts";
import { mailTypeface } from "../mail/mail-typeface.ts";
import type { Platform } from "../platform/platform.ts";
import { issueLiffIdToken } from "../sign-in/id-token.ts";
import type { LoginKeys } from "../sign-in/login-keys.ts";
import { openPhone } from "../world/phones.ts";
import type { World } from "../world/world.ts";
import { assetPaths } from "./assets.ts";
import { tilePaths } from "./tiles.ts";
import { commandPaths } from "./commands.ts";
import { phoneOfHost } from "./front.ts";
import { liveStream } from "./live.ts";
import { shell, shellPolicy } from "./shell.tsx";
import { viewOf } from "./view.ts";

/** Everything under /simulator: the page, its files, its JSON, and what the LIFF stand-in asks for. */
export function simulatorPages(world: World, platform: Platform, control: Control, keys: LoginKeys): Hono {
  const pages = new Hono({ strict: false });
  const hostOf = (context: { req: { header(name: string): string | undefined } }) =>
    context.req.header("host") ?? "";
  pages.get("/simulator", (context) => {
    const host = hostOf(context);
    const port = /:\d+$/.exec(host)?.[0] ?? "";
    if (phoneOfHost(host) === null) return context.redirect(`http://phone1.localhost${port}/simulator`);
    return context.html(shell(world.options.botName), 200, { "content-security-policy": shellPolicy });
  });
  pages.route("/simulator/assets", assetPaths());
  pages.route("/simulator/tiles", tilePaths());
  pages.route("/simulator/api", commandPaths(control));
  pages.get("/simulator/api/view", (context) => {
    context.header("cache-control", "no-store");
    return context.json(viewOf(world, platform, control, phoneOfHost(hostOf(context)) ?? "phone1"));
  });
  pages.get("/simulator/api/live", () => liveStream(world));
  pages.post("/simulator/api/counterScreens", async (context) =>
    context.json((await world.options.counterScreens?.()) ?? []),
  );
  pages.post("/simulator/api/staff", async (context) => {
    context.header("cache-control", "no-store");
    return context.json((await world.options.staff?.()) ?? []);
  });
  pages.get("/simulator/liff/token", async (context) => {
    const phone = openPhone(world, phoneOfHost(hostOf(context)) ?? "");
    if (!phone) return context.json({ message: "open this page on a phone's own host" }, 404);
    const idToken = await issueLiffIdToken(keys, phone, world.options.login, world.now());
    context.header("cache-control", "no-store");
    return context.json({ idToken });
  });
  pages.get("/simulator/rich-menu/:id", async (context) => {
    const found = findMenu(world, context.req.param("id"));
    const picture = found?.imageType ? await readPicture(world, found.richMenuId) : null;
    if (!found?.imageType || !picture) return context.notFound();
    const headers = { "content-type": found.imageType, "cache-control": "max-age=31536000, immutable" };
    return context.body(picture, 200, headers);
  });
  pages.get("/simulator/mail/:id", async (context) => {
    const found = control.mails().find(({ id }) => id === context.req.param("id"));
    if (!found) return context.notFound();
    return context.html(mailPage(found, await mailTypeface()), 200, {
      "content-security-policy": mailPolicy,
    });
  });
  return pages;
}
