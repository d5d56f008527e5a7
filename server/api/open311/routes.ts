import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { isWithin } from "../../http/sign-in-limit.ts";
import type { Result } from "../../kernel/result.ts";
import {
  seeJurisdictions,
  seeOpenRequests,
  type JurisdictionRefusal,
  type OpenRequests,
} from "../../petitions/actions/see-open-requests.ts";
import { entityTag, hasAlready } from "../entity-tag.ts";
import { readQuestion } from "./question.ts";
import { toldDefinition, toldError, toldRequest, toldService } from "./told.ts";
import { xmlOf, type Told } from "./xml.ts";

/**
 * Open311 GeoReport v2, for reading: services about places and what was asked of them (docs/decisions/0025). Open to
 * everybody, in JSON and XML; nothing is filed here.
 */
export const open311 = new Hono<AppEnv>();

const specification = "http://wiki.open311.org/GeoReport_v2";
const changeset = "2026-11-21T00:00:00+07:00";
const freshSeconds = 300;
/** A map that redraws asks a few times; a copy of everything needs no more than this either. */
const perAddress = { name: "open311_address", most: 120, seconds: 60 };

/** A resource in either format: its address names it. */
const both = (name: string) => [`/${name}.json`, `/${name}.xml`];

open311.use(async (c, next) => {
  const { address } = c.var;
  if (address !== "" && !(await isWithin(c, perAddress, address))) {
    c.header("retry-after", String(perAddress.seconds));
    return answer(c, 429, "errors", toldError(429, "Too many requests: wait a minute"));
  }
  await next();
});

open311.on("GET", both("discovery"), async (c) => {
  const agencies = await seeJurisdictions(c.var.ports);
  const contact = agencies.map(({ nameTh, slug, phone }) => `${nameTh} (${slug}) ${phone}`.trim()).join("; ");
  const url = new URL("/open311/v2", c.var.site.publicUrl).toString();
  const endpoint = { specification, url, changeset, type: "production" };
  return answer(c, 200, "discovery", {
    changeset,
    contact,
    key_service: "No key is needed to read",
    endpoints: [{ ...endpoint, formats: ["text/xml", "application/json"] }],
  });
});

open311.on("GET", both("services"), async (c) => {
  const seen = await seeOpenRequests(c.var.ports, jurisdictionOf(c), null);
  return seen.ok ? answer(c, 200, "services", seen.value.services.map(toldService)) : noJurisdiction(c, seen);
});

open311.get("/services/:code{.+\\.(json|xml)}", async (c) => {
  const seen = await seeOpenRequests(c.var.ports, jurisdictionOf(c), null);
  if (!seen.ok) return noJurisdiction(c, seen);
  const code = nameIn(c.req.param("code"));
  const service = seen.value.services.find(({ slug }) => slug === code);
  if (service) return answer(c, 200, "service_definition", toldDefinition(service));
  return answer(c, 404, "errors", toldError(404, "service_code was not found"));
});

open311.on("GET", both("requests"), async (c) => {
  const question = readQuestion((name) => c.req.query(name), c.var.ports.clock.now());
  if (!question.ok) return answer(c, 400, "errors", toldError(400, question.refusal.description));
  const seen = await seeOpenRequests(c.var.ports, jurisdictionOf(c), question.value);
  return seen.ok ? answer(c, 200, "service_requests", requestsOf(seen.value)) : noJurisdiction(c, seen);
});

open311.get("/requests/:id{.+\\.(json|xml)}", async (c) => {
  const id = nameIn(c.req.param("id"));
  const question = readQuestion(
    (name) => (name === "service_request_id" ? id : undefined),
    c.var.ports.clock.now(),
  );
  if (!question.ok) return answer(c, 400, "errors", toldError(400, question.refusal.description));
  const seen = await seeOpenRequests(c.var.ports, jurisdictionOf(c), question.value);
  if (!seen.ok) return noJurisdiction(c, seen);
  const requests = requestsOf(seen.value);
  if (requests.length > 0) return answer(c, 200, "service_requests", requests);
  return answer(c, 404, "errors", toldError(404, "service_request_id was not found"));
});

/** Filing goes through the agency's own pages, where it is known who files. */
open311.on("POST", both("requests"), (c) =>
  answer(c, 405, "errors", toldError(405, "This endpoint is for reading")),
);

open311.all("*", (c) => answer(c, 404, "errors", toldError(404, "There is no such resource")));

function requestsOf({ services, requests }: OpenRequests): Told[] {
  return requests.flatMap((request) => {
    const service = services.find(({ id }) => id === request.serviceId);
    return service ? [toldRequest(request, service)] : [];
  });
}

function jurisdictionOf(c: AppContext): string | null {
  const id = c.req.query("jurisdiction_id");
  return id === undefined || id === "" ? null : id;
}

function noJurisdiction(c: AppContext, seen: Result<OpenRequests, JurisdictionRefusal>) {
  return !seen.ok && seen.refusal.kind === "jurisdiction_missing"
    ? answer(c, 400, "errors", toldError(400, "jurisdiction_id was not provided"))
    : answer(c, 404, "errors", toldError(404, "jurisdiction_id was not found"));
}

function nameIn(text: string): string {
  return text.replace(/\.(json|xml)$/, "");
}

/** Answers in the format of the address; read by pages of any host, and kept for a while by whoever asked. */
function answer(c: AppContext, status: 200 | 400 | 404 | 405 | 429, root: string, told: Told): Response {
  const isXml = !c.req.path.endsWith(".json");
  const body = isXml ? xmlOf(root, told) : JSON.stringify(told);
  c.header("access-control-allow-origin", "*");
  c.header("cross-origin-resource-policy", "cross-origin");
  c.header("content-type", isXml ? "text/xml; charset=utf-8" : "application/json; charset=utf-8");
  if (status !== 200) return c.body(body, status);
  const tag = entityTag(body);
  c.header("etag", tag);
  c.header("cache-control", `public, max-age=${freshSeconds}`);
  return hasAlready(c.req.header("if-none-match"), tag) ? c.body(null, 304) : c.body(body, 200);
}
