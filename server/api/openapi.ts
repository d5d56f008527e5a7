import { toJsonSchema } from "@valibot/to-json-schema";
import type { GenericSchema } from "valibot";
import { apiScopes, callsAMinute } from "../systems/api-key.ts";
import { problemStatus, type ApiProblem } from "../systems/api-problem.ts";
import { wordsIn } from "../words/words.ts";
import type { Operation } from "./operation.ts";
import { operations } from "./operations.ts";
import { codeEvent, problem } from "./schemas.ts";

type Json = Record<string, unknown>;

const { api } = wordsIn("en");
const thai = wordsIn("th").api;

let made: string | undefined;

/** The OpenAPI 3.1 document, made from the schemas that the routes check by. */
export function openApiText(): string {
  made ??= `${JSON.stringify(document(), null, 2)}\n`;
  return made;
}

function document(): Json {
  return {
    openapi: "3.1.0",
    info: {
      title: api.document.title,
      version: "1",
      description: `${api.document.lead(callsAMinute)}\n\n${thai.document.lead(callsAMinute)}`,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/api/v1" }],
    security: [{ key: [] }],
    paths: pathsOf(operations),
    webhooks: { codeEvent: { post: webhook() } },
    components: {
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: api.document.key(apiScopes.join(", ")) },
      },
      schemas: { Problem: schemaOf(problem) },
    },
  };
}

/** What an endpoint of the hospital's is sent, in the form of Standard Webhooks. */
function webhook(): Json {
  const header = (name: keyof typeof api.webhook.header) => ({
    name,
    in: "header",
    required: true,
    description: api.webhook.header[name],
    schema: { type: "string" },
  });
  return {
    operationId: "codeEvent",
    summary: api.webhook.title,
    description: thai.webhook.title,
    security: [],
    parameters: [header("webhook-id"), header("webhook-timestamp"), header("webhook-signature")],
    requestBody: { required: true, content: json(schemaOf(codeEvent)) },
    responses: {
      "2XX": { description: api.webhook.taken },
      "410": { description: api.webhook.unwanted },
      default: { description: api.webhook.again },
    },
  };
}

function pathsOf(all: readonly Operation[]): Json {
  const paths: Record<string, Json> = {};
  for (const each of all) {
    paths[each.path] = { ...paths[each.path], [each.method]: described(each) };
  }
  return paths;
}

function described(operation: Operation): Json {
  const { id, scope, body } = operation;
  return {
    operationId: id,
    summary: api.operation[id],
    description: thai.operation[id],
    ...(scope === null ? {} : { security: [{ key: [scope] }] }),
    parameters: parametersOf(operation),
    ...(body ? { requestBody: { required: true, content: json(schemaOf(body)) } } : {}),
    responses: responsesOf(operation),
  };
}

function parametersOf({ path, query, method, needsIdempotencyKey }: Operation): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string", pattern: "^PP\\d{10}$" },
  }));
  const read = query ? (schemaOf(query) as { properties: Record<string, Json>; required?: string[] }) : null;
  const inQuery = Object.entries(read?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: "query",
    required: read?.required?.includes(name) ?? false,
    schema,
  }));
  const header = {
    name: "Idempotency-Key",
    in: "header",
    required: needsIdempotencyKey,
    schema: { type: "string", minLength: 1, maxLength: 128 },
  };
  const language = { name: "Accept-Language", in: "header", schema: { type: "string", enum: ["th", "en"] } };
  const known = { name: "If-None-Match", in: "header", required: false, schema: { type: "string" } };
  return [...inPath, ...inQuery, method === "post" ? header : known, language];
}

/** What any call may be refused for, whatever it asks. */
const everyCall: readonly ApiProblem["kind"][] = ["key_invalid", "key_scope", "key_limit", "fault"];
const everyBody: readonly ApiProblem["kind"][] = ["body_not_json", "request_invalid", "body_too_large"];
const everyPost: readonly ApiProblem["kind"][] = [
  "idempotency_key_missing",
  "idempotency_key_reused",
  "request_in_flight",
];

function responsesOf(operation: Operation): Json {
  const { status, answer, problems, body, query, method } = operation;
  const kinds = [
    ...everyCall,
    ...(body || query ? everyBody : []),
    ...(method === "post" ? everyPost : []),
    ...problems,
  ];
  const responses: Record<string, Json> = {
    [status]: {
      description: "OK",
      ...(method === "get" ? { headers: { ETag: { schema: { type: "string" } } } } : {}),
      content: json(schemaOf(answer)),
    },
    ...(method === "get" ? { 304: { description: api.document.unchanged } } : {}),
  };
  for (const kind of kinds) {
    const before = responses[problemStatus[kind]]?.["description"];
    responses[problemStatus[kind]] = {
      description: typeof before === "string" ? `${before}, ${kind}` : kind,
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    };
  }
  return responses;
}

function json(schema: Json): Json {
  return { "application/json": { schema } };
}

/** Checks of ours that JSON Schema has no word for (a checksum) are left to the answer's `errors`. */
function schemaOf(schema: GenericSchema): Json {
  const made = toJsonSchema(schema, { errorMode: "ignore", typeMode: "input" }) as Json;
  return Object.fromEntries(Object.entries(made).filter(([name]) => name !== "$schema"));
}
