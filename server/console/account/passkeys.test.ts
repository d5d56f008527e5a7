import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { purgeIdentity } from "../../identity/actions/purge-identity.ts";
import { cookieGiven, origin, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { SoftwareAuthenticator } from "../../../tests/support/authenticator.ts";
import { openFacility } from "../../../tests/support/facilities.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { cameIn, firstStep, goodPassword, type StaffInside } from "../../../tests/support/staff.ts";

let world: TestWorld;
let open: (cookie?: string) => TestBrowser;
let agencyId: string;
let all: postgres.Sql;

beforeAll(async () => {
  world = await testWorld({ pinHash: lightPinHash });
  open = testApp(world);
  all = postgres(world.database.superuserUrl, { max: 1, onnotice: () => {} });
  agencyId = await openFacility(world.ports);
});
afterAll(async () => {
  await all.end();
  await world.close();
});
beforeEach(() => all`delete from limit_count`);

const key = () => new SoftwareAuthenticator(origin);
const name = "โทรศัพท์ของฉัน";

async function ask(browser: TestBrowser, password = goodPassword): Promise<object> {
  const answer = await browser.postJson("/console/account/passkeys/ask", { name, password });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { asked: object }).asked;
}

async function add(browser: TestBrowser, answer: unknown): Promise<number> {
  return (await browser.postJson("/console/account/passkeys", { name, answer })).status;
}

/** Somebody who is in and has a passkey beside the authenticator. */
async function withPasskey(): Promise<StaffInside & { readonly passkey: SoftwareAuthenticator }> {
  const staff = await cameIn(world.ports, open, agencyId);
  const passkey = key();
  expect(await add(staff.browser, passkey.create(await ask(staff.browser)))).toBe(200);
  return { ...staff, passkey };
}

async function askProof(half: string): Promise<object> {
  const answer = await open(half).postJson("/console/second-step/passkey/ask", {});
  return ((await answer.json()) as { asked: object }).asked;
}

const prove = (half: string, answer: unknown) =>
  open(half).postJson("/console/second-step/passkey", { answer });

const auditOf = async (staffId: string) =>
  (await all<{ action: string }[]>`select action from audit_entry where subject_id = ${staffId}`).map(
    ({ action }) => action,
  );

test("a passkey is added with the password, listed by its name, and signs in where the digits would", async () => {
  const staff = await withPasskey();
  expect(await (await staff.browser.get("/console/account")).text()).toContain(name);
  const half = await firstStep(open, staff.username);
  const page = await (await open(half).get("/console/second-step")).text();
  expect([page.includes('id="use-passkey"'), page.includes('name="code"')]).toEqual([true, true]);
  const answer = await prove(half, staff.passkey.prove(await askProof(half)));
  expect(await answer.json()).toEqual({ to: "/console?elsewhere=1" });
  const whole = cookieGiven(answer, "__Host-staff");
  expect((await open(whole).get("/console/counter")).status).toBe(200);
  expect(await auditOf(staff.staffId)).toEqual(
    expect.arrayContaining(["staff.passkey_added", "staff.signed_in"]),
  );
});

test("the owner is told by mail of a passkey that was added", async () => {
  const staff = await withPasskey();
  const told = await all`select refs ->> 'what' as what from notice
    where refs ->> 'staffId' = ${staff.staffId} and kind = 'staff_sign_in_changed'`;
  expect(told).toEqual([{ what: "passkey_added" }]);
});

test("a wrong password, no name and one too many begin nothing", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  const asked = (fields: object) => staff.browser.postJson("/console/account/passkeys/ask", fields);
  const wrong = await asked({ name, password: "not my password" });
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining("เหลืออีก 14 ครั้ง")]);
  expect((await asked({ name: " ", password: goodPassword })).status).toBe(422);
  expect((await asked({ name: "ก".repeat(41), password: goodPassword })).status).toBe(422);
  for (let at = 0; at < 10; at += 1) {
    await all`insert into staff_passkey (credential_id, staff_id, public_key, counter, name, made_at)
      values (${randomBytes(8).toString("hex")}, ${staff.staffId}, ${Buffer.alloc(1)}, 0, 'x', now())`;
  }
  const many = await asked({ name, password: goodPassword });
  expect([many.status, await many.text()]).toEqual([422, expect.stringContaining("ครบ 10 อัน")]);
});

