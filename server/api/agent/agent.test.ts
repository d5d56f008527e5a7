import { afterAll, beforeAll, expect, test } from "vitest";
import { appOver, origin } from "../../../tests/support/app.ts";
import { generalCare, haemodialysis, openFacility } from "../../../tests/support/facilities.ts";
import { granted, somebody, type Typist } from "../../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import type { Staff } from "../../kernel/actor.ts";
import { cancelCodeHere } from "../../visits/actions/cancel-code-here.ts";
import { findOwnCodeId } from "../../visits/actions/see-own-codes.ts";
import { makeKey } from "../../systems/actions/make-key.ts";
import { apiScopes, callsAMinute, makeKeyText, type ApiScope } from "../../systems/api-key.ts";

let world: TestWorld;
let app: ReturnType<typeof appOver>;
let here: string;
let elsewhere: string;
let admin: Staff;
const agencies: string[] = [];

beforeAll(async () => {
  world = await testWorld();
  app = appOver(world);
  for (const hcode of ["99901", "99902"]) agencies.push(await openFacility(world.ports, { hcode }));
  [here, elsewhere] = [await keyAt(0), await keyAt(1)];
  admin = staffAt(0);
});
afterAll(() => world.close());

function staffAt(at: number): Staff {
  const [agencyId = "", staffId] = [agencies[at], world.ports.random.uuid()];
  return { kind: "staff", staffId, agencyId, level: "facility_admin" };
}

async function keyAt(at: number, scopes: readonly ApiScope[] = apiScopes): Promise<string> {
  const form = { name: "HIS", scopes, days: "30", requestKey: world.ports.random.uuid() };
  return (await granted(makeKey(world.ports, staffAt(at), form))).text;
}

type Told = Record<string, unknown> & { errors: { defaultMessage: string; field?: string }[] };

