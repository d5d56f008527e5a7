import postgres from "postgres";
import * as v from "valibot";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appOver, origin } from "../../tests/support/app.ts";
import { generalCare, haemodialysis, openFacility } from "../../tests/support/facilities.ts";
import { granted, somebody } from "../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../tests/support/ports.ts";
import type { Staff } from "../kernel/actor.ts";
import { bangkokDay } from "../kernel/thai-date.ts";
import { makeKey } from "../systems/actions/make-key.ts";
import { apiScopes, makeKeyText, type ApiScope } from "../systems/api-key.ts";
import { startExport } from "../visits/actions/start-export.ts";
import { writeExport } from "../visits/actions/write-export.ts";
import { makeCode } from "../visits/service-code.ts";
import { operations } from "./operations.ts";
import { problem } from "./schemas.ts";

let world: TestWorld;
let app: ReturnType<typeof appOver>;
let here: string;
let elsewhere: string;
let all: postgres.Sql;
const agencies: string[] = [];
beforeAll(async () => {
  world = await testWorld();
  app = appOver(world);
  all = postgres(world.database.superuserUrl, { max: 1 });
  for (const hcode of ["99901", "99902"]) agencies.push(await openFacility(world.ports, { hcode }));
  [here, elsewhere] = [await keyAt(agencies[0] ?? "", apiScopes), await keyAt(agencies[1] ?? "", apiScopes)];
});
afterAll(async () => {
  await all.end();
  await world.close();
});

async function keyAt(agencyId: string, scopes: readonly ApiScope[]): Promise<string> {
  const { random } = world.ports;
  const staff: Staff = { kind: "staff", staffId: random.uuid(), agencyId, level: "facility_admin" };
  const form = { name: "HIS", scopes, days: "30", requestKey: random.uuid() };
  return (await granted(makeKey(world.ports, staff, form))).text;
}

interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown> & { codes: { code: string; status: string; isNew: boolean }[] };
  readonly headers: Headers;
}

