import { Hono } from "hono";
import type { JsonObject } from "../checks/check.ts";
import { pushRequest, replyRequest, validateRequest } from "../checks/message.ts";
import { deliverToPhone } from "../platform/chat.ts";
import type { Platform } from "../platform/platform.ts";
import { countOne, quotaLeft, usedThisMonth } from "../platform/quota.ts";
import { phoneOfUser } from "../world/phones.ts";
import type { World } from "../world/world.ts";
import { readChecked, type ApiContext, type ApiEnv } from "./answer.ts";

const retryHeader = "x-line-retry-key";
const retryLifeMilliseconds = 24 * 3_600_000;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** /v2/bot/message/…: reply, push, their validators, quota. */
export function messagePaths(world: World, platform: Platform): Hono<ApiEnv> {
  const paths = new Hono<ApiEnv>();
  paths.post("/reply", (context) => reply(world, platform, context));
  paths.post("/push", (context) => push(world, context));
  paths.post("/validate/:kind{reply|push|multicast|narrowcast|broadcast}", async (context) => {
    const body = await readChecked(context, validateRequest);
    return body instanceof Response ? body : context.json({});
  });
  paths.get("/quota", (context) => {
    const { limit } = world.state.quota;
    return context.json(limit === null ? { type: "none" } : { type: "limited", value: limit });
  });
  paths.get("/quota/consumption", (context) => context.json({ totalUsage: usedThisMonth(world) }));
  return paths;
}

async function reply(world: World, platform: Platform, context: ApiContext): Promise<Response> {
  if (context.req.header(retryHeader) !== undefined) {
    return context.json({ message: "The retry key is not supported by this API" }, 400);
  }
  const body = await readChecked(context, replyRequest);
  if (body instanceof Response) return body;
  const userId = platform.replyTokens.use(String(body["replyToken"]), world.now());
  if (userId === null) return context.json({ message: "Invalid reply token" }, 400);
  const sentMessages = deliverToPhone(world, phoneOfUser(world, userId), messagesOf(body), "reply");
  return context.json({ sentMessages });
}

async function push(world: World, context: ApiContext): Promise<Response> {
  const retryKey = context.req.header(retryHeader)?.toLowerCase();
  if (retryKey !== undefined && !uuid.test(retryKey)) {
    return context.json({ message: "The retry key is invalid: it must be a UUID in hexadecimal" }, 400);
  }
  const body = await readChecked(context, pushRequest);
  if (body instanceof Response) return body;
  const accepted = retryKey === undefined ? undefined : acceptedBefore(world, retryKey);
  if (accepted) {
    context.header("x-line-accepted-request-id", accepted.requestId);
    const message = "The retry key is already accepted";
    return context.json({ message, sentMessages: accepted.sentMessages }, 409);
  }
  return pushOnce(world, context, body, retryKey);
}

function pushOnce(
  world: World,
  context: ApiContext,
  body: JsonObject,
  retryKey: string | undefined,
): Response {
  const to = String(body["to"]);
  if (!/^[UCR][0-9a-f]{32}$/.test(to)) {
    return context.json(
      { message: "The property, 'to', in the request body is invalid (line: -, column: -)" },
      400,
    );
  }
  const phone = phoneOfUser(world, to);
  if (!phone) return context.json({ message: "Failed to send messages" }, 400);
  const counted = phone.friendship === "friend";
  if (counted && !quotaLeft(world))
    return context.json({ message: "You have reached your monthly limit." }, 429);
  if (counted) countOne(world);
  const sentMessages = deliverToPhone(world, phone, messagesOf(body), "push");
  if (retryKey !== undefined) {
    const at = world.now().getTime();
    world.state.acceptedPushes[retryKey] = { at, requestId: context.get("requestId"), sentMessages };
    world.changed();
  }
  return context.json({ sentMessages });
}

/** The push this key was accepted for in the last 24 hours; older ones are forgotten, and the key sends again. */
function acceptedBefore(world: World, retryKey: string) {
  const oldest = world.now().getTime() - retryLifeMilliseconds;
  for (const [key, push] of Object.entries(world.state.acceptedPushes)) {
    if (push.at < oldest) delete world.state.acceptedPushes[key];
  }
  return world.state.acceptedPushes[retryKey];
}

function messagesOf(body: JsonObject): readonly JsonObject[] {
  return body["messages"] as readonly JsonObject[];
}
