import { SignJWT, decodeJwt, generateKeyPair } from "jose";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { citizenCookie, origin, testApp, type TestBrowser } from "../../tests/support/app.ts";
import { asSuperuser } from "../../tests/support/citizens.ts";
import { lightPinHash } from "../../tests/support/light-pin-hash.ts";
import { registered, somebody, type Typist } from "../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../tests/support/ports.ts";
import { startThaIdProvider, type ThaIdProvider } from "../../tests/support/thaid-provider.ts";
import { makeThaId } from "../../server/adapters/thaid.ts";
import { findPerson } from "../../server/identity/store/person.ts";
import type { Citizen } from "../../server/kernel/actor.ts";

let provider: ThaIdProvider;
let world: TestWorld;
let open: (cookie?: string) => TestBrowser;
let all: ReturnType<typeof asSuperuser>;

beforeAll(async () => {
  provider = await startThaIdProvider();
  const { issuer, client } = provider;
  world = await testWorld({
    thaId: makeThaId({ issuer, clientId: client.id, clientSecret: client.secret, timeoutMs: 3_000 }),
    sms: { available: true, send: () => Promise.resolve({ kind: "sent" }) },
    cardRegistry: { check: () => Promise.resolve("unavailable") },
    pinHash: lightPinHash,
  });
  open = testApp(world);
  all = asSuperuser(world);
}, 30_000);
afterEach(() => Object.assign(provider, { tamper: null, isDown: false }));
afterAll(async () => {
  await provider.close();
  await all.end();
  await world.close();
});

interface Somebody {
  readonly citizen: Citizen;
  readonly typist: Typist;
  readonly browser: TestBrowser;
}

async function someone(): Promise<Somebody> {
  const typist = somebody();
  const citizen = await registered(world.ports, typist);
  return { citizen, typist, browser: open(await citizenCookie(world, citizen)) };
}

const thaIdOf = ({ typist }: Somebody) => ({
  pid: typist.citizenId,
  givenName: "สมจริง",
  familyName: "ใจงาม",
});

const begin = async ({ browser }: Somebody, next = "/liff/e-service/town") => {
  const begun = await browser.get(`/liff/thaid/start?next=${encodeURIComponent(next)}`);
  return begun.headers.get("location") ?? "";
};

const pathOf = (back: URL) => {
  expect(back.origin + back.pathname).toBe(`${origin}/liff/thaid/return`);
  return back.pathname + back.search;
};

const personOf = ({ citizen }: Somebody) =>
  world.ports.db.as({ kind: "gate" }, (tx) => findPerson(world.ports, tx, citizen.personId));

/** Walks to ThaID and back as somebody, and says what the page says. */
async function walked(who: Somebody, person = thaIdOf(who)) {
  const answer = await who.browser.get(pathOf(await provider.walk(await begin(who), person)));
  return { status: answer.status, location: answer.headers.get("location"), text: await answer.text() };
}

test("the way there carries state and nonce, asks for no more than is used, and sends no challenge that nobody announced", async () => {
  const asked = new URL(await begin(await someone()));
  expect(asked.href.startsWith(`${provider.issuer}/auth/?`)).toBe(true);
  const query = Object.fromEntries(asked.searchParams);
  expect(query).toMatchObject({ response_type: "code", scope: "openid pid given_name family_name ial" });
  for (const name of ["state", "nonce"]) expect(query[name]).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(query["code_challenge"]).toBeUndefined();
});

test("who proves to be the person of the account stands on the highest rung, with the names ThaID gave, and goes on", async () => {
  const who = await someone();
  const { status, location } = await walked(who);
  expect([status, location]).toEqual([
    303,
    `/liff/assurance?done=thaid&next=${encodeURIComponent("/liff/e-service/town")}`,
  ]);
  expect(await personOf(who)).toMatchObject({ assurance: "thaid", firstName: "สมจริง", lastName: "ใจงาม" });
  const page = await (await who.browser.get(location ?? "")).text();
  for (const said of ["ยืนยันด้วย ThaID สำเร็จ", 'href="/liff/e-service/town"']) expect(page).toContain(said);
});

