import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { appOver, cookieGiven, origin } from "../../../tests/support/app.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import {
  afterLogout,
  callback,
  relyingParty,
  signIn,
  type TestRelyingParty,
} from "../../../tests/support/relying-party.ts";
import { seatSomebody, signInAgain, type Seated } from "../../../tests/support/seated.ts";

let world: TestWorld;
let seated: Seated;
let party: TestRelyingParty;

beforeAll(async () => {
  world = await testWorld();
  world.clock.set(new Date());
  seated = await seatSomebody(world);
  party = await relyingParty(world);
});
beforeEach(() => world.clock.set(new Date()));
afterAll(() => world.close());

async function ask(path: string | URL, cookie = "", init: RequestInit = {}): Promise<Response> {
  return appOver(world).request(new URL(path, origin), { ...init, headers: { cookie, ...init.headers } });
}

const whereTo = (answer: Response) => new URL(answer.headers.get("location") ?? "about:blank", origin);

/** The request of the party with something changed in its address. */
async function askWith(change: Record<string, string>, cookie = seated.cookie): Promise<Response> {
  return ask((await party.begin(change)).url, cookie);
}

test.each([
  ["an address nobody registered", { redirect_uri: "https://evil.example/" }],
  ["an address that only begins like the registered one", { redirect_uri: `${callback}/../../evil` }],
  ["a client nobody registered", { client_id: "nobody" }],
])("%s is shown to the person, and nobody is sent anywhere", async (_, change) => {
  const answer = await askWith(change);
  expect([answer.status, answer.headers.get("location"), answer.headers.get("refresh")]).toEqual([
    400,
    null,
    null,
  ]);
  expect(await answer.text()).toContain("ไม่มีข้อมูลของคุณถูกส่งออกไป");
});

test("a request of seven thousand letters is shown, by GET and by POST", async () => {
  expect((await askWith({ state: "a".repeat(7_000) })).status).toBe(400);
  const posted = await ask("/openid/authorize", "", { method: "POST", body: `state=${"a".repeat(90_000)}` });
  expect((await ask(whereTo(posted))).status).toBe(400);
});

test.each([
  ["no scope openid", { scope: "profile" }, "invalid_scope"],
  ["no challenge", { code_challenge: "" }, "invalid_request"],
  ["the implicit flow", { response_type: "token" }, "unsupported_response_type"],
])("a request with %s goes back to the relying party without a code", async (_, change, error) => {
  const way = await party.begin(change);
  const back = whereTo(await ask(way.url, seated.cookie));
  expect(back.origin + back.pathname).toBe(callback);
  expect(back.searchParams.get("error")).toBe(error);
  expect(back.searchParams.get("state")).toBe(way.checks.expectedState);
  expect(back.searchParams.get("iss")).toBe(origin);
  expect(back.searchParams.get("code")).toBeNull();
});

test("somebody who is not signed in goes through the gate, and on from there by a page with a button", async () => {
  const way = await party.begin();
  const gate = whereTo(await ask(way.url));
  expect(gate.pathname).toBe("/seat/sign-in");
  const next = gate.searchParams.get("next") ?? "";
  expect(next).toMatch(/^\/openid\/authorize\/[0-9a-f-]{36}$/);
  const on = await ask(next, seated.cookie);
  expect(on.status).toBe(200);
  const address = (on.headers.get("refresh") ?? "").replace("0; url=", "");
  expect(await on.text()).toContain(`href="${address.replaceAll("&", "&amp;")}"`);
  expect((await party.finish(way, new URL(address))).claims()).toMatchObject({ seat_right: "recorder" });
});

test("the page for user code and password says which system asks, again after a wrong password, and nothing on its own", async () => {
  const name = "ระบบการคลัง";
  const gate = whereTo(await ask((await party.begin()).url));
  const asked = await ask(gate);
  expect(await asked.text()).toContain(`${name} ขอให้คุณยืนยันตัวที่นี่`);
  const wanted = cookieGiven(asked, "__Host-seat-wanted");
  const body = new URLSearchParams({ userCode: seated.userCode, part: "holder", password: "" });
  const again = await ask("/seat/sign-in", wanted, { method: "POST", body, headers: { origin } });
  expect(await again.text()).toContain(`${name} ขอให้คุณยืนยันตัวที่นี่`);
  expect(await (await ask("/seat/sign-in")).text()).not.toContain("ขอให้คุณยืนยันตัวที่นี่");
});

/** Where the button of a refused page leads. */
const buttonOf = (page: string) =>
  (/class="button primary" href="([^"]+)"/.exec(page) ?? [])[1]?.replaceAll("&amp;", "&");

