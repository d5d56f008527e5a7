import { randomUUID } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { problemsOf, type Check, type JsonObject } from "../checks/check.ts";
import { refusalBody } from "../checks/refusal-body.ts";
import type { Platform } from "../platform/platform.ts";
import { isChannelToken } from "../sign-in/channel-token.ts";
import type { World } from "../world/world.ts";

export type ApiEnv = { Variables: { requestId: string } };
export type ApiContext = Context<ApiEnv>;

const keptCalls = 300;

/** Gives every call a request id, writes it into the log, and answers 500 while LINE is out. */
export function asLine(world: World, platform: Platform): MiddlewareHandler<ApiEnv> {
  return async function line(context, next) {
    const requestId = randomUUID();
    context.set("requestId", requestId);
    if (world.troubles.line) context.res = context.json({ message: "Internal server error" }, 500);
    else await next();
    context.res.headers.set("x-line-request-id", requestId);
    await logCall(world, platform, context);
  };
}

async function logCall(world: World, platform: Platform, context: ApiContext): Promise<void> {
  const { status } = context.res;
  const refusal = status >= 400 ? await context.res.clone().text() : null;
  const { method, path } = context.req;
  platform.calls.push({ at: world.now().getTime(), method, path, status, refusal });
  if (platform.calls.length > keptCalls) platform.calls.shift();
  world.changed();
}

/** Refuses with 401 unless the bearer token is one of this channel's and alive. */
export function withChannelToken(world: World): MiddlewareHandler<ApiEnv> {
  return async function channelToken(context, next) {
    const token = /^Bearer (\S+)$/.exec(context.req.header("authorization") ?? "")?.[1];
    if (token && (await isChannelToken(world.options.channel, token, world.now()))) return next();
    const message = token
      ? "Authentication failed. Confirm that the access token in the authorization header is valid."
      : "Authentication failed due to the following reason: no access token. Confirm that the access token in the authorization header is valid.";
    return context.json({ message }, 401);
  };
}

/** The parsed body that passed `check`, or LINE's refusal of it. */
export async function readChecked(context: ApiContext, check: Check): Promise<JsonObject | Response> {
  let body: unknown;
  try {
    body = JSON.parse(await context.req.text());
  } catch {
    return context.json(
      { message: "The request body could not be parsed as JSON (line: 1, column: 1)" },
      400,
    );
  }
  const problems = problemsOf(check, body);
  return problems.length > 0 ? context.json(refusalBody(problems, body), 400) : (body as JsonObject);
}