async function call(
  key: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const response = await app.request(new URL(`/api/v1${path}`, origin), {
    method: method.toUpperCase(),
    headers: {
      ...(key === "" ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  isAsDescribed(method, path, response.status, JSON.parse(text));
  return { status: response.status, headers: response.headers, body: JSON.parse(text) as Answered["body"] };
}

/** Every answer of these tests has the form that the description gives it. */
function isAsDescribed(method: string, path: string, status: number, body: unknown): void {
  const asked = path.split("?")[0] ?? "";
  const named = operations.find(
    (each) => each.method === method && new RegExp(`^${each.path.replace(/\{\w+\}/g, "[^/]+")}$`).test(asked),
  );
  if (status >= 400) return expect(v.safeParse(problem, body).issues ?? []).toEqual([]);
  expect(status).toBe(named?.status);
  expect(v.safeParse(named?.answer ?? v.never(), body).issues ?? []).toEqual([]);
}

function visitOf(person = somebody(), services: readonly string[] = [generalCare]) {
  return {
    citizenId: person.citizenId,
    firstName: person.firstName,
    lastName: person.lastName,
    mobile: person.phone,
    services,
    proof: { kind: "seen" },
  };
}

const once = () => ({ "idempotency-key": world.ports.random.uuid() });

test("codes are issued, one a service, found, used, closed and cancelled with a reason", async () => {
  const person = somebody();
  const visit = { ...visitOf(person, [generalCare, haemodialysis]), hn: "0012345" };
  const issued = await call(here, "post", "/visits", visit, once());
  expect(issued.status).toBe(201);
  expect(issued.body.codes.map(({ status, isNew }) => [status, isNew])).toEqual([
    ["issued", true],
    ["issued", true],
  ]);
  const [first = { code: "" }, second = { code: "" }] = issued.body.codes;
  const seen = await call(here, "get", `/codes/${first.code}`);
  expect(seen.body).toMatchObject({ code: first.code, citizenId: person.citizenId, hn: "0012345" });
  const latest = await call(here, "post", "/people/latest-code", { citizenId: person.citizenId });
  expect(latest.status).toBe(200);
  const asked = { citizenId: person.citizenId, day: "2026-11-21", service: haemodialysis };
  expect((await call(here, "post", "/people/code-status", asked)).body.codes).toHaveLength(1);
  expect((await call(here, "post", `/codes/${first.code}/use`)).body).toMatchObject({ status: "used" });
  const closed = await call(here, "post", `/codes/${first.code}/close`);
  expect(closed.body["closingCode"]).toMatch(/^EP\d{10}$/);
  const gone = await call(here, "post", `/codes/${second.code}/cancel`, { reason: "ผิดคน" });
  expect(gone.body).toMatchObject({ status: "cancelled" });
  const again = await call(here, "post", `/codes/${first.code}/cancel`, { reason: "ผิดคน" });
  expect([again.status, again.body["type"]]).toEqual([409, "urn:pratu:problem:code_move_refused"]);
});

test("every look by a key is written for the person, who sees what it was for", async () => {
  const person = somebody();
  await call(here, "post", "/visits", visitOf(person), once());
  await call(here, "post", "/people/latest-code", { citizenId: person.citizenId });
  const index = Buffer.from(world.ports.keys.blindIndex("citizen_id", person.citizenId));
  const looks = await all`select l.what, l.purpose from look l join person p on p.id = l.person_id
    where p.citizen_index = ${index} order by l.purpose`;
  expect(looks.map(({ what, purpose }) => `${what} ${purpose}`)).toEqual(["api api_issue", "api api_latest"]);
});

test("the same Idempotency-Key answers the same and issues nothing more", async () => {
  const [visit, headers] = [visitOf(), once()];
  const first = await call(here, "post", "/visits", visit, headers);
  const second = await call(here, "post", "/visits", visit, headers);
  expect(second.body).toEqual(first.body);
  expect(second.headers.get("idempotency-replayed")).toBe("true");
  const other = await call(here, "post", "/visits", visitOf(), headers);
  expect([other.status, other.body["type"]]).toEqual([422, "urn:pratu:problem:idempotency_key_reused"]);
});

test("a repetition while the first is at work is told to wait", async () => {
  const [visit, headers] = [visitOf(), once()];
  const answers = await Promise.all([1, 2, 3].map(() => call(here, "post", "/visits", visit, headers)));
  const statuses = answers.map(({ status }) => status);
  expect(statuses).toContain(201);
  expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
  const codes = new Set(
    answers.flatMap(({ status, body }) => (status === 201 ? body.codes : [])).map(({ code }) => code),
  );
  expect(codes.size).toBe(1);
});

test("a service that has its code of the day gives none again, and the code there is is told", async () => {
  const visit = visitOf();
  const first = await call(here, "post", "/visits", visit, once());
  const second = await call(here, "post", "/visits", visit, once());
  expect([second.status, second.body["type"]]).toEqual([409, "urn:pratu:problem:codes_there_already"]);
  expect(second.body.codes[0]?.code).toBe(first.body.codes[0]?.code);
  const visits = await all`select 1 from service_code c join visit v on v.id = c.visit_id
    where c.code = ${first.body.codes[0]?.code ?? ""}`;
  expect(visits).toHaveLength(1);
});

test("of two systems that ask for the same code at once one gets it, and the other is told of it", async () => {
  for (let round = 0; round < 5; round += 1) {
    const visit = visitOf(somebody(), [generalCare, haemodialysis]);
    const asked = [1, 2, 3, 4].map((at) =>
      call(
        here,
        "post",
        "/visits",
        at % 2 ? visit : { ...visit, services: [...visit.services].reverse() },
        once(),
      ),
    );
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const told = answers.map(({ body }) =>
      body.codes
        .map(({ code }) => code)
        .sort()
        .join(" "),
    );
    expect(new Set(told).size).toBe(1);
    const visits = await all`select status from visit v where exists (select from service_code c
      where c.person_id = v.person_id and c.code = ${told[0]?.split(" ")[0] ?? ""})`;
    expect(visits).toEqual([{ status: "confirmed" }]);
  }
});

test("wrong fields are named by their pointers, in the caller's language, without what was sent", async () => {
  const visit = { ...visitOf(), citizenId: "1101600000017", mobile: "021234567", services: ["x"] };
  const thai = await call(here, "post", "/visits", visit, once());
  const english = await call(here, "post", "/visits", visit, {
    ...once(),
    "accept-language": "en-GB, th;q=0.5",
  });
  expect(thai.headers.get("content-type")).toBe("application/problem+json");
  expect(thai.body["errors"]).toMatchObject([{ pointer: "/citizenId" }, { pointer: "/services/0" }]);
  expect(thai.body["title"]).not.toBe(english.body["title"]);
  expect(JSON.stringify(thai.body)).not.toContain("1101600000017");
  const phone = await call(here, "post", "/visits", { ...visitOf(), mobile: "021234567" }, once());
  expect(phone.body["errors"]).toMatchObject([{ pointer: "/mobile" }]);
});

test("the report comes page by page, each row once", async () => {
  const key = await keyAt(agencies[1] ?? "", apiScopes);
  for (let at = 0; at < 5; at += 1) await call(key, "post", "/visits", visitOf(), once());
  const codes: unknown[] = [];
  let after = "";
  do {
    const more = after === "" ? "" : `&after=${encodeURIComponent(after)}`;
    const page = await call(key, "get", `/report?from=2026-11-21&until=2026-11-21&limit=2${more}`);
    const { rows, next } = page.body as unknown as { rows: { code: string }[]; next: string | null };
    expect(rows.length).toBeLessThanOrEqual(2);
    codes.push(...rows.map(({ code }) => code));
    after = next ?? "";
  } while (after !== "");
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.length).toBeGreaterThanOrEqual(5);
});

test("a line made by a key carries the key's name in the report for e-Claim", async () => {
  const agencyId = await openFacility(world.ports, { hcode: "99903" });
  const key = await keyAt(agencyId, apiScopes);
  const person = somebody();
  await call(key, "post", "/visits", visitOf(person), once());
  const { ports } = world;
  const staff: Staff = { kind: "staff", staffId: ports.random.uuid(), agencyId, level: "report_reader" };
  const day = bangkokDay(ports.clock.now());
  const filter = { from: day, until: day, service: null, status: null, personId: null };
  const asked = { filter, kind: "csv", purpose: "ทำรายงาน", requestKey: ports.random.uuid() } as const;
  const { exportId } = await startExport(ports, staff, asked);
  const { file } = await granted(writeExport(ports, staff, exportId));
  const text = await new Response(file as ReadableStream<Uint8Array<ArrayBuffer>>).text();
  const line = text.split("\r\n").find((each) => each.includes(person.citizenId));
  expect(line).toContain('"API: HIS"');
});

test("visits are reconciled by the rules of an uploaded list", async () => {
  const person = somebody();
  await call(here, "post", "/visits", visitOf(person), once());
  const row = { citizenId: person.citizenId, day: "2026-11-21", service: generalCare };
  const rows = [row, { ...row, service: haemodialysis }, { ...row, citizenId: "123" }];
  const { body } = await call(here, "post", "/reconciliations", { rows });
  const results = (body["rows"] as { result: string }[]).map(({ result }) => result);
  expect(results).toEqual(["unclosed", "missing", "bad_row"]);
});

test("a day of the counter is done with a key alone, from the codes to a list that has nothing left to mend", async () => {
  const agencyId = await openFacility(world.ports, { hcode: "99904" });
  const key = await keyAt(agencyId, apiScopes);
  const [byCard, bySight, forgotten] = [somebody(), somebody(), somebody()];
  const proof = { kind: "card", correlationId: world.ports.random.uuid() };
  const both = [generalCare, haemodialysis];
  const issue = async (visit: object) => (await call(key, "post", "/visits", visit, once())).body.codes;
  const [first] = await issue({ ...visitOf(byCard), proof });
  const [, wrong] = await issue(visitOf(bySight, both));
  const reason = { reason: "ผิดบริการ" };
  expect((await call(key, "post", `/codes/${wrong?.code ?? ""}/cancel`, reason)).status).toBe(200);

  const today = bangkokDay(world.ports.clock.now());
  const report = await call(key, "get", `/report?from=${today}&until=${today}`);
  const rows = report.body["rows"] as { code: string; codeStatus: string; cancelReason: string | null }[];
  expect(rows.map(({ codeStatus }) => codeStatus).sort()).toEqual(["cancelled", "issued", "issued"]);
  expect(rows.find(({ code }) => code === wrong?.code)?.cancelReason).toBe(reason.reason);

  const list = [byCard, forgotten].map(({ citizenId }) => ({ citizenId, day: today, service: generalCare }));
  const judged = async () => {
    const { body } = await call(key, "post", "/reconciliations", { rows: list });
    return (body["rows"] as { result: string }[]).map(({ result }) => result);
  };
  expect(await judged()).toEqual(["unclosed", "missing"]);
  const [late] = await issue(visitOf(forgotten));
  for (const code of [first, late]) await call(key, "post", `/codes/${code?.code ?? ""}/close`);
  expect(await judged()).toEqual(["matched", "matched"]);
});

const example: Record<string, { readonly path: string; readonly body?: unknown }> = {
  about: { path: "/about" },
  issue: { path: "/visits", body: visitOf() },
  code: { path: "/codes/PP0000000000" },
  latest: { path: "/people/latest-code", body: { citizenId: "1101600000018" } },
  status: { path: "/people/code-status", body: { citizenId: "1101600000018", day: "2026-11-21" } },
  use: { path: "/codes/PP0000000000/use" },
  close: { path: "/codes/PP0000000000/close" },
  cancel: { path: "/codes/PP0000000000/cancel", body: { reason: "x" } },
  report: { path: "/report?from=2026-11-21&until=2026-11-21" },
  reconcile: { path: "/reconciliations", body: { rows: [{ citizenId: "1", day: "1", service: "1" }] } },
};

const matrix = operations.flatMap((operation) => apiScopes.map((scope) => [operation, scope] as const));
test.each(matrix.map(([operation, scope]) => [operation.id, scope, operation] as const))(
  "%s is opened by %s only where that is its scope",
  async (id, scope, operation) => {
    const key = await keyAt(agencies[0] ?? "", [scope]);
    const asked = example[id];
    const { status } = await call(key, operation.method, asked?.path ?? "", asked?.body, once());
    const opens = operation.scope === null || operation.scope === scope;
    expect(status === 403).toBe(!opens);
    expect(status).not.toBe(401);
    expect(status).toBeLessThan(500);
  },
);

test.each(operations.map((operation) => [operation.id, operation] as const))(
  "%s is shut to no key, a made-up key and a broken one",
  async (id, operation) => {
    for (const key of ["", makeKeyText(world.ports.random.bytes(32)), `${here}x`]) {
      const asked = example[id];
      const { status, headers } = await call(key, operation.method, asked?.path ?? "", asked?.body, once());
      expect([status, headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="pratu"']);
    }
  },
);

test("who has an answer still is told so, until it changes; nobody on the way may keep it", async () => {
  const issued = await call(here, "post", "/visits", visitOf(), once());
  const path = `/codes/${issued.body.codes[0]?.code ?? ""}`;
  const first = await call(here, "get", path);
  const tag = first.headers.get("etag") ?? "";
  const known = { authorization: `Bearer ${here}`, "if-none-match": `"other", ${tag}` };
  const ask = () => app.request(new URL(`/api/v1${path}`, origin), { headers: known });
  const same = await ask();
  expect([same.status, await same.text(), same.headers.get("etag")]).toEqual([304, "", tag]);
  for (const { headers } of [first, same]) expect(headers.get("cache-control")).toBe("no-store");
  await call(here, "post", `${path}/use`);
  expect((await ask()).status).toBe(200);
});

test("the description names every operation once, with its scope, and nothing that is not there", async () => {
  const answer = await app.request(new URL("/api/v1/openapi.json", origin));
  const text = await answer.text();
  const told = JSON.parse(text) as {
    openapi: string;
    paths: Record<string, Record<string, { operationId: string; security?: { key: string[] }[] }>>;
    webhooks: Record<string, unknown>;
  };
  const named = Object.entries(told.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, security }]) => [
      operationId,
      method,
      path,
      security?.[0]?.key[0] ?? null,
    ]),
  );
  const ours = operations.map(({ id, method, path, scope }) => [id, method, path, scope]);
  expect([told.openapi, Object.keys(told.webhooks), named]).toEqual(["3.1.0", ["codeEvent"], ours]);
  const refs = [...text.matchAll(/"\$ref": "#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  expect(new Set(refs)).toEqual(new Set(["Problem"]));
});

test("the description is told once to whoever asks whether it changed", async () => {
  const path = new URL("/api/v1/openapi.json", origin);
  const first = await app.request(path);
  const again = await app.request(path, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
  expect([first.status, again.status, await again.text()]).toEqual([200, 304, ""]);
  expect(first.headers.get("cache-control")).toBe("public, max-age=300");
});

test("another facility's codes and people are answered as if there were none", async () => {
  const person = somebody();
  const issued = await call(here, "post", "/visits", visitOf(person), once());
  const code = issued.body.codes[0]?.code ?? "";
  const { citizenId } = person;
  const asks = [
    ["get", `/codes/${code}`],
    ["post", `/codes/${code}/use`],
    ["post", `/codes/${code}/close`],
    ["post", `/codes/${code}/cancel`, { reason: "x" }],
    ["post", "/people/latest-code", { citizenId }],
    ["post", "/people/code-status", { citizenId, day: "2026-11-21" }],
  ] as const;
  for (const [method, path, body] of asks) {
    const told = await call(elsewhere, method, path, body);
    const nobody = path.startsWith("/codes")
      ? await call(elsewhere, method, path.replace(code, "PP9999999999"), body)
      : await call(elsewhere, method, path, { ...body, citizenId: somebody().citizenId });
    expect(told.status).toBe(404);
    expect({ ...told.body, instance: "" }).toEqual({ ...nobody.body, instance: "" });
  }
  expect((await call(here, "get", `/codes/${code}`)).body).toMatchObject({ status: "issued" });
});

test("a thousand random codes, real ones of another facility among them, are all the same 404", async () => {
  const foreign: string[] = [];
  for (let at = 0; at < 10; at += 1) {
    const { body } = await call(here, "post", "/visits", visitOf(), once());
    foreign.push(body.codes[0]?.code ?? "");
  }
  const draw = () => new DataView(world.ports.random.bytes(4).slice().buffer).getUint32(0);
  const asked = Array.from({ length: 1_000 }, (_, at) => foreign[at / 101] ?? makeCode("PP", draw()));
  const tails = [
    ["get", ""],
    ["post", "/use"],
    ["post", "/close"],
    ["post", "/cancel"],
  ] as const;
  const answers = new Set<string>();
  const one = async (code: string, at: number) => {
    const [method, tail] = tails[at % 4] ?? tails[0];
    const reason = tail === "/cancel" ? { reason: "x" } : undefined;
    const { status, body } = await call(elsewhere, method, `/codes/${code}${tail}`, reason);
    answers.add(JSON.stringify([status, { ...body, instance: "" }]));
  };
  for (let from = 0; from < asked.length; from += 20) {
    if (from % 400 === 0) world.clock.pass(61);
    await Promise.all(asked.slice(from, from + 20).map((code, step) => one(code, from + step)));
  }
  expect([...answers]).toHaveLength(1);
  expect([...answers][0]).toContain("urn:pratu:problem:not_found");
  for (const code of foreign) {
    expect((await call(here, "get", `/codes/${code}`)).body).toMatchObject({ status: "issued" });
  }
}, 60_000);

test("a thousand random keys are all the same 401", async () => {
  const answers = new Set<string>();
  for (let at = 0; at < 1_000; at += 1) {
    const { path = "", body: asked } = example[operations[at % operations.length]?.id ?? ""] ?? {};
    const { method = "get" } = operations[at % operations.length] ?? {};
    const key = makeKeyText(world.ports.random.bytes(32));
    const { status, body } = await call(key, method, path, asked, once());
    answers.add(JSON.stringify([status, { ...body, instance: "" }]));
  }
  expect([...answers]).toHaveLength(1);
}, 60_000);

test("what is no JSON, too large, or nowhere is a problem in our form", async () => {
  const kinds = [
    await call(here, "post", "/visits", "{", once()),
    await call(here, "post", "/visits", JSON.stringify({ more: "x".repeat(300_000) }), once()),
    await call(here, "get", "/nowhere"),
    await call(here, "post", "/visits", visitOf()),
  ].map(({ status, body }) => [status, body["type"]]);
  expect(kinds).toEqual([
    [400, "urn:pratu:problem:body_not_json"],
    [413, "urn:pratu:problem:body_too_large"],
    [404, "urn:pratu:problem:not_found"],
    [400, "urn:pratu:problem:idempotency_key_missing"],
  ]);
});