test("a request that waited gives one code: opened again it is spent, and leads back without one", async () => {
  const next = whereTo(await askWith({}, "")).searchParams.get("next") ?? "";
  expect((await ask(next, seated.cookie)).headers.get("refresh")).toContain("code=");
  const again = await ask(next, seated.cookie);
  expect([again.status, again.headers.get("refresh")]).toEqual([400, null]);
  const button = new URL(buttonOf(await again.text()) ?? "");
  expect(button.origin + button.pathname).toBe(callback);
  expect([button.searchParams.get("error"), button.searchParams.get("code")]).toEqual([
    "access_denied",
    null,
  ]);
});

test("of two that open a waiting request at the same moment one gets a code", async () => {
  const next = whereTo(await askWith({}, "")).searchParams.get("next") ?? "";
  const both = await Promise.all([ask(next, seated.cookie), ask(next, seated.cookie)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
});

test("a refused page leads on: to the holder's own page where nobody known asked", async () => {
  const answer = await askWith({ client_id: "nobody" });
  expect(buttonOf(await answer.text())).toBe("/seat");
  expect(buttonOf(await (await ask("/openid/authorize/not-one", seated.cookie)).text())).toBe("/seat");
});

test("where nobody may be asked, a sign-in longer ago than max_age is told as login_required", async () => {
  world.clock.pass(5);
  const older = await signInAgain(world, seated);
  world.clock.pass(60);
  const back = whereTo(await askWith({ prompt: "none", max_age: "30" }, older.cookie));
  expect(back.searchParams.get("error")).toBe("login_required");
  const young = whereTo(await askWith({ prompt: "none", max_age: "90" }, older.cookie));
  expect(young.searchParams.get("code")).toMatch(/^.{43}$/);
});

test("a request that waited half an hour is over", async () => {
  const gate = whereTo(await askWith({}, ""));
  world.clock.pass(30 * 60);
  const late = await ask(gate.searchParams.get("next") ?? "", seated.cookie);
  expect(late.status).toBe(400);
  expect((await ask("/openid/authorize/not-one", seated.cookie)).status).toBe(400);
});

test("where nobody may be asked, nobody signed in is told as login_required", async () => {
  const back = whereTo(await askWith({ prompt: "none" }, ""));
  expect(back.searchParams.get("error")).toBe("login_required");
});

test.each([{ prompt: "login" }, { max_age: "0" }])(
  "%j asks whoever is signed in to prove it anew",
  async (change) => {
    world.clock.pass(5);
    const asked = await signInAgain(world, seated);
    world.clock.pass(5);
    const way = await party.begin(change);
    const page = await ask(way.url, asked.cookie);
    expect(page.status).toBe(200);
    const [, action = ""] = /action="([^"]+again)"/.exec(await page.text()) ?? [];
    const again = await ask(action, asked.cookie, { method: "POST", headers: { origin } });
    expect(cookieGiven(again, "__Host-seat")).toBe("__Host-seat=");
    const next = whereTo(again).searchParams.get("next") ?? "";
    expect(whereTo(await ask(next, asked.cookie)).pathname).toBe("/seat/sign-in");
    const fresh = await signInAgain(world, seated);
    expect((await ask(next, fresh.cookie)).headers.get("refresh")).toContain("code=");
  },
);