test("names that a card proved before stay as they are", async () => {
  const who = await someone();
  await all`update person set assurance = 'card_checked' where id = ${who.citizen.personId}`;
  await walked(who);
  expect(await personOf(who)).toMatchObject({ assurance: "thaid", firstName: "สมใจ", lastName: "ใจดี" });
});

test("another person's ThaID changes nothing, leaves nothing of theirs, and is counted until no way is begun", async () => {
  const [who, other] = [await someone(), await someone()];
  const { status, text } = await walked(who, thaIdOf(other));
  expect([status, text.includes("เป็นของคนละคน")]).toEqual([400, true]);
  for (const person of [who, other]) expect(await personOf(person)).toMatchObject({ assurance: "phone" });
  const rows = await all`select proven from thaid_attempt where person_id = ${who.citizen.personId}`;
  expect([...rows]).toEqual([{ proven: null }]);
  const told = JSON.stringify(await all`select * from audit_entry where action like 'person.thaid%'`);
  expect(told).not.toContain(other.typist.citizenId);
  for (let time = 1; time < 5; time += 1) await walked(who, thaIdOf(other));
  const refused = await who.browser.get("/liff/thaid/start");
  expect([refused.status, (await refused.text()).includes("ลองหลายครั้งเกินไป")]).toEqual([429, true]);
});

test("a no in the app is said as such, and the account is as it was", async () => {
  const who = await someone();
  const back = await provider.walk(await begin(who), null);
  expect(back.searchParams.get("error")).toBe("user_denied");
  const answer = await who.browser.get(pathOf(back));
  expect([answer.status, (await answer.text()).includes("ไม่ยินยอมในแอป ThaID")]).toEqual([400, true]);
  expect(await personOf(who)).toMatchObject({ assurance: "phone" });
});

test("a state is used once, never begun ones and those over ten minutes old are none", async () => {
  const who = await someone();
  const back = pathOf(await provider.walk(await begin(who), thaIdOf(who)));
  expect((await who.browser.get(back)).status).toBe(303);
  await all`update person set assurance = 'phone' where id = ${who.citizen.personId}`;
  const gone = [back, "/liff/thaid/return?code=x&state=x", "/liff/thaid/return?code=x", "/liff/thaid/return"];
  const late = pathOf(await provider.walk(await begin(who), thaIdOf(who)));
  world.clock.pass(601);
  for (const path of [...gone, late]) {
    const answer = await who.browser.get(path);
    expect([answer.status, (await answer.text()).includes("หมดเวลาหรือใช้ไปแล้ว")]).toEqual([400, true]);
  }
  expect(await personOf(who)).toMatchObject({ assurance: "phone" });
});

/** Puts other claims into the ID token, signed by the provider or by whoever has another key. */
const claiming =
  (change: Record<string, unknown>, sign?: ThaIdProvider["sign"]) =>
  async (body: Record<string, unknown>) => {
    const told = { ...decodeJwt(String(body["id_token"])), ...change };
    return {
      ...body,
      id_token: await (sign ?? provider.sign)(
        Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null)),
      ),
    };
  };

test("an ID token signed by another key, out of time, for another or of another nonce proves nothing", async () => {
  const { privateKey } = await generateKeyPair("ES256");
  const forge = (told: Readonly<Record<string, unknown>>) =>
    new SignJWT({ ...told }).setProtectedHeader({ alg: "ES256" }).sign(privateKey);
  const past = Math.floor(Date.now() / 1000) - 3_600;
  const tampers = [
    claiming({}, forge),
    claiming({ exp: past }),
    claiming({ aud: "another" }),
    claiming({ iss: "https://evil.example" }),
    claiming({ nonce: "another" }),
    claiming({ pid: "1234567890123" }),
    claiming({ pid: null }),
  ];
  for (const tamper of tampers) {
    const who = await someone();
    provider.tamper = tamper;
    const { status, text } = await walked(who);
    expect([status, text.includes("ไม่ผ่าน")]).toEqual([400, true]);
    expect(await personOf(who)).toMatchObject({ assurance: "phone" });
  }
});