test("an answer is taken once, within five minutes, in the session that asked", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  const passkey = key();
  const answer = passkey.create(await ask(staff.browser));
  const other = await cameIn(world.ports, open, agencyId);
  expect(await add(other.browser, answer)).toBe(422);
  expect(await add(staff.browser, answer)).toBe(200);
  expect(await add(staff.browser, answer)).toBe(422);
  const late = key().create(await ask(staff.browser));
  world.clock.pass(5 * 60);
  expect(await add(staff.browser, late)).toBe(422);
});

test("an answer for another challenge, page or host is refused, and so is a passkey somebody has", async () => {
  const staff = await withPasskey();
  const challenge = randomBytes(32).toString("base64url");
  for (const twist of [{ challenge }, { origin: "https://pratu.example.evil" }, { rpId: "evil.example" }]) {
    expect(await add(staff.browser, key().create(await ask(staff.browser), twist))).toBe(422);
  }
  for (const nothing of [null, "x", {}, { id: 1 }, { id: "a", response: {} }]) {
    await ask(staff.browser);
    expect(await add(staff.browser, nothing)).toBe(422);
  }
  const other = await cameIn(world.ports, open, agencyId);
  expect(await add(other.browser, staff.passkey.create(await ask(other.browser)))).toBe(422);
});

test("a proof is taken once, within five minutes, and for no other session", async () => {
  const staff = await withPasskey();
  const [first, second] = [await firstStep(open, staff.username), await firstStep(open, staff.username)];
  const proof = staff.passkey.prove(await askProof(first));
  expect((await prove(second, proof)).status).toBe(422);
  expect((await prove(first, proof)).status).toBe(200);
  const third = await firstStep(open, staff.username);
  expect((await prove(third, proof)).status).toBe(422);
  const late = staff.passkey.prove(await askProof(third));
  world.clock.pass(5 * 60);
  expect((await prove(third, late)).status).toBe(422);
});

test("a proof of another challenge, page, host, key or person counts as a wrong try and opens nothing", async () => {
  const staff = await withPasskey();
  const other = await withPasskey();
  const half = await firstStep(open, staff.username);
  const challenge = randomBytes(32).toString("base64url");
  const wrongOnes = [
    (asked: object) => staff.passkey.prove(asked, { challenge }),
    (asked: object) => staff.passkey.prove(asked, { origin: "http://localhost:9999" }),
    (asked: object) => staff.passkey.prove(asked, { rpId: "evil.example" }),
    (asked: object) => other.passkey.prove(asked),
    (asked: object) => ({ ...key().prove(asked), id: staff.passkey.id, rawId: staff.passkey.id }),
  ];
  for (const wrong of wrongOnes) {
    const answer = await prove(half, wrong(await askProof(half)));
    expect([answer.status, cookieGiven(answer, "__Host-staff")]).toEqual([422, ""]);
  }
  const [row] = await all<{ tries: number }[]>`select wrong as tries from staff where id = ${staff.staffId}`;
  expect(row!.tries).toBe(wrongOnes.length);
});

test("a passkey whose count went back is refused and written down", async () => {
  const staff = await withPasskey();
  const half = await firstStep(open, staff.username);
  expect((await prove(half, staff.passkey.prove(await askProof(half), { counter: 5 }))).status).toBe(200);
  const again = await firstStep(open, staff.username);
  expect((await prove(again, staff.passkey.prove(await askProof(again), { counter: 5 }))).status).toBe(422);
  expect((await prove(again, staff.passkey.prove(await askProof(again), { counter: 3 }))).status).toBe(422);
  expect(await auditOf(staff.staffId)).toContain("staff.passkey_went_back");
});

