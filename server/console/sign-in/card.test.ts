import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeCardAuthority, makeCardKey } from "../../../scripts/card-agent/authority.ts";
import { cardProofs, cardProofsNone } from "../../adapters/card-proofs.ts";
import { cardSignedText } from "../../agencies/card-sign-in.ts";
import { cookieGiven, origin, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { openFacility } from "../../../tests/support/facilities.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { cameIn, invited, secondStep, type StaffInside } from "../../../tests/support/staff.ts";
import { unguarded } from "../../../tests/support/unguarded.ts";

const start = new Date("2026-11-21T10:00:00+07:00");
const authority = makeCardAuthority(start);
let world: TestWorld;
let open: (cookie?: string) => TestBrowser;
let all: postgres.Sql;
let agencyId: string;

beforeAll(async () => {
  world = await testWorld({ pinHash: lightPinHash, cardProofs: cardProofs(authority.certificate) });
  open = testApp(world);
  all = postgres(world.database.superuserUrl, { max: 1, onnotice: () => {} });
  agencyId = await openFacility(world.ports);
});
afterAll(async () => {
  await all.end();
  await world.close();
});
beforeEach(() => all`delete from limit_count`);

const cardOf = (citizenId: string, by = authority, madeAt = world.clock.now()) =>
  makeCardKey(by, { pid: citizenId, fname: "มานี", lname: "ชูใจ" }, madeAt);

async function askNonce(): Promise<string> {
  const answer = await open().postJson("/console/sign-in/card/nonce", {});
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { nonce: string }).nonce;
}

interface Twist {
  readonly nonce?: string;
  readonly origin?: string;
  readonly agencyId?: string;
  readonly card?: ReturnType<typeof cardOf>;
}

async function show(citizenId: string, twist: Twist = {}): Promise<Response> {
  const card = twist.card ?? cardOf(citizenId);
  const nonce = twist.nonce ?? (await askNonce());
  const signature = card.sign(cardSignedText(twist.origin ?? origin, nonce));
  const { certificate } = card;
  const body = { nonce, certificate, signature, agencyId: twist.agencyId ?? "" };
  return open().postJson("/console/sign-in/card", body);
}

const opened = (answer: Response) => [answer.status, cookieGiven(answer, "__Host-staff") !== ""];
const closed = [422, false];
const clerk = (): Promise<StaffInside> => cameIn(world.ports, open, agencyId);

test("one's own card stands for name and password; the second step comes as ever", async () => {
  const staff = await clerk();
  const answer = await show(staff.person.citizenId);
  expect(await answer.json()).toEqual({ to: "/console/second-step" });
  const half = cookieGiven(answer, "__Host-staff");
  expect((await open(half).get("/console/counter")).headers.get("location")).toBe("/console/second-step");
  world.clock.pass(60);
  const whole = await secondStep(open, half, staff.code());
  expect((await open(whole).get("/console/counter")).status).toBe(200);
  const written = await all`select 1 from audit_entry
    where subject_id = ${staff.staffId} and action = 'staff.card_shown'`;
  expect(written).toHaveLength(1);
});

test("what a card signed is worth one use, for five minutes, at our origin, over our nonce", async () => {
  const { citizenId } = (await clerk()).person;
  const nonce = await askNonce();
  expect(opened(await show(citizenId, { nonce }))).toEqual([200, true]);
  expect(opened(await show(citizenId, { nonce }))).toEqual(closed);
  const both = await askNonce();
  const twice = await Promise.all([show(citizenId, { nonce: both }), show(citizenId, { nonce: both })]);
  expect(twice.map(({ status }) => status).sort()).toEqual([200, 422]);
  expect(opened(await show(citizenId, { origin: "https://pratu.example.evil" }))).toEqual(closed);
  expect(opened(await show(citizenId, { nonce: `${"A".repeat(22)}.abc.${"A".repeat(43)}` }))).toEqual(closed);
  const late = await askNonce();
  world.clock.pass(5 * 60);
  expect(opened(await show(citizenId, { nonce: late }))).toEqual(closed);
});

