import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Hono } from "hono";
import { richMenu } from "../checks/rich-menu.ts";
import { newRichMenuId } from "../platform/identifiers.ts";
import type { RichMenuEntry } from "../world/state.ts";
import type { World } from "../world/world.ts";
import { readChecked, type ApiContext, type ApiEnv } from "./answer.ts";
import { pictureRefusal, pictureTypes } from "./picture.ts";

const mostMenus = 1000;

/** /v2/bot/richmenu…: create, list, get, delete, validate, and the picture (api-data's path, same origin here). */
export function richMenuPaths(world: World): Hono<ApiEnv> {
  const paths = new Hono<ApiEnv>();
  paths.post("/", (context) => create(world, context));
  paths.post("/validate", async (context) => {
    const body = await readChecked(context, richMenu);
    return body instanceof Response ? body : context.json({});
  });
  paths.get("/list", (context) => context.json({ richmenus: world.state.richMenus.map(described) }));
  paths.get("/:id", (context) => {
    const found = findMenu(world, context.req.param("id"));
    return found ? context.json(described(found)) : notFound(context);
  });
  paths.delete("/:id", (context) => remove(world, context, context.req.param("id")));
  paths.post("/:id/content", (context) => upload(world, context, context.req.param("id")));
  paths.get("/:id/content", async (context) => {
    const found = findMenu(world, context.req.param("id"));
    const bytes = found?.imageType ? await readPicture(world, found.richMenuId) : null;
    if (!found?.imageType || !bytes) return notFound(context);
    return context.body(bytes, 200, { "content-type": found.imageType });
  });
  return paths;
}

/** The menu of that id, or undefined. */
export function findMenu(world: World, richMenuId: string): RichMenuEntry | undefined {
  return world.state.richMenus.find((entry) => entry.richMenuId === richMenuId);
}

/** The uploaded picture of a menu, or null. */
export async function readPicture(world: World, richMenuId: string): Promise<Uint8Array<ArrayBuffer> | null> {
  return readFile(picturePath(world, richMenuId)).then(
    (bytes) => new Uint8Array(bytes),
    () => null,
  );
}

export const notFound = (context: ApiContext): Response => context.json({ message: "Not found" }, 404);

function picturePath(world: World, richMenuId: string): string {
  return join(world.folder, `${richMenuId}.picture`);
}

function described(entry: RichMenuEntry) {
  return { richMenuId: entry.richMenuId, ...entry.menu };
}

async function create(world: World, context: ApiContext): Promise<Response> {
  const menu = await readChecked(context, richMenu);
  if (menu instanceof Response) return menu;
  if (world.state.richMenus.length >= mostMenus) {
    return context.json({ message: "The maximum number of rich menus was reached" }, 400);
  }
  const richMenuId = newRichMenuId();
  world.state.richMenus.push({ richMenuId, menu, imageType: null });
  world.changed();
  return context.json({ richMenuId });
}

function remove(world: World, context: ApiContext, richMenuId: string): Response {
  if (!findMenu(world, richMenuId)) return notFound(context);
  world.state.richMenus = world.state.richMenus.filter((entry) => entry.richMenuId !== richMenuId);
  if (world.state.defaultRichMenuId === richMenuId) world.state.defaultRichMenuId = null;
  for (const phone of world.state.phones) if (phone.richMenuId === richMenuId) phone.richMenuId = null;
  world.changed();
  return context.json({});
}

async function upload(world: World, context: ApiContext, richMenuId: string): Promise<Response> {
  const found = findMenu(world, richMenuId);
  if (!found) return notFound(context);
  if (found.imageType) {
    return context.json({ message: "An image has already been uploaded to the richmenu" }, 400);
  }
  const type = context.req.header("content-type") ?? "";
  const bytes = new Uint8Array(await context.req.arrayBuffer());
  const refusal = pictureRefusal(type, bytes, found.menu);
  if (refusal) return context.json({ message: refusal }, pictureTypes.includes(type) ? 400 : 415);
  await mkdir(world.folder, { recursive: true });
  await writeFile(picturePath(world, richMenuId), bytes);
  found.imageType = type as "image/png" | "image/jpeg";
  world.changed();
  return context.json({});
}
