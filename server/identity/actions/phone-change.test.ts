import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startCompanionBench, type CompanionBench } from "../../../tests/support/companions.ts";
import { granted, refusal, registered, somebody, type Typist } from "../../../tests/support/people.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { parsePhone } from "../../kernel/phone.ts";
import { isPhoneOnFile } from "../store/phone.ts";
import { proveNewPhone } from "./prove-new-phone.ts";
import { proveOldPhone } from "./prove-old-phone.ts";
import { resendPhoneOtp } from "./resend-phone-otp.ts";
import { seePhoneChange } from "./see-phone-change.ts";
import { startPhoneChange } from "./start-phone-change.ts";

let bench: CompanionBench;
let me: Typist;
let citizen: Citizen;
const address = "203.0.113.1";
beforeAll(async () => {
  bench = await startCompanionBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  bench.world.clock.pass(25 * 60 * 60);
  me = somebody();
  citizen = await registered(bench.ports, me);
});

const start = (phoneText: string, proof = me.pin) =>
  startPhoneChange(bench.ports, citizen, { phoneText, proof, address });

async function isOnFile(text: string): Promise<boolean> {
  const phone = parsePhone(text);
  if (!phone.ok) throw new Error("no phone");
  return bench.ports.db.as(citizen, (tx) => isPhoneOnFile(bench.ports, tx, citizen.personId, phone.value));
}

/** Starts a change and proves the new phone. */
async function halfway(phoneText: string): Promise<string> {
  const { changeId } = await granted(start(phoneText));
  const otpText = await bench.digits(changeId, "phone_new");
  await granted(proveNewPhone(bench.ports, citizen, { changeId, otpText, address }));
  return changeId;
}

test("the new phone takes the old one's place after the PIN and an OTP on both; chat and old phone are told", async () => {
  const { phone } = somebody();
  const changeId = await halfway(phone);
  expect(await isOnFile(me.phone)).toBe(true);
  const otpText = await bench.digits(changeId, "phone_old");
  await granted(proveOldPhone(bench.ports, citizen, { changeId, otpText }));
  expect(await isOnFile(phone)).toBe(true);
  const told = await bench.superuser<{ medium: string; refs: { otpId?: string } }[]>`
    select medium, refs from notice where kind = 'phone_changed' and person_id = ${citizen.personId} order by medium`;
  expect(told.map((each) => each.medium)).toEqual(["line", "sms"]);
  const [old] = await bench.superuser`
    select purpose, subject_id from otp where id = ${told[1]?.refs.otpId ?? ""}`;
  expect(old).toEqual({ purpose: "phone_old", subject_id: changeId });
  const again = await refusal(proveOldPhone(bench.ports, citizen, { changeId, otpText }));
  expect(again.kind).toBe("phone_change_over");
});

test("the old phone's OTP counts for nothing before the new phone is proven", async () => {
  const { changeId } = await granted(start(somebody().phone));
  const refused = await refusal(proveOldPhone(bench.ports, citizen, { changeId, otpText: "123456" }));
  expect(refused.kind).toBe("phone_change_over");
  expect((await granted(seePhoneChange(bench.ports, citizen, { changeId }))).step).toBe("phone_new");
});

test("a wrong OTP on either phone changes nothing", async () => {
  const { phone } = somebody();
  const changeId = await halfway(phone);
  const refused = await refusal(proveOldPhone(bench.ports, citizen, { changeId, otpText: "000000" }));
  expect(refused).toMatchObject({ kind: "otp_wrong", left: 4 });
  expect(await isOnFile(phone)).toBe(false);
});

test.each([
  ["what is no mobile", () => start("021234567"), "phone_length"],
  ["the phone on file", () => start(me.phone), "phone_same_as_before"],
  ["a wrong PIN", () => start(somebody().phone, "200001"), "pin_wrong"],
  ["a phone that ends in the PIN", () => start(`0812${me.pin}`), "phone_is_pin"],
])("refuses %s and sends nothing", async (_, attempt, kind) => {
  expect((await refusal(attempt())).kind).toBe(kind);
  const [sent] = await bench.superuser`
    select count(*)::int from otp where purpose = 'phone_new' and line_user_id = ${citizen.lineUserId}`;
  expect(sent).toEqual({ count: 0 });
});

test("a change left for fifteen minutes is over", async () => {
  const changeId = await halfway(somebody().phone);
  bench.world.clock.pass(15 * 60 + 1);
  const refused = await refusal(seePhoneChange(bench.ports, citizen, { changeId }));
  expect(refused.kind).toBe("phone_change_over");
});

test("the OTP of the step can be sent again after a minute", async () => {
  const changeId = await halfway(somebody().phone);
  expect((await refusal(resendPhoneOtp(bench.ports, citizen, { changeId, address }))).kind).toBe("otp_wait");
  bench.world.clock.pass(61);
  await granted(resendPhoneOtp(bench.ports, citizen, { changeId, address }));
  const otpText = await bench.digits(changeId, "phone_old");
  await granted(proveOldPhone(bench.ports, citizen, { changeId, otpText }));
});

test("somebody else finds no change to see, prove or resend", async () => {
  const changeId = await halfway(somebody().phone);
  const stranger = await registered(bench.ports);
  const attempts = [
    seePhoneChange(bench.ports, stranger, { changeId }),
    proveNewPhone(bench.ports, stranger, { changeId, otpText: "123456", address }),
    proveOldPhone(bench.ports, stranger, { changeId, otpText: await bench.digits(changeId, "phone_old") }),
    resendPhoneOtp(bench.ports, stranger, { changeId, address }),
  ];
  for (const attempt of attempts) {
    expect((await refusal<unknown, { kind: string }>(attempt)).kind).toBe("phone_change_over");
  }
});