test("a card of another authority, one outlived, and a certificate without its key prove nothing", async () => {
  const { citizenId } = (await clerk()).person;
  const forged = cardOf(citizenId, makeCardAuthority(start));
  expect(opened(await show(citizenId, { card: forged }))).toEqual(closed);
  const old = cardOf(citizenId, authority, new Date("2010-01-01T00:00:00Z"));
  expect(opened(await show(citizenId, { card: old }))).toEqual(closed);
  const stolen = { certificate: cardOf(citizenId).certificate, sign: cardOf(citizenId).sign };
  expect(opened(await show(citizenId, { card: stolen }))).toEqual(closed);
  const signsItself = { ...cardOf(citizenId), certificate: authority.certificate };
  expect(opened(await show(citizenId, { card: signsItself }))).toEqual(closed);
  for (const certificate of ["", "x", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"]) {
    expect(opened(await show(citizenId, { card: { ...cardOf(citizenId), certificate } }))).toEqual(closed);
  }
});

test("no account, one not begun, locked and ended are refused in the same words as a forged card", async () => {
  const locked = await clerk();
  const gone = await clerk();
  const fresh = await invited(world.ports, agencyId);
  await all`update staff set locked_at = now() where id = ${locked.staffId}`;
  await all`update staff set state = 'ended' where id = ${gone.staffId}`;
  const numbers = [locked, gone, fresh].map(({ person }) => person.citizenId);
  const answers = await Promise.all(
    [...numbers, "1999900001111"].map(async (number) => (await show(number)).text()),
  );
  const forged = await show(locked.person.citizenId, { origin: "https://evil.example" });
  expect(new Set([...answers, await forged.text()]).size).toBe(1);
});

test("who works at several agencies says at which, with the card anew", async () => {
  const staff = await clerk();
  const other = await openFacility(world.ports, { hcode: "99902", nameTh: "โรงพยาบาลอื่น" });
  const same = await cameIn(world.ports, open, other);
  const [row] = await all<
    { citizen_index: Buffer }[]
  >`select citizen_index from staff where id = ${staff.staffId}`;
  await unguarded(
    all,
    (tx) => tx`update staff set citizen_index = ${row!.citizen_index} where id = ${same.staffId}`,
  );
  const asked = await show(staff.person.citizenId);
  const { agencies } = (await asked.json()) as { agencies: { agencyId: string; name: string }[] };
  expect(agencies.map(({ name }) => name).sort()).toEqual(["โรงพยาบาลสมมติ", "โรงพยาบาลอื่น"]);
  expect(opened(await show(staff.person.citizenId, { agencyId: other }))).toEqual([200, true]);
  const nowhere = "00000000-0000-7000-8000-000000000000";
  expect(opened(await show(staff.person.citizenId, { agencyId: nowhere }))).toEqual(closed);
});

test("where no authority is trusted there is no button, no page and no nonce", async () => {
  const bare = testApp({ ...world, ports: { ...world.ports, cardProofs: cardProofsNone } })();
  expect(await (await bare.get("/console/sign-in")).text()).not.toContain("/console/sign-in/card");
  expect((await bare.get("/console/sign-in/card")).status).toBe(404);
  expect((await bare.postJson("/console/sign-in/card/nonce", {})).status).toBe(422);
  expect((await bare.postJson("/console/sign-in/card", {})).status).toBe(422);
});

test("the page offers nothing that could post the PIN to us, and may ask the agent", async () => {
  const answer = await open().get("/console/sign-in/card");
  const page = await answer.text();
  expect(page).toMatch(/<form id="card-sign-in"[^>]*hidden/);
  expect(page).not.toMatch(/<form id="card-sign-in"[^>]*(method|action)=/);
  expect(answer.headers.get("content-security-policy")).toContain("http://localhost:8189");
  expect(await (await open().get("/console/sign-in")).text()).toContain('href="/console/sign-in/card"');
});

test("one address asks for no more than sixty nonces and answers a minute", async () => {
  const statuses = new Set<number>();
  for (let at = 0; at < 61; at += 1) {
    statuses.add((await open().postJson("/console/sign-in/card/nonce", {})).status);
  }
  expect([...statuses]).toEqual([200, 429]);
});

test("nobody's number stands in what is kept of a nonce", async () => {
  const staff = await clerk();
  await show(staff.person.citizenId);
  const kept = await all<{ key: string }[]>`select key from limit_count where name = 'card_nonce'`;
  expect(kept.length).toBeGreaterThan(0);
  expect(JSON.stringify(kept)).not.toContain(staff.person.citizenId);
});
