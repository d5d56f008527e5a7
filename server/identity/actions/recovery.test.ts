import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { granted, refusal, registered, somebody, type Typist } from "../../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { insertSession } from "../../http/session-store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import type { CardAnswer } from "../../ports.ts";
import { limits } from "../limit.ts";
import { otpDigits } from "../otp.ts";
import { recoveryPauseMinutes } from "../recovery.ts";
import { beginRecovery } from "./begin-recovery.ts";
import { chooseRecoveryPin } from "./choose-recovery-pin.ts";
import { confirmRecoveryOtp } from "./confirm-recovery-otp.ts";
import { finishRecovery } from "./finish-recovery.ts";
import { resendRecoveryOtp } from "./resend-recovery-otp.ts";
import { seeRecovery } from "./see-recovery.ts";
import { proveUnlock } from "./unlock.ts";

let world: TestWorld;
let superuser: postgres.Sql;
let cardAnswer: CardAnswer;
let smsWorks: boolean;
let me: Typist;
let citizen: Citizen;
const newPin = "602839";

beforeAll(async () => {
  const sms = {
    send: () => Promise.resolve({ kind: "sent" } as const),
    get available() {
      return smsWorks;
    },
  };
  const cardRegistry = { check: () => Promise.resolve(cardAnswer) };
  world = await testWorld({ sms, cardRegistry, pinHash: lightPinHash });
  superuser = postgres(world.database.superuserUrl, { max: 1 });
});
afterAll(async () => {
  await superuser.end();
  await world.close();
});
beforeEach(async () => {
  cardAnswer = "normal";
  smsWorks = true;
  world.clock.pass(25 * 60 * 60);
  me = somebody();
  citizen = await registered(world.ports, me);
});

const card = () => ({ citizenId: me.citizenId, laserCode: me.laserCode, address: "203.0.113.1" });
const begin = () => granted(beginRecovery(world.ports, citizen, card()));
const finish = (pinText: string, keepSessionId: string = world.ports.random.uuid()) =>
  finishRecovery(world.ports, citizen, { pinText, keepSessionId });
const stepNow = async () => (await seeRecovery(world.ports, citizen)).step;

async function lastOtp(): Promise<string> {
  const [row] = await superuser<
    { id: string }[]
  >`select id from otp where line_user_id = ${citizen.lineUserId}
    and purpose = 'recovery' order by created_at desc limit 1`;
  return otpDigits(world.ports.keys.otp, row?.id ?? "");
}

async function walkToPin(): Promise<void> {
  await begin();
  await granted(confirmRecoveryOtp(world.ports, citizen, await lastOtp()));
}

async function told(kind: string): Promise<string[]> {
  const rows = await superuser<{ medium: string }[]>`select medium from notice
    where kind = ${kind} and person_id = ${citizen.personId} order by medium`;
  return rows.map(({ medium }) => medium);
}

test("card, OTP and a new PIN twice set the PIN; chat and phone are told, the old one opens nothing", async () => {
  await walkToPin();
  await granted(chooseRecoveryPin(world.ports, citizen, newPin));
  await granted(finish(newPin));
  expect((await proveUnlock(world.ports, citizen, newPin)).ok).toBe(true);
  expect(await refusal(proveUnlock(world.ports, citizen, me.pin))).toMatchObject({ kind: "pin_wrong" });
  expect(await told("pin_changed")).toEqual(["line", "sms"]);
});

test("a disabled PIN works again once it was set anew, and not before", async () => {
  for (let wrong = 1; wrong <= 10; wrong += 1) {
    world.clock.pass(3_600);
    await refusal(proveUnlock(world.ports, citizen, "200001"));
  }
  await walkToPin();
  expect(await refusal(proveUnlock(world.ports, citizen, me.pin))).toEqual({ kind: "pin_disabled" });
  await granted(chooseRecoveryPin(world.ports, citizen, newPin));
  await granted(finish(newPin));
  expect((await proveUnlock(world.ports, citizen, newPin)).ok).toBe(true);
});

test("every other session ends, the one in hand stays", async () => {
  const open = async () => {
    const id = world.ports.random.uuid();
    const { channel, lineUserId } = citizen;
    const made = { channel, lineUserId, id, via: "browser", device: "test", language: "th" } as const;
    const tokenHash = randomBytes(32);
    await world.ports.db.as({ kind: "gate" }, (tx) =>
      insertSession(tx, { ...made, tokenHash, now: world.ports.clock.now() }),
    );
    return id;
  };
  const [inHand] = [await open(), await open()];
  await walkToPin();
  await granted(chooseRecoveryPin(world.ports, citizen, newPin));
  await granted(finish(newPin, inHand));
  const left = await superuser<{ id: string }[]>`select id from session
    where line_user_id = ${citizen.lineUserId} and ended_at is null`;
  expect(left.map(({ id }) => id)).toEqual([inHand]);
});

test("the OTP goes to the phone on file, and the page shows it masked", async () => {
  await begin();
  const { otp } = await seeRecovery(world.ports, citizen);
  expect(otp?.maskedPhone).toBe(`0${me.phone.slice(1, 2)}x-xxx-${me.phone.slice(-4)}`);
  expect(otp?.reference).toMatch(/^[A-Z]{4}$/);
});

