import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { granted } from "../../../tests/support/people.ts";
import { letterPasswordOfTest, withPassword } from "../../../tests/support/registering.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import {
  holdingOf,
  issuedSeats,
  liveHolder,
  namedHolder,
  openTreasury,
  staffOf,
} from "../../../tests/support/seats.ts";
import {
  activated,
  askedOf,
  halfSession,
  newTestPair,
  rightAnswer,
  testPin,
  type TestPair,
} from "../../../tests/support/test-phone.ts";
import { completeSeatSession, openSeatSession } from "../../http/seat-session-store.ts";
import { hashOf } from "../../http/cookie.ts";
import type { LineUser, Staff } from "../../kernel/actor.ts";
import type { WholeSeatSession } from "../seat-session.ts";
import { newKeyText } from "../signed-text.ts";
import { findLiveKey, listKeysOfHolding } from "../store/soft-token.ts";
import type { KeptHolding } from "../store/holding.ts";
import { answerChallenge } from "./answer-challenge.ts";
import { beginPhoneChange } from "./begin-phone-change.ts";
import { beginRenewal } from "./begin-renewal.ts";
import { beginSignIn } from "./begin-sign-in.ts";
import { changePhone } from "./change-phone.ts";
import { denyRenewal } from "./deny-renewal.ts";
import { endOwnKey } from "./end-own-key.ts";
import { remindCertificates } from "./remind-certificates.ts";
import { renewKey } from "./renew-key.ts";
import { seeActivation } from "./see-activation.ts";
import { seeAsked } from "./see-asked.ts";
import { seePhone } from "./see-phone.ts";
import { seePhoneRenewal } from "./see-phone-renewal.ts";
import { seeRenewal } from "./see-renewal.ts";
import { signInToSeat } from "./sign-in-to-seat.ts";

const gate = { kind: "gate" } as const;
const dayMs = 86_400_000;
let world: TestWorld;
let sql: postgres.Sql;
let town: Town;
let head: Staff;
let treasury: Awaited<ReturnType<typeof openTreasury>>;
let holding: KeptHolding;
let phone: LineUser;
let pair: TestPair;
let keyId: string;
let phones = 0;

beforeAll(async () => {
  world = await townWorld();
  sql = postgres(world.database.superuserUrl, { max: 1 });
  town = await openTown(world.ports);
  head = await staffOf(world.ports, town.agencyId, "seat_head");
  treasury = await openTreasury(world.ports);
});
afterAll(async () => {
  await sql.end();
  await world.close();
});
beforeEach(async () => {
  phones += 1;
  const seats = await issuedSeats(world.ports, treasury, town.agencyId);
  holding = await liveHolder(world.ports, head, seats.recorder.id);
  phone = { channel: "c", lineUserId: `U${phones}` };
  ({ pair, keyId } = await activated(world.ports, holding, phone));
});

/** Moves the clock so that the certificate ends in so many days. */
async function endingIn(days: number): Promise<void> {
  const key = await world.ports.db.as(gate, (tx) => findLiveKey(tx, holding.id));
  if (!key) throw new Error("no key");
  world.clock.set(new Date(key.notAfter.getTime() - days * dayMs));
}

/** Somebody whose phone signed them in, and whether the cookie still opens. */
async function whole(): Promise<WholeSeatSession & { isOpen(): Promise<boolean> }> {
  const { ports } = world;
  const half = await halfSession(ports, holding);
  const value = half.cookie.replace("__Host-seat=", "");
  const made = { id: half.id, tokenHash: hashOf(value), softTokenId: keyId, now: ports.clock.now() };
  await ports.db.as(gate, (tx) => completeSeatSession(tx, made));
  const open = () => openSeatSession(ports, hashOf(value), ports.clock.now());
  const found = await open();
  if (!found || !("whole" in found)) throw new Error("not in");
  return { ...found.whole, isOpen: async () => (await open()) !== null };
}

async function renewalOf(session: Parameters<typeof beginRenewal>[2]["session"]) {
  const { ports } = world;
  await granted(beginRenewal(ports, gate, { session }));
  const [waiting] = (await seePhone(ports, gate, { phone })).renewals;
  if (!waiting) throw new Error("nothing to renew");
  const asked = { activationId: waiting.id, phone };
  const { id, nonce, userCode, renewsId } = await granted(seePhoneRenewal(ports, gate, asked));
  const { publicKey, sign } = await newTestPair();
  const text = newKeyText({ id, nonce, userCode, publicKey, renewsId });
  const signed = { publicKey, signature: await sign(text), oldSignature: await pair.sign(text) };
  return { ...asked, ...signed, device: "d", pinText: testPin };
}

