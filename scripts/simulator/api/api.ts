import { Hono } from "hono";
import type { Platform } from "../platform/platform.ts";
import type { LoginKeys } from "../sign-in/login-keys.ts";
import { loginPaths } from "../sign-in/login-paths.ts";
import type { World } from "../world/world.ts";
import { asLine, withChannelToken, type ApiEnv } from "./answer.ts";
import { giveChannelToken } from "./channel-tokens.ts";
import { chatPaths } from "./chat.ts";
import { messagePaths } from "./messages.ts";
import { richMenuAliasPaths, richMenuLinkPaths } from "./rich-menu-links.ts";
import { richMenuPaths } from "./rich-menus.ts";
import { receiveSms } from "./sms.ts";
import { receiveSmsMkt } from "./smsmkt.ts";

/** The API origin: LINE's paths at its root, LINE Login's, and the SMS gateway's one. */
export function apiApp(world: World, platform: Platform, keys: LoginKeys): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>({ strict: false });
  app.post("/sms", (context) => receiveSms(world, context));
  app.post("/api/send-message", (context) => receiveSmsMkt(world, context));
  app.use("*", asLine(world, platform));
  app.use("/v2/bot/*", withChannelToken(world));
  app.route("/v2/bot/message", messagePaths(world, platform));
  app.route("/v2/bot/richmenu/alias", richMenuAliasPaths(world));
  app.route("/v2/bot/richmenu", richMenuPaths(world));
  app.route("/v2/bot/user", richMenuLinkPaths(world));
  app.route("/v2/bot", chatPaths(world, platform));
  app.post("/oauth2/v3/token", (context) => giveChannelToken(world, context));
  app.route("/", loginPaths(world, keys));
  app.notFound((context) => context.json({ message: "Not found" }, 404));
  return app;
}
