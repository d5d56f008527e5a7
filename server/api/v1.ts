import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { AppContext, AppEnv } from "../http/env.ts";
import { readJsonBody } from "../http/json.ts";
import type { Language } from "../kernel/language.ts";
import { answerOnce } from "../systems/actions/answer-once.ts";
import { openKey, type Caller } from "../systems/actions/open-key.ts";
import { wordsIn } from "../words/words.ts";
import { check } from "./check.ts";
import { entityTag, hasAlready } from "./entity-tag.ts";
import { bearerOf } from "./key-text.ts";
import { openApiText } from "./openapi.ts";
import type { Call, Operation, Refused } from "./operation.ts";
import { operations } from "./operations.ts";
import { languageOf, problemAnswer, send, sendProblem, type Answer } from "./problem.ts";

/** The API of a hospital's own system, version 1 (F8). Every route is made from its operation. */
export const apiV1 = new Hono<AppEnv>();

const largestBytes = 256 * 1024;
const idempotencyKeyShape = /^[\x21-\x7e]{1,128}$/;

apiV1.onError((error, c) => {
  c.var.ports.log.error("api.failed", error, { id: c.var.requestId });
  return sendProblem(c, { problem: { kind: "fault" } });
});

apiV1.use(
  bodyLimit({
    maxSize: largestBytes,
    onError: (c) =>
      sendProblem(c as AppContext, { problem: { kind: "body_too_large", bytes: largestBytes } }),
  }),
);

/** The description, open to everybody: it names no facility and holds no secret. Whoever has it asks whether it changed. */
apiV1.get("/openapi.json", (c) => {
  const tag = entityTag(openApiText());
  c.header("etag", tag);
  c.header("cache-control", "public, max-age=300");
  if (hasAlready(c.req.header("if-none-match"), tag)) return c.body(null, 304);
  return c.body(openApiText(), 200, { "content-type": "application/json" });
});

for (const operation of operations) {
  const path = operation.path.replace(/\{(\w+)\}/g, ":$1");
  apiV1.on(operation.method, path, (c) => answer(c, operation));
}

apiV1.all("*", (c) => sendProblem(c, { problem: { kind: "not_found" } }));

async function answer(c: AppContext, operation: Operation): Promise<Response> {
  const opened = await openKey(c.var.ports, bearerOf(c.req.header("authorization")), operation.scope);
  if (!opened.ok) return sendProblem(c, { problem: opened.refusal });
  const idempotencyKey = c.req.header("idempotency-key") ?? null;
  const isKeyed = idempotencyKey !== null && idempotencyKeyShape.test(idempotencyKey);
  if (operation.method === "get" || (idempotencyKey === null && !operation.needsIdempotencyKey)) {
    const call = await callOf(c, operation, opened.value, c.var.requestId);
    const language = languageOf(c.req.header("accept-language"));
    if ("problem" in call) return sendProblem(c, call);
    const given = await perform(c, operation, call);
    return operation.method === "get" && given.status === 200
      ? sendUnlessHad(c, given, language)
      : send(c, given, language);
  }
  if (!isKeyed) return sendProblem(c, { problem: { kind: "idempotency_key_missing" } });
  const call = await callOf(c, operation, opened.value, `api:${opened.value.key.id}:${idempotencyKey}`);
  if ("problem" in call) return sendProblem(c, call);
  const text = `${operation.method} ${c.req.path}\n${await c.req.text()}`;
  const given = await answerOnce(c.var.ports, opened.value.actor, { idempotencyKey, text }, () =>
    perform(c, operation, call),
  );
  if (!given.ok) return sendProblem(c, { problem: given.refusal });
  if (given.value.isRepeated) c.header("idempotency-replayed", "true");
  return send(c, given.value, languageOf(c.req.header("accept-language")));
}

/** Sends an answer with its tag; to a caller that has it still, only that it stands. Nobody on the way may keep it. */
function sendUnlessHad(c: AppContext, given: Answer, language: Language): Response {
  const tag = entityTag(given.body);
  c.header("etag", tag);
  if (!hasAlready(c.req.header("if-none-match"), tag)) return send(c, given, language);
  c.header("cache-control", "no-store");
  c.header("vary", "Accept-Language, Authorization");
  return c.body(null, 304);
}

/** The call with everything checked that its schemas check, or why not. */
async function callOf(
  c: AppContext,
  operation: Operation,
  { actor, key }: Caller,
  requestKey: string,
): Promise<Call<unknown, unknown> | Omit<Refused, "ok">> {
  const words = wordsIn(languageOf(c.req.header("accept-language")));
  const query = operation.query && check(operation.query, c.req.query(), words);
  if (query && !query.ok) return { problem: { kind: "request_invalid" }, errors: query.errors };
  const sent = operation.body && (await jsonOf(c));
  if (sent && !sent.ok) return { problem: { kind: "body_not_json" } };
  const body = operation.body && sent && check(operation.body, sent.value, words);
  if (body && !body.ok) return { problem: { kind: "request_invalid" }, errors: body.errors };
  const id = Object.values(c.req.param() as Record<string, string>)[0] ?? "";
  const { ports } = c.var;
  return { ports, actor, key, words, query: query?.value, body: body?.value, id, requestKey };
}

async function jsonOf(c: AppContext): Promise<{ ok: true; value: unknown } | { ok: false }> {
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(c.req.header("content-type") ?? "")) return { ok: false };
  try {
    return { ok: true, value: await readJsonBody(c) };
  } catch {
    return { ok: false };
  }
}

async function perform(c: AppContext, operation: Operation, call: Call<unknown, unknown>): Promise<Answer> {
  const done = await operation.run(call as Call<never, never>);
  if (!done.ok) return problemAnswer(done, languageOf(c.req.header("accept-language")), c.var.requestId);
  return { status: operation.status, contentType: "application/json", body: JSON.stringify(done.value) };
}