test("with 31 days left nothing is renewed; with 30 the old key hands over, and computers stay in", async () => {
  const { ports } = world;
  await endingIn(31);
  const early = await halfSession(ports, holding);
  expect(await beginRenewal(ports, gate, { session: early })).toEqual({
    ok: false,
    refusal: { kind: "not_yet" },
  });
  await endingIn(30);
  const session = await whole();
  const input = await renewalOf(session);
  expect((await seeRenewal(ports, gate, { session })).state).toBe("waiting");
  const stranger = await newTestPair();
  const forged = { ...input, oldSignature: await stranger.sign("anything") };
  expect(await renewKey(ports, gate, forged)).toEqual({ ok: false, refusal: { kind: "key_wrong" } });
  expect(await renewKey(ports, gate, { ...input, pinText: "730949" })).toMatchObject({
    ok: false,
    refusal: { kind: "pin_wrong", left: 9 },
  });
  const twice = await Promise.all([renewKey(ports, gate, input), renewKey(ports, gate, input)]);
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await seeRenewal(ports, gate, { session })).state).toBe("done");
  const keys = await ports.db.as(gate, (tx) => listKeysOfHolding(tx, holding.id));
  expect(keys.map(({ state }) => state).sort()).toEqual(["live", "renewed"]);
  expect(await session.isOpen()).toBe(true);
});

test("a certificate that ended yesterday signs nobody in, and can still be renewed", async () => {
  const { ports } = world;
  await endingIn(-1);
  const session = await halfSession(ports, holding);
  expect(await beginSignIn(ports, gate, { session, again: true })).toEqual({
    ok: false,
    refusal: { kind: "certificate_expired" },
  });
  expect((await renewKey(ports, gate, await renewalOf(session))).ok).toBe(true);
  expect((await beginSignIn(ports, gate, { session, again: true })).ok).toBe(true);
});

test("“not me” to a renewal ends it, and the old key stays as it was", async () => {
  const { ports } = world;
  await endingIn(3);
  const input = await renewalOf(await halfSession(ports, holding));
  expect((await denyRenewal(ports, gate, input)).ok).toBe(true);
  expect(await renewKey(ports, gate, input)).toEqual({ ok: false, refusal: { kind: "renewal_over" } });
  expect((await ports.db.as(gate, (tx) => findLiveKey(tx, holding.id)))?.id).toBe(keyId);
});

test("a holder is reminded at 30, 7 and 1 days, each time once by mail and once in LINE", async () => {
  const { ports } = world;
  const counts = [];
  for (const days of [31, 30, 20, 7, 6, 1, 0.5]) {
    await endingIn(days);
    await remindCertificates(ports, { kind: "system", job: "test" });
    await remindCertificates(ports, { kind: "system", job: "test" });
    const [row] = await sql`select count(*)::int as n from notice
      where kind = 'seat_key_ending' and refs ->> 'holdingId' = ${holding.id}`;
    counts.push(row?.["n"]);
  }
  expect(counts).toEqual([0, 2, 2, 4, 4, 6, 6]);
});

test.each([
  ["resigned", "ended"],
  ["transferred", "ended"],
  ["holder_changed", "ended"],
  ["email_changed", "live"],
  ["other", "live"],
] as const)(
  "ending it because of %s leaves the time in the seat %s, and nobody in",
  async (reason, state) => {
    const { ports } = world;
    await withPassword(ports, holding.id, { isOwn: true });
    const session = await whole();
    const other = await whole();
    const password = letterPasswordOfTest;
    expect((await endOwnKey(ports, gate, { session, reason, password })).ok).toBe(true);
    expect((await holdingOf(ports, holding.id)).state).toBe(state);
    expect([await session.isOpen(), await other.isOpen()]).toEqual([false, false]);
    const heads = await sql`select refs ->> 'ended' as ended from notice
      where kind = 'staff_key_disabled' and refs ->> 'holdingId' = ${holding.id}`;
    expect(heads.map(({ ended }) => ended as string)).toEqual(state === "ended" ? [reason] : []);
    if (state === "ended") return;
    const half = await halfSession(ports, holding);
    expect(await seeActivation(ports, gate, { session: half })).toMatchObject({ ok: false });
  },
);

