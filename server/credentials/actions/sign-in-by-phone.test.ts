import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { X509Certificate } from "node:crypto";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { granted } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { holdingOf, issuedSeats, liveHolder, openTreasury, staffOf } from "../../../tests/support/seats.ts";
import {
  activated,
  askedOf,
  grantKey,
  halfSession,
  newTestPair,
  rightAnswer,
  type TestPair,
} from "../../../tests/support/test-phone.ts";
import type { LineUser, Staff } from "../../kernel/actor.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { reportLoss } from "../desk/report-loss.ts";
import { challengeText } from "../signed-text.ts";
import type { KeptHolding } from "../store/holding.ts";
import { answerChallenge } from "./answer-challenge.ts";
import { beginActivation } from "./begin-activation.ts";
import { beginSignIn } from "./begin-sign-in.ts";
import { confirmPhone } from "./confirm-phone.ts";
import { denyChallenge } from "./deny-challenge.ts";
import { enterBySignature } from "./enter-by-signature.ts";
import { expireChallenges } from "./expire-challenges.ts";
import { makeKey } from "./make-key.ts";
import { openActivation } from "./open-activation.ts";
import { seeActivation } from "./see-activation.ts";
import { seeAsked } from "./see-asked.ts";
import { seeChallenge } from "./see-challenge.ts";
import { seePhone } from "./see-phone.ts";
import { seeSeat } from "./see-seats.ts";
import { takeActivation } from "./take-activation.ts";

const gate = { kind: "gate" } as const;
let world: TestWorld;
let holding: KeptHolding;
let phone: LineUser;
let pair: TestPair;
let keyId: string;
let treasury: Awaited<ReturnType<typeof openTreasury>>;
let town: Town;
let head: Staff;
let sql: postgres.Sql;
let phones = 0;

beforeAll(async () => {
  world = await townWorld({ pinHash: lightPinHash });
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
  const { ports } = world;
  phones += 1;
  const seats = await issuedSeats(ports, treasury, town.agencyId);
  holding = await liveHolder(ports, head, seats.recorder.id);
  phone = { channel: "c", lineUserId: `U${phones}` };
  ({ pair, keyId } = await activated(ports, holding, phone));
});

const count = async (from: string, ...given: string[]) => {
  const [row] = await sql.unsafe(`select count(*)::int as n from ${from}`, given);
  return row?.["n"] as number;
};

test("the phone that proves a new key gets a certificate of two years, once", async () => {
  const [row] = await sql`select * from soft_token where id = ${keyId}`;
  const read = new X509Certificate(row?.["certificate"] as Buffer);
  expect(read.subject).toContain(`serialNumber=${holding.userCode}`);
  expect(read.subject).toContain("มานี ชูใจ");
  const [from, to] = [read.validFromDate, read.validToDate];
  expect(to.getUTCFullYear() - from.getUTCFullYear()).toBe(2);
  expect(row?.["not_after"]).toEqual(to);
  const session = await halfSession(world.ports, holding);
  expect(await beginActivation(world.ports, gate, { session })).toEqual({
    ok: false,
    refusal: { kind: "has_key" },
  });
});

