import { afterAll, beforeAll, expect, test } from "vitest";
import { appOver, origin } from "../../../tests/support/app.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { seatSomebody } from "../../../tests/support/seated.ts";
import { endKeysOfHolding } from "../../../server/credentials/store/key-end.ts";
import type { SeatRight } from "../../../server/credentials/seat.ts";
import { registerClient } from "../../../server/openid/actions/register-client.ts";
import { rotateKeys } from "../../../server/openid/actions/rotate-keys.ts";
import { duties } from "./duties.ts";
import { treasuryPortal } from "./portal.tsx";

let world: TestWorld;
let portal: ReturnType<typeof treasuryPortal>;
let app: ReturnType<typeof appOver>;
const treasury = "http://treasury.localhost:8797";

beforeAll(async () => {
  world = await testWorld();
  world.clock.set(new Date());
  const actor = { kind: "system", job: "test" } as const;
  await rotateKeys(world.ports, actor);
  const registered = await registerClient(world.ports, actor, {
    ...{ id: "treasury-portal", nameTh: "คลัง", nameEn: "Treasury", auth: "client_secret_basic" },
    ...{ keys: [], rights: [], demo: true },
    redirectUris: [`${treasury}/callback`],
    postLogoutUris: [`${treasury}/signed-out`],
  });
  if (!registered.ok) throw new Error(registered.refusal.kind);
  app = appOver(world);
  portal = treasuryPortal({
    issuer: origin,
    clientId: "treasury-portal",
    clientSecret: registered.value.secret ?? "",
    origin: treasury,
    fetch: async (url, options) => app.request(url, options as RequestInit),
  });
});
afterAll(() => world.close());

/** A browser that stands between both and keeps the portal's cookie. */
function browser(seatCookie: string) {
  let cookie = "";
  const at = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { cookie, origin: treasury };
    const answer = await portal.request(new URL(path, treasury), { ...init, headers });
    cookie = (answer.headers.get("set-cookie") ?? cookie).split(";")[0] ?? "";
    const to = answer.headers.get("location") ?? "";
    if (!to.startsWith(origin)) return answer;
    const back = await app.request(to, { headers: { cookie: seatCookie } });
    return back.headers.get("location")?.startsWith(treasury) ? at(back.headers.get("location") ?? "") : back;
  };
  return { at, press: (path: string) => at(path, { method: "POST" }) };
}

test.each<[SeatRight, readonly string[]]>([
  ["recorder", ["record", "report"]],
  ["approver_1", ["withdraw"]],
  ["approver_2", ["pay", "remit"]],
  ["other", []],
])("a seat with the right %s does what the rules give it and is refused the rest", async (right, may) => {
  const somebody = await seatSomebody(world, { right });
  const { at, press } = browser(somebody.cookie);
  expect((await at("/sign-in")).headers.get("location")).toBe("/");
  const desk = await (await at("/")).text();
  expect(desk).toContain(somebody.userCode);
  expect(desk).toContain("มานี ชูใจ");
  for (const { key, name } of duties) {
    const answer = await press(`/duties/${key}`);
    const isDone = may.includes(key);
    expect([key, answer.status]).toEqual([key, isDone ? 303 : 403]);
    const shown = isDone ? await at(answer.headers.get("location") ?? "") : answer;
    expect(await shown.text()).toContain(isDone ? `ทำรายการแล้ว: ${name}` : `ทำไม่ได้: ${name}`);
  }
});

test("a phone reported lost stops the next click, and nothing is recorded", async () => {
  const lost = await seatSomebody(world);
  const { at, press } = browser(lost.cookie);
  await at("/sign-in");
  await world.ports.db.as({ kind: "gate" }, (tx) =>
    endKeysOfHolding(tx, lost.holdingId, { state: "stopped", reason: "lost", now: world.clock.now() }),
  );
  expect((await press("/duties/record")).status).toBe(401);
  const page = await at("/");
  expect([page.status, await page.text()]).toEqual([401, expect.stringContaining("สิ้นสุดแล้ว")]);
});

test("after its access token is over somebody who is still signed in goes on without being asked", async () => {
  const { at } = browser((await seatSomebody(world)).cookie);
  await at("/sign-in");
  world.clock.pass(601);
  expect((await at("/")).headers.get("location")).toBe("/");
  expect(await (await at("/")).text()).toContain("มานี ชูใจ");
});

test("signing out ends both sittings and comes back", async () => {
  const somebody = await seatSomebody(world);
  const { at, press } = browser(somebody.cookie);
  await at("/sign-in");
  expect(await (await press("/sign-out")).text()).toContain("ออกจากระบบแล้ว");
  expect((await at("/sign-in")).headers.get("location")).toContain("/seat/sign-in");
});

test("what its pages load is there", async () => {
  const sheet = await portal.request(`${treasury}/style.css`);
  const files = [...(await sheet.text()).matchAll(/url\("([^"]+)"\)/g)].map(([, path]) => path);
  expect(files).toHaveLength(2);
  for (const path of files) expect((await portal.request(`${treasury}${path}`)).status).toBe(200);
});

test("every page that says one thing leads to a sign-in that goes on to Pratu", async () => {
  for (const path of ["/callback?code=stolen&state=guessed", "/signed-out"]) {
    const page = await (await portal.request(`${treasury}${path}`)).text();
    const [, href = ""] = /class="button" href="([^"]+)"/.exec(page) ?? [];
    const on = await portal.request(new URL(href, treasury));
    expect(on.headers.get("location")).toContain(`${origin}/openid/authorize?`);
  }
});

test("who may not come in with this seat is led to sign in anew, with another", async () => {
  const begun = await portal.request(`${treasury}/sign-in`);
  const cookie = begun.headers.get("set-cookie")?.split(";")[0] ?? "";
  const state = new URL(begun.headers.get("location") ?? "").searchParams.get("state") ?? "";
  const told = new URLSearchParams({ error: "access_denied", state, iss: origin });
  const denied = await portal.request(`${treasury}/callback?${told.toString()}`, { headers: { cookie } });
  const [, href = ""] = /class="button" href="([^"]+)"/.exec(await denied.text()) ?? [];
  expect(denied.status).toBe(403);
  const on = await portal.request(new URL(href, treasury));
  expect(new URL(on.headers.get("location") ?? "").searchParams.get("prompt")).toBe("login");
});

test("an answer nobody asked for signs nobody in", async () => {
  const { at } = browser("");
  expect((await at("/callback?code=stolen&state=guessed")).status).toBe(400);
});

test("a page of another site presses no button", async () => {
  const headers = { origin: "https://evil.example" };
  expect((await portal.request(`${treasury}/sign-out`, { method: "POST", headers })).status).toBe(403);
});
