import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startCompanionBench, type CompanionBench } from "../../../tests/support/companions.ts";
import { granted, refusal, registered, somebody } from "../../../tests/support/people.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { answerDelegation } from "./answer-delegation.ts";
import { confirmCompanion } from "./confirm-companion.ts";
import { resendCompanionOtp } from "./resend-companion-otp.ts";

let bench: CompanionBench;
let asker: Citizen;
beforeAll(async () => {
  bench = await startCompanionBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  bench.world.clock.pass(25 * 60 * 60);
  asker = await registered(bench.ports, somebody({ firstName: "มานี", lastName: "รักเรียน" }));
});

test("somebody the system never met agrees by the OTP sent to the phone that was typed", async () => {
  const whom = somebody();
  const delegationId = await bench.ask(asker, whom);
  expect(await bench.view(asker, delegationId)).toMatchObject({
    state: "asked",
    name: null,
    untilDay: expect.any(String),
  });
  const otpText = await bench.digits(delegationId);
  await granted(confirmCompanion(bench.ports, asker, { delegationId, otpText: `OTP: ${otpText}` }));
  expect(await bench.view(asker, delegationId)).toMatchObject({ state: "agreed", name: null });
  expect(await bench.told(asker, delegationId)).toEqual(["companion_agreed line asker"]);
});

test("a linked person agrees in their own LINE; both are told and the asker learns the name only then", async () => {
  const typist = somebody({ firstName: "ปิติ", lastName: "ดีใจ" });
  const represented = await registered(bench.ports, typist);
  const delegationId = await bench.ask(asker, typist);
  expect((await bench.view(asker, delegationId)).name).toBeNull();
  expect((await bench.view(represented, delegationId, "represented")).name).toBe("มานี รักเรียน");
  await granted(answerDelegation(bench.ports, represented, { delegationId, answer: "agreed" }));
  expect(await bench.view(asker, delegationId)).toMatchObject({ state: "agreed", name: "ปิติ ดีใจ" });
  expect(await bench.told(asker, delegationId)).toEqual([
    "companion_agreed line asker",
    "companion_agreed line represented",
    "companion_asked line represented",
  ]);
});

test("a no is told to both, and afterwards the OTP counts for nothing", async () => {
  const typist = somebody();
  const represented = await registered(bench.ports, typist);
  const delegationId = await bench.ask(asker, typist);
  await granted(answerDelegation(bench.ports, represented, { delegationId, answer: "refused" }));
  const otpText = await bench.digits(delegationId);
  const refused = await refusal(confirmCompanion(bench.ports, asker, { delegationId, otpText }));
  expect(refused).toEqual({ kind: "delegation_move_refused", state: "refused" });
  expect(await bench.told(asker, delegationId)).toEqual([
    "companion_asked line represented",
    "companion_refused line asker",
    "companion_refused line represented",
  ]);
});

test("a phone that is not the one on file gets the same SMS and never counts; the person on file is told", async () => {
  const typist = somebody();
  const represented = await registered(bench.ports, typist);
  const delegationId = await bench.ask(asker, { ...typist, phone: somebody().phone });
  const otpText = await bench.digits(delegationId);
  const refused = await refusal(confirmCompanion(bench.ports, asker, { delegationId, otpText }));
  expect(refused).toEqual({ kind: "companion_phone_differs" });
  expect((await bench.view(asker, delegationId)).state).toBe("asked");
  expect(await bench.told(asker, delegationId)).toEqual(["companion_asked line represented"]);
  await granted(answerDelegation(bench.ports, represented, { delegationId, answer: "agreed" }));
  expect((await bench.view(asker, delegationId)).state).toBe("agreed");
});

test("guessing the OTP closes the purpose across resends", async () => {
  const delegationId = await bench.ask(asker, somebody());
  const guess = () => refusal(confirmCompanion(bench.ports, asker, { delegationId, otpText: "000000" }));
  for (let wrong = 1; wrong <= 3; wrong += 1) expect((await guess()).kind).toBe("otp_wrong");
  bench.world.clock.pass(61);
  await granted(resendCompanionOtp(bench.ports, asker, { delegationId, address: "" }));
  expect((await guess()).kind).toBe("otp_wrong");
  expect((await guess()).kind).toBe("otp_closed");
  const otpText = await bench.digits(delegationId);
  const refused = await refusal(confirmCompanion(bench.ports, asker, { delegationId, otpText }));
  expect(refused.kind).toBe("otp_closed");
});

test("an expired OTP is refused and a new one agrees", async () => {
  const delegationId = await bench.ask(asker, somebody());
  const old = await bench.digits(delegationId);
  bench.world.clock.pass(5 * 60);
  const refused = await refusal(confirmCompanion(bench.ports, asker, { delegationId, otpText: old }));
  expect(refused.kind).toBe("otp_expired");
  await granted(resendCompanionOtp(bench.ports, asker, { delegationId, address: "" }));
  const otpText = await bench.digits(delegationId);
  await granted(confirmCompanion(bench.ports, asker, { delegationId, otpText }));
  await granted(confirmCompanion(bench.ports, asker, { delegationId, otpText }));
});

test("an OTP of one question says nothing about another", async () => {
  const first = await bench.ask(asker, somebody());
  const otpText = await bench.digits(first);
  bench.world.clock.pass(61);
  const second = await bench.ask(asker, somebody());
  const refused = await refusal(confirmCompanion(bench.ports, asker, { delegationId: second, otpText }));
  expect(refused.kind).toBe("otp_wrong");
});

test("the same yes at once is one yes, and a no after it is refused", async () => {
  const typist = somebody();
  const represented = await registered(bench.ports, typist);
  const delegationId = await bench.ask(asker, typist);
  const yes = () => granted(answerDelegation(bench.ports, represented, { delegationId, answer: "agreed" }));
  await Promise.all([yes(), yes(), yes()]);
  const told = (await bench.told(asker, delegationId)).filter(
    (each) => each === "companion_agreed line asker",
  );
  expect(told).toHaveLength(1);
  const no = await refusal(answerDelegation(bench.ports, represented, { delegationId, answer: "refused" }));
  expect(no).toEqual({ kind: "delegation_move_refused", state: "agreed" });
});