async function call(path: string, body?: unknown, authorization = `Bearer ${here}`) {
  const response = await app.request(new URL(`/api/agent/api/nhso-service/${path}`, origin), {
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    headers: { authorization, "content-type": "application/json" },
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Told };
}

const asking = (person: Typist = somebody(), more: Record<string, unknown> = {}) => ({
  pid: person.citizenId,
  claimType: generalCare,
  mobile: person.phone,
  correlationId: world.ports.random.uuid(),
  ...more,
});

test("confirm-save answers the documented keys, a code in its form, and the time of Bangkok", async () => {
  world.clock.set(new Date("2026-11-21T08:32:17Z"));
  const sent = asking();
  const { status, body } = await call("confirm-save", sent);
  expect([status, Object.keys(body).sort()]).toEqual([
    200,
    ["claimCode", "claimType", "correlationId", "createdDate", "pid"],
  ]);
  expect(body).toMatchObject({
    pid: sent.pid,
    claimType: generalCare,
    correlationId: sent.correlationId,
    createdDate: "2026-11-21T15:32:17",
  });
  expect(body["claimCode"]).toMatch(/^PP\d{10}$/);
});

test("asking again on the same day is refused in the words callers know, and no second code is made", async () => {
  const sent = asking();
  const first = await call("confirm-save", sent);
  for (const again of [sent, { ...sent, correlationId: world.ports.random.uuid() }]) {
    const { status, body } = await call("confirm-save", again);
    expect([status, body["status"], body.errors[0]?.defaultMessage]).toEqual([
      400,
      400,
      "วันนี้คุณขอ AuthenCode แล้ว",
    ]);
  }
  const latest = await call(`latest-5-authen-code-all-hospital/${sent.pid}`);
  expect(latest.body).toMatchObject([{ claimCode: first.body["claimCode"] }]);
  expect(latest.body).toHaveLength(1);
});

test("two that ask at the same moment: one code, and one refusal", async () => {
  const sent = asking();
  const both = await Promise.all([
    call("confirm-save", sent),
    call("confirm-save", { ...sent, correlationId: world.ports.random.uuid() }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
});

test("save-as-draft keeps a draft without a code, and confirm-save issues from that very draft", async () => {
  const sent = asking(somebody(), { hn: "0077" });
  const draft = await call("save-as-draft", sent);
  expect([draft.status, Object.keys(draft.body).sort()]).toEqual([
    200,
    ["claimType", "correlationId", "createdDate", "pid"],
  ]);
  await call("save-as-draft", sent);
  expect((await call(`latest-5-authen-code-all-hospital/${sent.pid}`)).body).toEqual([]);
  const confirmed = await call("confirm-save", sent);
  expect([confirmed.status, confirmed.body["claimCode"]]).toEqual([200, expect.stringMatching(/^PP\d{10}$/)]);
  const report = await app.request(
    new URL(`/api/v1/report?from=2026-11-21&until=2026-11-21&limit=200`, origin),
    { headers: { authorization: `Bearer ${here}` } },
  );
  const { rows } = (await report.json()) as { rows: Record<string, unknown>[] };
  const mine = rows.filter(({ citizenId }) => citizenId === sent.pid);
  expect(mine).toMatchObject([{ status: "confirmed", way: "api", hn: "0077" }]);
});

test("latest-authen-code tells the last code that stands, in the documented keys", async () => {
  const person = somebody();
  const first = await call("confirm-save", asking(person));
  world.clock.pass(60);
  const second = await call("confirm-save", asking(person, { claimType: haemodialysis }));
  const latest = await call(`latest-authen-code/${person.citizenId}`);
  expect(Object.keys(latest.body)).toEqual(["hcode", "claimType", "claimCode", "claimDateTime", "checkDate"]);
  expect(latest.body).toMatchObject({
    hcode: "99901",
    claimType: haemodialysis,
    claimCode: second.body["claimCode"],
    claimDateTime: second.body["createdDate"],
  });
  expect(latest.headers.get("cache-control")).toBe("no-store");
  const { codeId } = await granted(findOwnCodeId(world.ports, admin, String(second.body["claimCode"])));
  await granted(cancelCodeHere(world.ports, admin, { codeId, reason: "ผิดบริการ" }));
  const before = await call(`latest-authen-code/${person.citizenId}`);
  expect(before.body["claimCode"]).toBe(first.body["claimCode"]);
});

test("the last five are the facility's own, latest first, however many another facility has", async () => {
  const person = somebody();
  const theirs = await call("confirm-save", asking(person), `Bearer ${elsewhere}`);
  const days: unknown[] = [];
  for (let day = 0; day < 6; day += 1) {
    days.unshift((await call("confirm-save", asking(person))).body["claimCode"]);
    world.clock.pass(86_400);
  }
  const { body } = await call(`latest-5-authen-code-all-hospital/${person.citizenId}`);
  const codes = (body as unknown as { claimCode: string; hcode: string }[]).map(({ claimCode }) => claimCode);
  expect(codes).toEqual(days.slice(0, 5));
  expect(codes).not.toContain(theirs.body["claimCode"]);
  const only = await call(`latest-authen-code/${person.citizenId}`, undefined, `Bearer ${elsewhere}`);
  expect(only.body["claimCode"]).toBe(theirs.body["claimCode"]);
});

test("whoever has no code here is answered alike, known elsewhere or to nobody", async () => {
  const person = somebody();
  await call("confirm-save", asking(person), `Bearer ${elsewhere}`);
  for (const pid of [person.citizenId, somebody().citizenId, "1", "1101600000017"]) {
    const one = await call(`latest-authen-code/${pid}`);
    const five = await call(`latest-5-authen-code-all-hospital/${pid}`);
    expect([one.status, one.body.errors[0]?.field, five.status, five.body]).toEqual([400, "pid", 200, []]);
  }
});

test.each([
  ["pid", { pid: "1101600000017" }],
  ["pid", { pid: null }],
  ["claimType", { claimType: "PG9999999" }],
  ["claimType", { claimType: "x" }],
  ["mobile", { mobile: "021234567" }],
  ["mobile", { mobile: "" }],
  ["correlationId", { correlationId: "" }],
  ["correlationId", { correlationId: "1234" }],
  ["hcode", { hcode: "99902" }],
  ["hn", { hn: "x".repeat(21) }],
] as const)("a wrong %s is a 400 that names it: %j", async (field, more) => {
  for (const path of ["save-as-draft", "confirm-save"]) {
    const { status, body } = await call(path, asking(somebody(), more));
    expect([path, status, body["error"], body.errors[0]?.field]).toEqual([path, 400, "Bad Request", field]);
    expect(body.errors[0]?.defaultMessage).not.toBe("");
  }
});

test("what is no JSON, and numbers sent as numbers, are read for what they are", async () => {
  const response = await app.request(new URL("/api/agent/api/nhso-service/confirm-save", origin), {
    method: "POST",
    body: "{",
    headers: { authorization: `Bearer ${here}` },
  });
  expect(response.status).toBe(400);
  const person = somebody();
  const { status } = await call("confirm-save", asking(person, { pid: Number(person.citizenId), hn: 77 }));
  expect(status).toBe(200);
});

test("a key may come as the password of Basic, and never in the path", async () => {
  const basic = `Basic ${Buffer.from(`his:${here}`).toString("base64")}`;
  expect((await call("confirm-save", asking(), basic)).status).toBe(200);
  for (const path of [`/api/agent/${here}/api/nhso-service/latest-authen-code/1`, `/api/agent/${here}`]) {
    expect((await app.request(new URL(path, origin))).status).toBe(404);
  }
});

const paths = [
  "save-as-draft",
  "confirm-save",
  "latest-authen-code/1",
  "latest-5-authen-code-all-hospital/1",
];
const scopeOf = (path: string): ApiScope => (path.startsWith("latest") ? "codes:read" : "codes:write");

test.each(paths.flatMap((path) => apiScopes.map((scope) => [path, scope] as const)))(
  "%s is opened by %s only where that is its scope",
  async (path, scope) => {
    const key = await keyAt(0, [scope]);
    const body = path.startsWith("latest") ? undefined : asking();
    const { status, body: told } = await call(path, body, `Bearer ${key}`);
    expect(status === 403).toBe(scope !== scopeOf(path));
    if (status === 403) expect(told.errors[0]?.defaultMessage).toContain(scopeOf(path));
  },
);

test.each(paths)("%s is shut to no key, a made-up one, and a broken one", async (path) => {
  const body = path.startsWith("latest") ? undefined : asking();
  const keys = [
    "",
    "Basic !",
    "Basic aaaaa",
    `Bearer ${makeKeyText(world.ports.random.bytes(32))}`,
    `Bearer ${here}x`,
  ];
  for (const authorization of keys) {
    const told = await call(path, body, authorization);
    expect([told.status, told.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="pratu"']);
  }
});

test("a call that reads cards is told where cards are read", async () => {
  const response = await app.request(new URL("/api/agent/api/smartcard/read?readImageFlag=true", origin));
  const { errors } = (await response.json()) as Told;
  expect([response.status, errors[0]?.defaultMessage]).toEqual([
    404,
    expect.stringContaining("โปรแกรมอ่านบัตร"),
  ]);
});

test("a fault is told without a word of what failed, and the next call is served", async () => {
  const sent = asking();
  const { as } = world.ports.db;
  const error = console.error;
  const said: unknown[] = [];
  console.error = (...given: unknown[]) => void said.push(given);
  world.ports.db.as = () => Promise.reject(new Error("connection to 10.0.0.9 lost"));
  const during = await call("confirm-save", sent);
  [world.ports.db.as, console.error] = [as, error];
  expect([during.status, during.body.errors]).toEqual([503, [{ defaultMessage: "ระบบขัดข้องชั่วคราว" }]]);
  expect([said.length, (await call("confirm-save", sent)).status]).toEqual([1, 200]);
});

test("more calls than a key has in a minute are told when to come again", async () => {
  world.clock.set(new Date("2027-01-05T01:00:00Z"));
  const key = await keyAt(0);
  const all = await Promise.all(
    Array.from({ length: 20 }, async () => {
      let last = 200;
      for (let at = 0; at < callsAMinute / 20; at += 1)
        last = (await call("latest-5-authen-code-all-hospital/1", undefined, `Bearer ${key}`)).status;
      return last;
    }),
  );
  expect(new Set(all)).toEqual(new Set([200]));
  const over = await call("latest-5-authen-code-all-hospital/1", undefined, `Bearer ${key}`);
  expect([over.status, over.headers.get("retry-after")]).toEqual([429, "60"]);
});