test("a password that must be changed comes before every other system, and the way on leads there", async () => {
  const fresh = await seatSomebody(world, { mustChangePassword: true });
  const gate = whereTo(await askWith({}, fresh.cookie));
  expect(gate.searchParams.get("next")).toMatch(/^\/openid\/authorize\//);
  const kept = await ask(gate, fresh.cookie);
  const wanted = cookieGiven(kept, "__Host-seat-wanted");
  const first = await ask(whereTo(kept), `${fresh.cookie}; ${wanted}`);
  expect(whereTo(first).pathname).toBe("/seat/password");
  const silent = whereTo(await askWith({ prompt: "none" }, fresh.cookie));
  expect(silent.searchParams.get("error")).toBe("interaction_required");
});

test("whoever signs in at the gate is led on to the system they came from", async () => {
  const gate = whereTo(await askWith({}, ""));
  const wanted = cookieGiven(await ask(gate), "__Host-seat-wanted");
  const on = await ask("/seat", `${seated.cookie}; ${wanted}`);
  expect(whereTo(on).pathname).toBe(gate.searchParams.get("next"));
});

test("a seat whose right a system does not take is told as access_denied", async () => {
  const strict = await relyingParty(world, { id: "approvers-only", rights: ["approver_1", "approver_2"] });
  const back = whereTo(await ask((await strict.begin()).url, seated.cookie));
  expect(back.searchParams.get("error")).toBe("access_denied");
  const approver = await seatSomebody(world, { right: "approver_1", part: "deputy" });
  const told = await signIn(strict, approver.cookie);
  expect(told.claims()).toMatchObject({ seat_right: "approver_1", seat_part: "deputy" });
});

test("a request posted from another site goes on as a GET, with nothing done", async () => {
  const { url } = await party.begin();
  const headers = { origin: "https://treasury.example", "sec-fetch-site": "cross-site" };
  const posted = await ask("/openid/authorize", "", { method: "POST", headers, body: url.search.slice(1) });
  expect([posted.status, posted.headers.get("set-cookie")]).toEqual([303, null]);
  expect(whereTo(await ask(whereTo(posted), seated.cookie)).searchParams.get("code")).toMatch(/^.{43}$/);
});

test("signing out for nobody we know asks first, and a page of another site cannot press the button", async () => {
  const page = await ask("/openid/logout", seated.cookie);
  expect(page.headers.get("set-cookie")).toBeNull();
  expect(await page.text()).toContain("ต้องการออกจากระบบหรือไม่");
  const headers = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  const forced = await ask("/openid/logout/confirm", seated.cookie, { method: "POST", headers });
  expect(forced.status).toBe(403);
});

test("an ID token without a signature, or signed with a public key, proves nothing at signing out", async () => {
  const { id_token: genuine = "" } = await signIn(party, seated.cookie);
  const [, claims = ""] = genuine.split(".");
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const { keys } = (await (await ask("/api/openid/keys")).json()) as { keys: { kid: string }[] };
  const head = `${encoded({ alg: "HS256", kid: keys[0]?.kid })}.${claims}`;
  const mac = createHmac("sha256", JSON.stringify(keys[0])).update(head).digest("base64url");
  for (const forged of [`${encoded({ alg: "none" })}.${claims}.`, `${head}.${mac}`]) {
    const page = await ask(`/openid/logout?id_token_hint=${forged}`, seated.cookie);
    expect([page.status, page.headers.get("set-cookie")]).toEqual([200, null]);
  }
});

test("somebody's ID token signs nobody else out", async () => {
  const { id_token: hint = "" } = await signIn(party, seated.cookie);
  const other = await seatSomebody(world);
  const page = await ask(`/openid/logout?id_token_hint=${hint}`, other.cookie);
  expect([page.status, page.headers.get("set-cookie")]).toEqual([200, null]);
});

test("signing out leads to no address that is not registered", async () => {
  const leaving = await signInAgain(world, seated);
  const { id_token: hint = "" } = await signIn(party, leaving.cookie);
  const query = new URLSearchParams({
    id_token_hint: hint,
    post_logout_redirect_uri: "https://evil.example/",
  });
  const page = await ask(`/openid/logout?${query.toString()}`, leaving.cookie);
  expect([page.headers.get("location"), page.headers.get("refresh")]).toEqual([null, null]);
  expect(cookieGiven(page, "__Host-seat")).toBe("__Host-seat=");
  expect(await page.text()).toContain("ไม่ได้ลงทะเบียนไว้");
});

test("who confirms is signed out and shown the way back", async () => {
  const leaving = await signInAgain(world, seated);
  const query = new URLSearchParams({
    client_id: "treasury",
    post_logout_redirect_uri: afterLogout,
    state: "s",
  });
  const asked = await (await ask(`/openid/logout?${query.toString()}`, leaving.cookie)).text();
  const [, kept = ""] = /name="query" value="([^"]*)"/.exec(asked) ?? [];
  const body = new URLSearchParams({ query: kept.replaceAll("&amp;", "&") });
  const done = await ask("/openid/logout/confirm", leaving.cookie, {
    method: "POST",
    headers: { origin },
    body,
  });
  expect(done.headers.get("refresh")).toBe(`2; url=${afterLogout}?state=s`);
  expect((await askWith({}, leaving.cookie)).headers.get("location")).toContain("/seat/sign-in");
});

test("too many requests from one address are asked to wait, and read nothing", async () => {
  const app = appOver(world);
  const { url } = await party.begin();
  let answer = await app.request(url);
  for (let count = 0; count < 130 && answer.status !== 429; count += 1) answer = await app.request(url);
  expect(answer.status).toBe(429);
  expect(await answer.text()).toContain("ลองใหม่");
});