test("somebody else's number, and a card the registry does not know, are refused in the same words", async () => {
  const other = somebody();
  const wrongNumber = beginRecovery(world.ports, citizen, { ...card(), citizenId: other.citizenId });
  expect(await refusal(wrongNumber)).toEqual({ kind: "recovery_mismatch" });
  cardAnswer = "mismatch";
  expect(await refusal(beginRecovery(world.ports, citizen, card()))).toEqual({ kind: "recovery_mismatch" });
  expect(await stepNow()).toBe("card");
});

test("both fields of the card are judged at once", async () => {
  const wrong = { ...card(), citizenId: "1234", laserCode: "12" };
  expect(await refusal(beginRecovery(world.ports, citizen, wrong))).toMatchObject({
    kind: "recovery_card_refused",
    citizenId: { kind: "citizen_id_length" },
    laserCode: { kind: "laser_code_length" },
  });
});

test("a registry that does not answer stops nobody: number and phone must do", async () => {
  cardAnswer = "unavailable";
  await walkToPin();
  expect(await stepNow()).toBe("pin");
});

test("cards are tried ten times an hour and no more", async () => {
  cardAnswer = "mismatch";
  for (let tried = 0; tried < limits.cardChecks.most; tried += 1) {
    await refusal(beginRecovery(world.ports, citizen, card()));
  }
  cardAnswer = "normal";
  expect(await refusal(beginRecovery(world.ports, citizen, card()))).toEqual({ kind: "card_limit" });
});

test("without a gateway nothing is begun, and the refusal says so", async () => {
  smsWorks = false;
  expect(await refusal(beginRecovery(world.ports, citizen, card()))).toEqual({ kind: "sms_off" });
  expect(await stepNow()).toBe("card");
});

test("no step can be taken before the one before it", async () => {
  expect(await refusal(confirmRecoveryOtp(world.ports, citizen, "123456"))).toMatchObject({ at: "card" });
  expect(await refusal(resendRecoveryOtp(world.ports, citizen, ""))).toMatchObject({ at: "card" });
  expect(await refusal(chooseRecoveryPin(world.ports, citizen, newPin))).toMatchObject({ at: "card" });
  expect(await refusal(finish(newPin))).toMatchObject({ at: "card" });
  await begin();
  expect(await refusal(chooseRecoveryPin(world.ports, citizen, newPin))).toMatchObject({ at: "otp" });
});

test("another OTP can be asked for after a minute; it replaces the first and keeps the count of wrong ones", async () => {
  await begin();
  const first = await lastOtp();
  const wrong = first === "000000" ? "000001" : "000000";
  for (let left = 4; left >= 1; left -= 1) {
    expect(await refusal(confirmRecoveryOtp(world.ports, citizen, wrong))).toEqual({
      kind: "otp_wrong",
      left,
    });
  }
  expect(await refusal(resendRecoveryOtp(world.ports, citizen, ""))).toMatchObject({ kind: "otp_wait" });
  world.clock.pass(60);
  await granted(resendRecoveryOtp(world.ports, citizen, ""));
  const second = await lastOtp();
  expect(second).not.toBe(first);
  expect(await refusal(confirmRecoveryOtp(world.ports, citizen, first))).toMatchObject({
    kind: "otp_closed",
  });
});

test("what was proven is forgotten when the walk stops for a quarter of an hour", async () => {
  await walkToPin();
  world.clock.pass(recoveryPauseMinutes * 60);
  expect(await stepNow()).toBe("pin");
  world.clock.pass(1);
  expect(await refusal(chooseRecoveryPin(world.ports, citizen, newPin))).toMatchObject({ at: "card" });
  expect(await stepNow()).toBe("card");
  const kept = await superuser`select sealed, outcome from registration
    where line_user_id = ${citizen.lineUserId} and kind = 'recovery' and ended_at is not null`;
  expect([...kept]).toEqual([{ sealed: null, outcome: "outdated" }]);
});

test("a weak PIN is refused, and one typed differently the second time is chosen anew", async () => {
  await walkToPin();
  expect(await refusal(chooseRecoveryPin(world.ports, citizen, "050398"))).toEqual({
    kind: "pin_birth_date",
  });
  const phone = me.phone.slice(-6);
  expect(await refusal(chooseRecoveryPin(world.ports, citizen, phone))).toMatchObject({ kind: "pin_phone" });
  await granted(chooseRecoveryPin(world.ports, citizen, newPin));
  expect(await refusal(finish("602830"))).toEqual({ kind: "pin_not_same" });
  expect(await stepNow()).toBe("pin");
});

test("PINs are chosen forty times an hour and no more", async () => {
  await walkToPin();
  for (let chosen = 0; chosen < limits.pinChoices.most; chosen += 1) {
    await chooseRecoveryPin(world.ports, citizen, newPin);
  }
  expect(await refusal(chooseRecoveryPin(world.ports, citizen, newPin))).toEqual({ kind: "pin_limit" });
});

test("the second PIN sent twenty times at once sets it once", async () => {
  await walkToPin();
  await granted(chooseRecoveryPin(world.ports, citizen, newPin));
  const results = await Promise.all(Array.from({ length: 20 }, () => finish(newPin)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await told("pin_changed")).toEqual(["line", "sms"]);
});