test("whoever gives the seat up where the next one is named leaves no head anything to do", async () => {
  const { ports } = world;
  await withPassword(ports, holding.id, { isOwn: true });
  await namedHolder(ports, head, holding.seatId, { reason: "resigned" });
  const password = letterPasswordOfTest;
  await granted(endOwnKey(ports, gate, { session: await whole(), reason: "resigned", password }));
  expect(
    await sql`select from notice where kind = 'staff_key_disabled'
    and refs ->> 'holdingId' = ${holding.id}`,
  ).toHaveLength(0);
});

test("an open computer without the password ends nothing, however often it is tried, and keeps nobody else out", async () => {
  const { ports } = world;
  await withPassword(ports, holding.id, { isOwn: true });
  const session = await whole();
  const tried = (password: string) => endOwnKey(ports, gate, { session, reason: "resigned", password });
  for (let at = 0; at < 12; at += 1) expect((await tried("wrong wrong wrong")).ok).toBe(false);
  expect(await tried(letterPasswordOfTest)).toMatchObject({ refusal: { kind: "sign_in_wait" } });
  expect((await ports.db.as(gate, (tx) => findLiveKey(tx, holding.id)))?.id).toBe(keyId);
  const from = { kind: "network", network: "192.0.2.7" } as const;
  const { userCode } = holding;
  const entered = await signInToSeat(ports, gate, {
    userCode,
    part: "holder",
    from,
    password: letterPasswordOfTest,
  });
  expect(entered.ok).toBe(true);
});

test("after “not me” to a renewal nothing is pushed for a quarter of an hour, and holder and head are told once", async () => {
  const { ports } = world;
  await endingIn(3);
  const told = async (kind: string) => {
    const [row] = await sql`select count(*)::int as n from notice
      where kind = ${kind} and refs ->> 'holdingId' = ${holding.id}`;
    return row?.["n"] as number;
  };
  for (let at = 0; at < 3; at += 1) {
    const asking = await halfSession(ports, holding);
    const input = await renewalOf(asking);
    expect((await denyRenewal(ports, gate, input)).ok).toBe(true);
    expect(await sql`select from seat_session where id = ${asking.id} and ended_at is null`).toHaveLength(0);
    world.clock.pass(60);
  }
  const session = await halfSession(ports, holding);
  expect([await told("seat_renewal"), await told("staff_seat_denied")]).toEqual([1, 1]);
  expect((await seeRenewal(ports, gate, { session })).quietUntil).not.toBeNull();
  world.clock.pass(15 * 60);
  await renewalOf(session);
  expect(await told("seat_renewal")).toBe(2);
});

test("the old phone signs that it ends, and another is activated without a request", async () => {
  const { ports } = world;
  await sql`update seat_holding set password_set_at = ${ports.clock.now()} where id = ${holding.id}`;
  const session = await whole();
  const signedIn = await askedOf(ports, await halfSession(ports, holding));
  const enough = await rightAnswer(ports, signedIn, phone, pair);
  expect((await answerChallenge(ports, gate, enough)).ok).toBe(true);
  expect(await changePhone(ports, gate, { session })).toMatchObject({ ok: false });
  await granted(beginPhoneChange(ports, gate, { session }));
  const asked = await seeAsked(ports, gate, { session, purpose: "end_device" });
  const answer = await rightAnswer(ports, asked?.id ?? "", phone, pair);
  expect((await answerChallenge(ports, gate, answer)).ok).toBe(true);
  expect((await changePhone(ports, gate, { session })).ok).toBe(true);
  expect(await session.isOpen()).toBe(false);
  const half = await halfSession(ports, await holdingOf(ports, holding.id));
  const until = new Date(ports.clock.now().getTime() + 24 * 3_600_000);
  expect(await granted(seeActivation(ports, gate, { session: half }))).toMatchObject({
    kind: "ready",
    until,
  });
  world.clock.pass(60);
  const again = await activated(ports, await holdingOf(ports, holding.id), {
    channel: "c",
    lineUserId: "Unew",
  });
  expect(again.keyId).not.toBe(keyId);
});
