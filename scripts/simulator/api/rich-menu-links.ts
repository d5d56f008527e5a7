import { Hono } from "hono";
import { aliasRequest, aliasUpdate } from "../checks/rich-menu.ts";
import { phoneOfUser } from "../world/phones.ts";
import type { World } from "../world/world.ts";
import { readChecked, type ApiContext, type ApiEnv } from "./answer.ts";
import { findMenu, notFound } from "./rich-menus.ts";

/** Who sees which menu: the default for all, and one user's own, which wins. */
export function richMenuLinkPaths(world: World): Hono<ApiEnv> {
  const paths = new Hono<ApiEnv>();
  paths.post("/all/richmenu/:id", (context) => {
    const refusal = unready(world, context, context.req.param("id"));
    if (refusal) return refusal;
    world.state.defaultRichMenuId = context.req.param("id");
    return done(world, context);
  });
  paths.get("/all/richmenu", (context) => {
    const richMenuId = world.state.defaultRichMenuId;
    return richMenuId === null ? notFound(context) : context.json({ richMenuId });
  });
  paths.delete("/all/richmenu", (context) => {
    world.state.defaultRichMenuId = null;
    return done(world, context);
  });
  paths.post("/:userId/richmenu/:id", (context) => {
    const refusal = unready(world, context, context.req.param("id"));
    if (refusal) return refusal;
    const phone = phoneOfUser(world, context.req.param("userId"));
    if (phone?.friendship === "friend") phone.richMenuId = context.req.param("id");
    return done(world, context);
  });
  paths.get("/:userId/richmenu", (context) => {
    const richMenuId = phoneOfUser(world, context.req.param("userId"))?.richMenuId;
    return richMenuId ? context.json({ richMenuId }) : notFound(context);
  });
  paths.delete("/:userId/richmenu", (context) => {
    const phone = phoneOfUser(world, context.req.param("userId"));
    if (phone) phone.richMenuId = null;
    return done(world, context);
  });
  return paths;
}

/** /v2/bot/richmenu/alias…: names that menus can be switched by. */
export function richMenuAliasPaths(world: World): Hono<ApiEnv> {
  const aliases = () => world.state.aliases;
  const paths = new Hono<ApiEnv>();
  paths.post("/", async (context) => {
    const body = await readChecked(context, aliasRequest);
    if (body instanceof Response) return body;
    const alias = String(body["richMenuAliasId"]);
    if (aliases()[alias] !== undefined) return context.json({ message: "conflict richmenu alias id" }, 400);
    return pointAlias(world, context, alias, String(body["richMenuId"]));
  });
  paths.get("/list", (context) =>
    context.json({ aliases: Object.keys(aliases()).map((id) => describedAlias(world, id)) }),
  );
  paths.get("/:alias", (context) => {
    const alias = context.req.param("alias");
    return aliases()[alias] === undefined ? notFound(context) : context.json(describedAlias(world, alias));
  });
  paths.post("/:alias", async (context) => {
    const body = await readChecked(context, aliasUpdate);
    if (body instanceof Response) return body;
    const alias = context.req.param("alias");
    if (aliases()[alias] === undefined) return notFound(context);
    return pointAlias(world, context, alias, String(body["richMenuId"]));
  });
  paths.delete("/:alias", (context) => {
    const alias = context.req.param("alias");
    if (aliases()[alias] === undefined) return notFound(context);
    delete aliases()[alias];
    return done(world, context);
  });
  return paths;
}

function describedAlias(world: World, richMenuAliasId: string) {
  return { richMenuAliasId, richMenuId: world.state.aliases[richMenuAliasId] };
}

function pointAlias(world: World, context: ApiContext, alias: string, richMenuId: string): Response {
  const refusal = unready(world, context, richMenuId);
  if (refusal) return refusal;
  world.state.aliases[alias] = richMenuId;
  return done(world, context);
}

/** A menu that is not there, or has no picture yet, cannot be shown to anybody. */
function unready(world: World, context: ApiContext, richMenuId: string): Response | null {
  const found = findMenu(world, richMenuId);
  if (!found) return context.json({ message: "richmenu not found" }, 404);
  return found.imageType
    ? null
    : context.json({ message: "must upload richmenu image before applying it to user" }, 400);
}

function done(world: World, context: ApiContext): Response {
  world.changed();
  return context.json({});
}
