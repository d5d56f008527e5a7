import { Hono } from "hono";
import { object } from "../checks/check.ts";
import { form, text, whole } from "../checks/values.ts";
import type { Platform } from "../platform/platform.ts";
import { botUserId } from "../platform/identifiers.ts";
import { phoneOfUser } from "../world/phones.ts";
import type { World } from "../world/world.ts";
import { readChecked, type ApiContext, type ApiEnv } from "./answer.ts";

const loadingRequest = object({ chatId: form(/./), loadingSeconds: whole(5, 60) }, ["chatId"]);
const readRequest = object({ markAsReadToken: text(1000) }, ["markAsReadToken"]);
const usualLoadingSeconds = 20;

/** Loading dots, read marks, profiles and the bot's own card. */
export function chatPaths(world: World, platform: Platform): Hono<ApiEnv> {
  const paths = new Hono<ApiEnv>();
  paths.post("/chat/loading/start", (context) => startLoading(world, context));
  paths.post("/chat/markAsRead", (context) => markAsRead(world, platform, context));
  paths.get("/profile/:userId", (context) => profile(world, context));
  paths.get("/info", (context) =>
    context.json({
      userId: botUserId(world.options.channel.id),
      basicId: "@pratu",
      displayName: world.options.botName,
      chatMode: "bot",
      markAsReadMode: "manual",
    }),
  );
  return paths;
}

async function startLoading(world: World, context: ApiContext): Promise<Response> {
  const body = await readChecked(context, loadingRequest);
  if (body instanceof Response) return body;
  const seconds = Number(body["loadingSeconds"] ?? usualLoadingSeconds);
  if (seconds % 5 !== 0) return context.json({ message: "loadingSeconds must be a multiple of 5" }, 400);
  const phone = phoneOfUser(world, String(body["chatId"]));
  if (!phone) return context.json({ message: "The property, 'chatId', in the request body is invalid" }, 400);
  if (phone.friendship === "friend") {
    world.loadingUntil.set(phone.userId, world.now().getTime() + seconds * 1000);
    world.changed();
  }
  return context.json({}, 202);
}

async function markAsRead(world: World, platform: Platform, context: ApiContext): Promise<Response> {
  const body = await readChecked(context, readRequest);
  if (body instanceof Response) return body;
  const marked = platform.readTokens.get(String(body["markAsReadToken"]));
  if (!marked) return context.json({ message: "Invalid markAsReadToken" }, 400);
  const chat = phoneOfUser(world, marked.userId)?.chat ?? [];
  const position = chat.findIndex((entry) => entry.id === marked.messageId);
  for (const entry of chat.slice(0, position + 1)) if (entry.from === "user") entry.read = true;
  world.changed();
  return context.json({});
}

function profile(world: World, context: ApiContext): Response {
  const phone = phoneOfUser(world, context.req.param("userId") ?? "");
  if (phone?.friendship !== "friend") return context.json({ message: "Not found" }, 404);
  return context.json({ displayName: phone.displayName, userId: phone.userId, language: "th" });
}