test("an answer without an ID token, or whose ID token is unsigned, proves nothing", async () => {
  const unsigned = (token: string) => {
    const [, body = ""] = token.split(".");
    return `${Buffer.from('{"alg":"none"}').toString("base64url")}.${body}.`;
  };
  const tampers = [
    (body: Record<string, unknown>) => ({ ...body, id_token: undefined, pid: "1" }),
    (body: Record<string, unknown>) => ({ ...body, id_token: unsigned(String(body["id_token"])) }),
  ];
  for (const tamper of tampers) {
    const who = await someone();
    provider.tamper = tamper;
    expect((await walked(who)).status).toBe(400);
    expect(await personOf(who)).toMatchObject({ assurance: "phone" });
  }
});

test("an answer without a token type, and an ID token without the nonce that ThaID does not list, are read all the same", async () => {
  const withoutType = (body: Record<string, unknown>) => ({ ...body, token_type: undefined });
  for (const tamper of [withoutType, claiming({ nonce: null })]) {
    const who = await someone();
    provider.tamper = tamper;
    expect((await walked(who)).status).toBe(303);
    expect(await personOf(who)).toMatchObject({ assurance: "thaid" });
  }
});

test("while ThaID does not answer the person is told so, and what they had stays", async () => {
  const who = await someone();
  const back = pathOf(await provider.walk(await begin(who), thaIdOf(who)));
  provider.isDown = true;
  const answer = await who.browser.get(back);
  expect([answer.status, (await answer.text()).includes("ThaID ไม่ตอบ")]).toEqual([503, true]);
  expect(await personOf(who)).toMatchObject({ assurance: "phone" });
});

test("in another browser nobody is raised: a code is shown there and typed in the session that began", async () => {
  const [who, other] = [await someone(), await someone()];
  const back = pathOf(await provider.walk(await begin(who), thaIdOf(who)));
  const page = await (await open().get(back)).text();
  const code = /(\d{3}) (\d{3})</.exec(page)?.slice(1).join("") ?? "";
  expect([code.length, page.includes(who.typist.citizenId), page.includes("สมจริง")]).toEqual([
    6,
    false,
    false,
  ]);
  expect(await personOf(who)).toMatchObject({ assurance: "phone" });
  expect((await other.browser.post("/liff/thaid", { code })).status).toBe(422);
  const wrong = await who.browser.post("/liff/thaid", { code: code === "000000" ? "111111" : "000000" });
  expect([wrong.status, (await wrong.text()).includes("ลองได้อีก 4 ครั้ง")]).toEqual([422, true]);
  const right = await who.browser.post("/liff/thaid", { code });
  expect([right.status, right.headers.get("location")?.startsWith("/liff/assurance?done=thaid")]).toEqual([
    303,
    true,
  ]);
  expect(await personOf(who)).toMatchObject({ assurance: "thaid" });
  expect((await who.browser.post("/liff/thaid", { code })).status).toBe(422);
});

test("after five wrong codes the proof is gone", async () => {
  const who = await someone();
  const back = pathOf(await provider.walk(await begin(who), thaIdOf(who)));
  const page = await (await open().get(back)).text();
  const code = /(\d{3}) (\d{3})</.exec(page)?.slice(1).join("") ?? "";
  for (let time = 0; time < 5; time += 1) await who.browser.post("/liff/thaid", { code: "abc" });
  expect((await who.browser.post("/liff/thaid", { code })).status).toBe(422);
  expect(await personOf(who)).toMatchObject({ assurance: "phone" });
});

test("whoever is not unlocked begins nothing", async () => {
  const { citizen } = await someone();
  const locked = open(await citizenCookie(world, { ...citizen, unlocked: false }));
  const answer = await locked.get("/liff/thaid/start");
  expect([answer.status, answer.headers.get("location")?.startsWith("/liff/unlock")]).toEqual([303, true]);
});