test("the first phone that takes a QR owns it, and a newer QR ends it", async () => {
  const { ports } = world;
  await sql`update soft_token set state = 'ended' where id = ${keyId}`;
  const session = await halfSession(ports, holding);
  expect(await beginActivation(ports, gate, { session })).toEqual({
    ok: false,
    refusal: { kind: "not_approved" },
  });
  await grantKey(ports, holding.id);
  const open = async () => {
    world.clock.pass(1);
    await beginActivation(ports, gate, { session });
    const seen = await seeActivation(ports, gate, { session });
    if (!seen.ok || seen.value.kind !== "open") throw new Error("no QR");
    return seen.value.token;
  };
  const token = await open();
  const other = { channel: "c", lineUserId: "Uother" };
  const both = await Promise.all(
    [phone, other].map((each) => takeActivation(ports, gate, { token, phone: each })),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const loser = both[0]?.ok ? other : phone;
  const refused = await openActivation(ports, gate, { token, phone: loser });
  expect(refused).toEqual({ ok: false, refusal: { kind: "other_phone" } });
  const newer = await open();
  expect(newer).not.toBe(token);
  const winner = both[0]?.ok ? phone : other;
  const over = { ok: false, refusal: { kind: "activation_over" } };
  expect(await openActivation(ports, gate, { token, phone: winner })).toEqual(over);
  world.clock.pass(601);
  expect(await takeActivation(ports, gate, { token: newer, phone })).toEqual(over);
});

test("a key that did not sign, and a PIN that is weak or not the same twice, make nothing", async () => {
  const { ports } = world;
  await sql`update soft_token set state = 'ended' where id = ${keyId}`;
  await grantKey(ports, holding.id);
  const session = await halfSession(ports, holding);
  world.clock.pass(1);
  await beginActivation(ports, gate, { session });
  const seen = await seeActivation(ports, gate, { session });
  if (!seen.ok || seen.value.kind !== "open") throw new Error("no QR");
  const { token } = seen.value;
  await takeActivation(ports, gate, { token, phone });
  const opened = await openActivation(ports, gate, { token, phone });
  if (!opened.ok) throw new Error(opened.refusal.kind);
  await granted(confirmPhone(ports, gate, { session, mark: opened.value.mark }));
  const { publicKey, sign } = await newTestPair();
  const input = {
    ...{ activationId: opened.value.id, phone, device: "d", publicKey },
    ...{ signature: await sign("something else"), pinText: "730948", againText: "730948" },
  };
  const kindOf = async (more: object) => {
    const made = await makeKey(ports, gate, { ...input, ...more });
    return made.ok ? "ok" : made.refusal.kind;
  };
  expect(await kindOf({})).toBe("key_wrong");
  expect(await kindOf({ pinText: "123456", againText: "123456" })).toBe("pin_run");
  expect(await kindOf({ pinText: "170321", againText: "170321" })).toBe("pin_common");
  expect(await kindOf({ againText: "730949" })).toBe("pin_not_same");
  expect(await kindOf({ phone: { channel: "c", lineUserId: "Uz" } })).toBe("other_phone");
});

test("a sign-in is whole by picture, digits, PIN and signature, and its signature works once", async () => {
  const { ports } = world;
  const session = await halfSession(ports, holding);
  const challengeId = await askedOf(ports, session);
  const answer = await rightAnswer(ports, challengeId, phone, pair);
  expect(await enterBySignature(ports, gate, { session })).toMatchObject({ ok: false });
  const twice = await Promise.all([
    answerChallenge(ports, gate, answer),
    answerChallenge(ports, gate, answer),
  ]);
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  const other = await halfSession(ports, holding);
  expect(await enterBySignature(ports, gate, { session: other })).toMatchObject({ ok: false });
  const entered = await Promise.all([1, 2].map(() => enterBySignature(ports, gate, { session })));
  expect(entered.filter(({ ok }) => ok)).toHaveLength(1);
  const again = await answerChallenge(ports, gate, answer);
  expect(again).toEqual({ ok: false, refusal: { kind: "challenge_over", state: "used" } });
});

test("a signature for another challenge, session, system or purpose, or by another key, is refused", async () => {
  const { ports } = world;
  const session = await halfSession(ports, holding);
  const first = await rightAnswer(ports, await askedOf(ports, session), phone, pair);
  world.clock.pass(1);
  const challengeId = await askedOf(ports, session);
  const answer = await rightAnswer(ports, challengeId, phone, pair);
  const seen = await seeChallenge(ports, gate, { challengeId, phone });
  if (!seen.ok) throw new Error(seen.refusal.kind);
  const { parts } = seen.value;
  const stranger = await newTestPair();
  const signatures = [
    first.signature,
    await pair.sign(challengeText({ ...parts, sessionId: ports.random.uuid() })),
    await pair.sign(challengeText({ ...parts, relyingParty: "portal" })),
    await pair.sign(challengeText({ ...parts, purpose: "end_device" })),
    await stranger.sign(challengeText(parts)),
    "",
  ];
  for (const signature of signatures) {
    const refused = await answerChallenge(ports, gate, { ...answer, signature });
    expect(refused).toEqual({ ok: false, refusal: { kind: "signature_wrong" } });
  }
  expect(await answerChallenge(ports, gate, first)).toEqual({
    ok: false,
    refusal: { kind: "challenge_over", state: "expired" },
  });
  const strange = { ...answer, phone: { channel: "c", lineUserId: "Ustrange" } };
  expect(await answerChallenge(ports, gate, strange)).toEqual({
    ok: false,
    refusal: { kind: "no_challenge" },
  });
  const [row] = await sql`select pin_wrong from soft_token where id = ${keyId}`;
  expect(row?.["pin_wrong"]).toBe(0);
  expect((await answerChallenge(ports, gate, answer)).ok).toBe(true);
});

test("each wrong picture or digits are written down; the third ends the sign-in, tells the holder and touches no PIN", async () => {
  const { ports } = world;
  const session = await halfSession(ports, holding);
  const answer = await rightAnswer(ports, await askedOf(ports, session), phone, pair);
  const digits = answer.digits === "00" ? "01" : "00";
  const kinds = [];
  for (let at = 0; at < 4; at += 1) {
    const refused = await answerChallenge(ports, gate, { ...answer, digits, pinText: "111222" });
    kinds.push(refused.ok ? "ok" : refused.refusal.kind);
  }
  expect(kinds).toEqual(["answer_wrong", "answer_wrong", "answer_failed", "challenge_over"]);
  expect((await seeAsked(ports, gate, { session, purpose: "sign_in" }))?.state).toBe("failed");
  const of = "subject_id = $1 and action in ('challenge.answer_wrong', 'challenge.failed')";
  expect(await count(`audit_entry where ${of}`, answer.challengeId)).toBe(3);
  const told = "notice where kind = 'seat_answers_wrong' and refs ->> 'holdingId' = $1";
  expect(await count(told, holding.id)).toBe(2);
  const [row] = await sql`select pin_wrong from soft_token where id = ${keyId}`;
  expect(row?.["pin_wrong"]).toBe(0);
});

test("ten wrong PINs in a row end the key, and holder and head are told", async () => {
  const { ports } = world;
  let last = "";
  for (let wrong = 0; wrong < 10; wrong += 1) {
    world.clock.pass(3_700);
    const session = await halfSession(ports, holding);
    const answer = await rightAnswer(ports, await askedOf(ports, session), phone, pair);
    const refused = await answerChallenge(ports, gate, { ...answer, pinText: "730949" });
    last = refused.ok ? "ok" : refused.refusal.kind;
  }
  expect(last).toBe("pin_disabled");
  expect(
    await count("soft_token where id = $1 and state = 'disabled' and end_reason = 'wrong_pins'", keyId),
  ).toBe(1);
  expect(
    await count("notice where kind = 'seat_key_disabled' and refs ->> 'holdingId' = $1", holding.id),
  ).toBe(2);
  expect(
    await count("notice where kind = 'staff_key_disabled' and refs ->> 'holdingId' = $1", holding.id),
  ).toBe(1);
  const session = await halfSession(ports, await holdingOf(ports, holding.id));
  expect(await beginSignIn(ports, gate, { session, again: true })).toEqual({
    ok: false,
    refusal: { kind: "no_key" },
  });
});

test("“not me” ends a sign-in at once and warns holder and head", async () => {
  const { ports } = world;
  const session = await halfSession(ports, holding);
  const challengeId = await askedOf(ports, session);
  const answer = await rightAnswer(ports, challengeId, phone, pair);
  expect((await denyChallenge(ports, gate, { challengeId, phone })).ok).toBe(true);
  expect(await answerChallenge(ports, gate, answer)).toEqual({
    ok: false,
    refusal: { kind: "challenge_over", state: "denied" },
  });
  expect(
    await count("notice where kind = 'staff_seat_denied' and refs ->> 'holdingId' = $1", holding.id),
  ).toBe(1);
  expect(await count("audit_entry where action = 'challenge.denied' and subject_id = $1", challengeId)).toBe(
    1,
  );
});

test("after “not me” a computer asks without a push for a quarter of an hour, and its holder can still come in", async () => {
  const { ports } = world;
  const pushed = () => count("notice where kind = 'seat_sign_in' and refs ->> 'holdingId' = $1", holding.id);
  const warned = () =>
    count("notice where kind = 'staff_seat_denied' and refs ->> 'holdingId' = $1", holding.id);
  for (let at = 0; at < 3; at += 1) {
    world.clock.pass(10);
    const denied = await halfSession(ports, holding);
    await granted(denyChallenge(ports, gate, { challengeId: await askedOf(ports, denied), phone }));
  }
  expect([await pushed(), await warned()]).toEqual([1, 1]);
  world.clock.pass(10);
  const session = await halfSession(ports, holding);
  const challengeId = await askedOf(ports, session);
  expect((await seeAsked(ports, gate, { session, purpose: "sign_in" }))?.quietUntil).not.toBeNull();
  await granted(answerChallenge(ports, gate, await rightAnswer(ports, challengeId, phone, pair)));
  expect((await enterBySignature(ports, gate, { session })).ok).toBe(true);
  world.clock.pass(15 * 60);
  await askedOf(ports, await halfSession(ports, holding));
  expect(await pushed()).toBe(2);
});

test("after two minutes nothing can be signed, and the job writes it down", async () => {
  const { ports } = world;
  const session = await halfSession(ports, holding);
  const challengeId = await askedOf(ports, session);
  const answer = await rightAnswer(ports, challengeId, phone, pair);
  world.clock.pass(120);
  expect(await answerChallenge(ports, gate, answer)).toEqual({
    ok: false,
    refusal: { kind: "challenge_over", state: "expired" },
  });
  await expireChallenges(ports, { kind: "system", job: "test" });
  expect(await count("audit_entry where action = 'challenge.expired' and subject_id = $1", challengeId)).toBe(
    1,
  );
});

test("a seat's phone is asked ten times an hour at most, and once by a page that is loaded again", async () => {
  const { ports } = world;
  const session = await halfSession(ports, holding);
  for (let at = 0; at < 3; at += 1) await beginSignIn(ports, gate, { session, again: false });
  expect(await count("sign_in_challenge where holding_id = $1", holding.id)).toBe(1);
  for (let at = 0; at < 9; at += 1) await askedOf(ports, session);
  const refused = await beginSignIn(ports, gate, { session, again: true });
  expect(refused).toMatchObject({ ok: false, refusal: { kind: "too_many_challenges" } });
  world.clock.pass(3_601);
  expect((await beginSignIn(ports, gate, { session, again: true })).ok).toBe(true);
});

test("a signature is for the system that waits: it opens neither Pratu nor another system", async () => {
  const { ports } = world;
  const session = await halfSession(ports, holding);
  const relyingParty = "treasury";
  await granted(beginSignIn(ports, gate, { session, again: false, relyingParty }));
  const challengeId = (await seeAsked(ports, gate, { session, purpose: "sign_in" }))?.id ?? "";
  await granted(answerChallenge(ports, gate, await rightAnswer(ports, challengeId, phone, pair)));
  expect(await enterBySignature(ports, gate, { session })).toMatchObject({ ok: false });
  const elsewhere = { session, relyingParty: "elsewhere" };
  expect(await enterBySignature(ports, gate, elsewhere)).toMatchObject({ ok: false });
  expect(await enterBySignature(ports, gate, { session, relyingParty })).toMatchObject({ ok: true });
});

test("a page loaded twice asks once for one system, and anew for another", async () => {
  const { ports } = world;
  const session = await halfSession(ports, holding);
  const idOf = async (relyingParty: string) => {
    world.clock.pass(1);
    await granted(beginSignIn(ports, gate, { session, again: false, relyingParty }));
    return (await seeAsked(ports, gate, { session, purpose: "sign_in" }))?.id;
  };
  const first = await idOf("treasury");
  expect(await idOf("treasury")).toBe(first);
  expect(await idOf("elsewhere")).not.toBe(first);
});

test("an answer that is not whole is told what is missing, and costs no try", async () => {
  const { ports } = world;
  const session = await halfSession(ports, holding);
  const challengeId = await askedOf(ports, session);
  const answer = await rightAnswer(ports, challengeId, phone, pair);
  for (let at = 0; at < 4; at += 1) {
    expect(await answerChallenge(ports, gate, { ...answer, picture: "", digits: "", pinText: "" })).toEqual({
      ok: false,
      refusal: {
        kind: "answer_unfinished",
        gaps: ["picture_unchosen", "digits_empty"],
        pin: { kind: "pin_empty" },
      },
    });
  }
  expect(await answerChallenge(ports, gate, { ...answer, digits: "7" })).toMatchObject({
    refusal: { gaps: ["digits_length"], pin: null },
  });
  await granted(answerChallenge(ports, gate, answer));
});

test("a phone whose key was stopped by a report of its loss is told when and why", async () => {
  const { ports } = world;
  expect((await seePhone(ports, gate, { phone })).over).toBeNull();
  const lostOn = bangkokDay(world.clock.now());
  const loss = { holdingId: holding.id, lostOn, said: "", phone: "", requestKey: ports.random.uuid() };
  await granted(reportLoss(ports, { kind: "holder", holdingId: holding.id }, loss));
  const { userCode } = holding;
  const over = { userCode, at: world.clock.now(), why: "lost" };
  expect(await seePhone(ports, gate, { phone })).toMatchObject({ keys: [], over });
  await sql`set session_replication_role = replica`;
  await sql`insert into token_registration (holding_id, agency_id, issuer_id, seat_id, person_id, state, data_key, sealed,
    begun_at) select id, agency_id, issuer_id, seat_id, person_id, 'activated', '', '', named_at from seat_holding
    where id = ${holding.id} on conflict (holding_id) do update set state = 'activated'`;
  await sql`set session_replication_role = origin`;
  const session = await halfSession(ports, holding);
  expect(await seeActivation(ports, gate, { session })).toMatchObject({ refusal: { kind: "key_lost" } });
  const { seat } = await granted(seeSeat(ports, head, { seatId: holding.seatId }));
  expect(seat.holder).toMatchObject({
    standing: { kind: "phone_lost" },
    lostPhoneId: expect.any(String),
  });
});
