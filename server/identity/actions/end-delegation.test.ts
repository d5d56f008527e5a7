import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startCompanionBench, type CompanionBench } from "../../../tests/support/companions.ts";
import { granted, refusal, registered, somebody } from "../../../tests/support/people.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { answerDelegation } from "./answer-delegation.ts";
import { confirmCompanion } from "./confirm-companion.ts";
import { endDelegation } from "./end-delegation.ts";
import { expireDelegations } from "./expire-delegations.ts";
import { resendCompanionOtp } from "./resend-companion-otp.ts";
import { seeDelegation } from "./see-delegation.ts";

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

test("either side ends it in one go, the other is told, and ending twice is no refusal", async () => {
  const typist = somebody();
  const represented = await registered(bench.ports, typist);
  for (const who of ["asker", "represented"] as const) {
    bench.world.clock.pass(61);
    const delegationId = await bench.agreed(asker, typist);
    const ender = who === "asker" ? asker : represented;
    await granted(endDelegation(bench.ports, ender, { delegationId }));
    await granted(endDelegation(bench.ports, ender, { delegationId }));
    const told = (await bench.told(asker, delegationId)).filter((each) => each.startsWith("companion_ended"));
    expect(told).toEqual([`companion_ended line ${who === "asker" ? "represented" : "asker"}`]);
    expect((await bench.view(asker, delegationId)).state).toBe("ended");
  }
});

test("the represented person's end of what was agreed by OTP reaches them by SMS, without LINE", async () => {
  const delegationId = await bench.agreed(asker, somebody());
  await granted(endDelegation(bench.ports, asker, { delegationId }));
  expect((await bench.told(asker, delegationId)).at(-1)).toBe("companion_ended sms represented");
});

test("somebody else finds no delegation to see, answer, confirm, resend or end", async () => {
  const typist = somebody();
  const represented = await registered(bench.ports, typist);
  const delegationId = await bench.ask(asker, typist);
  const stranger = await registered(bench.ports);
  const { ports } = bench;
  const missing = [
    seeDelegation(ports, stranger, { delegationId, side: "asker" }),
    seeDelegation(ports, stranger, { delegationId, side: "represented" }),
    seeDelegation(ports, represented, { delegationId, side: "asker" }),
    answerDelegation(ports, stranger, { delegationId, answer: "agreed" }),
    answerDelegation(ports, asker, { delegationId, answer: "agreed" }),
    confirmCompanion(ports, stranger, { delegationId, otpText: "123456" }),
    confirmCompanion(ports, represented, { delegationId, otpText: "123456" }),
    resendCompanionOtp(ports, stranger, { delegationId, address: "" }),
    endDelegation(ports, stranger, { delegationId }),
    endDelegation(ports, stranger, { delegationId: ports.random.uuid() }),
  ];
  for (const attempt of missing)
    expect((await refusal<unknown, { kind: string }>(attempt)).kind).toBe("delegation_missing");
  expect((await bench.view(asker, delegationId)).state).toBe("asked");
});

test("a question nobody answers lapses after seven days, and then can be asked anew", async () => {
  const typist = somebody();
  const represented = await registered(bench.ports, typist);
  const delegationId = await bench.ask(asker, typist);
  bench.world.clock.pass(8 * 24 * 60 * 60);
  expect((await bench.view(asker, delegationId)).state).toBe("expired");
  const late = answerDelegation(bench.ports, represented, { delegationId, answer: "agreed" });
  expect(await refusal(late)).toEqual({ kind: "delegation_move_refused", state: "expired" });
  expect(await bench.ask(asker, typist)).not.toBe(delegationId);
});

test("the sweeper ends what is over its last day, and nothing else", async () => {
  const today = await bench.agreed(asker, somebody(), { term: "one_day" });
  bench.world.clock.pass(61);
  const month = await bench.agreed(asker, somebody());
  const sweep = () => expireDelegations(bench.ports, { kind: "system", job: "test" });
  await sweep();
  expect((await bench.view(asker, today)).state).toBe("agreed");
  bench.world.clock.pass(24 * 60 * 60);
  expect(await sweep()).toBeGreaterThanOrEqual(1);
  const kept =
    await bench.superuser`select state from delegation where id in (${today}, ${month}) order by until_day`;
  expect([...kept]).toEqual([{ state: "expired" }, { state: "agreed" }]);
});

test("the database refuses an illegal move and a rewritten delegation on its own", async () => {
  const delegationId = await bench.agreed(asker, somebody());
  const back = bench.superuser`update delegation set state = 'asked' where id = ${delegationId}`;
  await expect(back).rejects.toThrow("illegal transition");
  const longer = bench.superuser`update delegation set until_day = '2099-01-01' where id = ${delegationId}`;
  await expect(longer).rejects.toThrow("never rewritten");
});

test("everything that was done stands in the audit", async () => {
  const delegationId = await bench.agreed(asker, somebody());
  await granted(endDelegation(bench.ports, asker, { delegationId }));
  const rows = await bench.superuser<{ action: string }[]>`
    select action from audit_entry where subject_id = ${delegationId} order by action`;
  expect(rows.map((row) => row.action)).toEqual([
    "delegation.agreed",
    "delegation.asked",
    "delegation.ended",
  ]);
});