test("one second step must stay: of the last two, ended at the same moment, one is refused", async () => {
  const staff = await withPasskey();
  const remove = (step: string, password = goodPassword) =>
    staff.browser.post(`/console/account/second-steps/${step}/remove`, { password });
  expect((await remove(staff.passkey.id, "not my password")).status).toBe(422);
  const both = await Promise.all([remove(staff.passkey.id), remove("authenticator")]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
  const page = await (await staff.browser.get("/console/account")).text();
  expect(page).not.toContain("/remove");
});

test("an account with a passkey alone is asked for no digits, and sets up an authenticator with its password", async () => {
  const staff = await withPasskey();
  await staff.browser.post("/console/account/second-steps/authenticator/remove", { password: goodPassword });
  const half = await firstStep(open, staff.username);
  expect(await (await open(half).get("/console/second-step")).text()).not.toContain('name="code"');
  const begun = await staff.browser.post("/console/account/authenticator", { proof: "not my password" });
  expect(begun.status).toBe(422);
  const right = await staff.browser.post("/console/account/authenticator", { proof: goodPassword });
  expect(right.headers.get("location")).toBe("/console/account/authenticator/new");
});

test("nobody's passkey is ended by somebody else, and a form without script says what it needs", async () => {
  const [staff, other] = [await withPasskey(), await withPasskey()];
  const path = `/console/account/second-steps/${staff.passkey.id}/remove`;
  expect((await other.browser.get(path)).status).toBe(404);
  expect((await other.browser.post(path, { password: goodPassword })).status).toBe(404);
  const plain = await staff.browser.post("/console/account/passkeys/add", { name, password: goodPassword });
  expect([plain.status, await plain.text()]).toEqual([422, expect.stringContaining("JavaScript")]);
});

test("of two machines that prove themselves at the same moment one comes in, and it stays in", async () => {
  const staff = await withPasskey();
  const second = key();
  expect(await add(staff.browser, second.create(await ask(staff.browser)))).toBe(200);
  const halves = [await firstStep(open, staff.username), await firstStep(open, staff.username)];
  const [one, other] = [await askProof(halves[0]!), await askProof(halves[1]!)];
  const answers = await Promise.all([
    prove(halves[0]!, staff.passkey.prove(one)),
    prove(halves[1]!, second.prove(other)),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  const inside = answers.map((answer) => cookieGiven(answer, "__Host-staff")).filter(Boolean);
  expect(inside).toHaveLength(1);
  expect((await open(inside[0]).get("/console/counter")).status).toBe(200);
});

test("a passkey is asked for by the host the page came from, when it is one of ours", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  const partyAt = async (host: string) => {
    const fields = { name, password: goodPassword };
    const answer = await staff.browser.postJson("/console/account/passkeys/ask", fields, { host });
    return ((await answer.json()) as { asked: { rp: { id: string } } }).asked.rp.id;
  };
  expect(await partyAt("manee.localhost:8787")).toBe("manee.localhost");
  expect(await partyAt("manee.localhost:9999")).toBe("localhost");
  expect(await partyAt("evil.example")).toBe("localhost");
});

test("what a session was asked for goes with the session", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  await ask(staff.browser);
  const waiting = () => all`select 1 from staff_challenge c join staff_session s on s.id = c.session_id
    where s.staff_id = ${staff.staffId}`;
  expect(await waiting()).toHaveLength(1);
  await all`update staff_session set expires_at = ${new Date(0).toISOString()} where staff_id = ${staff.staffId}`;
  await purgeIdentity(world.ports, { kind: "system", job: "test" });
  expect(await waiting()).toHaveLength(0);
  const left = await all`select 1 from staff_session where staff_id = ${staff.staffId}`;
  expect(left).toHaveLength(0);
});

test("who has no half session is asked for no proof", async () => {
  expect((await open().postJson("/console/second-step/passkey/ask", {})).status).toBe(403);
  expect((await open().postJson("/console/second-step/passkey", { answer: {} })).status).toBe(403);
});
