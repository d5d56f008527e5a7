import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { askFor, startCompanionBench, type CompanionBench } from "../../../tests/support/companions.ts";
import { granted, refusal, registered, somebody } from "../../../tests/support/people.ts";
import { makeUnchecked, sentOf } from "../../../tests/support/sent-notices.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { answerDelegation } from "./answer-delegation.ts";
import { askCompanion } from "./ask-companion.ts";
import { confirmCompanion } from "./confirm-companion.ts";
import { endDelegation } from "./end-delegation.ts";
import { seeCompanions } from "./see-companions.ts";
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

test("the asker's page and its SMS are the same for a number known, unknown, and known with another phone", async () => {
  const known = somebody();
  await registered(bench.ports, known);
  const seen: unknown[] = [];
  for (const whom of [known, somebody(), { ...known, phone: somebody().phone }]) {
    bench.world.clock.pass(61);
    asker = await registered(bench.ports);
    const delegationId = await bench.ask(asker, whom);
    const { view, otp } = await granted(seeDelegation(bench.ports, asker, { delegationId, side: "asker" }));
    const sms = await bench.superuser`
      select count(*)::int from notice where kind = 'otp_sms' and line_user_id = ${asker.lineUserId}
        and refs ->> 'otpId' in (select id::text from otp where subject_id = ${delegationId})`;
    const { id, maskedCitizenId, maskedPhone, ...same } = view;
    expect([id, maskedCitizenId, maskedPhone].every(Boolean)).toBe(true);
    seen.push(JSON.stringify([{ ...same, answerUntil: null, untilDay: null }, otp !== null, sms]));
  }
  expect(new Set(seen).size).toBe(1);
});

test.each([
  ["a number a digit short", { citizenIdText: "123456789012" }, "citizen_id_length"],
  ["a letter O for a zero", { citizenIdText: "1O00000000001" }, "citizen_id_not_digits"],
  ["a landline", { phoneText: "021234567" }, "phone_length"],
  ["a service that is not offered", { services: ["PG9999999"] }, "companion_services_none"],
  ["no service at all", { services: [] }, "companion_services_none"],
  ["vouching for who can answer", { vouched: { birth: null, inCare: false } }, "companion_may_answer"],
  [
    "vouching without a relation",
    { relation: "none", vouched: { birth: null, inCare: true } },
    "companion_relation_missing",
  ],
] as const)("refuses %s", async (_, more, kind) => {
  const refused = await refusal(askCompanion(bench.ports, asker, askFor(bench.ports, somebody(), more)));
  expect(refused.kind).toBe(kind);
});

test("refuses oneself, and the asker's own phone as a grown-up's", async () => {
  const me = somebody();
  asker = await registered(bench.ports, me);
  const own = askFor(bench.ports, { citizenId: me.citizenId, phone: somebody().phone });
  expect((await refusal(askCompanion(bench.ports, asker, own))).kind).toBe("companion_is_self");
  const mine = askFor(bench.ports, { ...somebody(), phone: me.phone });
  expect((await refusal(askCompanion(bench.ports, asker, mine))).kind).toBe("companion_phone_own");
});

test("refuses a session that is not unlocked, for asking and for saying yes", async () => {
  const locked = { ...asker, unlocked: false };
  const refused = await refusal(askCompanion(bench.ports, locked, askFor(bench.ports, somebody())));
  expect(refused.kind).toBe("session_locked");
  const typist = somebody();
  const represented = await registered(bench.ports, typist);
  const delegationId = await bench.ask(asker, typist);
  const no = answerDelegation(
    bench.ports,
    { ...represented, unlocked: false },
    { delegationId, answer: "agreed" },
  );
  expect((await refusal(no)).kind).toBe("session_locked");
});

test("a child or a person in care, vouched for by relation, waits for a clerk and sends no SMS", async () => {
  const child = { yearBe: 2560, month: 5, day: 1 };
  const me = somebody();
  asker = await registered(bench.ports, me);
  const delegationId = await bench.ask(
    asker,
    { ...somebody(), phone: me.phone },
    { relation: "mother", vouched: { birth: child, inCare: false } },
  );
  expect(await bench.view(asker, delegationId)).toMatchObject({ state: "waiting_clerk", isVouched: true });
  const [sms] = await bench.superuser`select count(*)::int from otp where subject_id = ${delegationId}`;
  expect(sms).toEqual({ count: 0 });
  const refused = await refusal(confirmCompanion(bench.ports, asker, { delegationId, otpText: "123456" }));
  expect(refused).toEqual({ kind: "delegation_move_refused", state: "waiting_clerk" });
});

test("somebody vouched for who has an account is told, and may refuse", async () => {
  const typist = somebody();
  const represented = await registered(bench.ports, typist);
  const delegationId = await bench.ask(asker, typist, {
    relation: "caregiver",
    vouched: { birth: null, inCare: true },
  });
  expect(await bench.told(asker, delegationId)).toEqual(["companion_asked line represented"]);
  await granted(answerDelegation(bench.ports, represented, { delegationId, answer: "refused" }));
  expect((await bench.view(asker, delegationId)).state).toBe("refused");
});

test("an account of the web that nobody checked is told of nobody who asks, neither in its LINE nor on its phone", async () => {
  const typist = somebody();
  const represented = await registered(bench.ports, typist);
  const ask = async (phone: string) => {
    bench.world.clock.pass(61);
    return bench.ask(await registered(bench.ports), { ...typist, phone });
  };
  const told = async (delegationId: string) =>
    (await sentOf(bench.ports, bench.superuser, "delegationId", delegationId)).filter(
      (one) => !one.startsWith("otp_sms"),
    );
  expect(await told(await ask(typist.phone))).toEqual(["companion_asked line sent"]);
  await makeUnchecked(bench.superuser, represented.personId);
  expect(await told(await ask(typist.phone))).toEqual(["companion_asked line gone"]);
  await bench.superuser`update line_user set person_id = null where person_id = ${represented.personId}`;
  expect(await told(await ask(somebody().phone))).toEqual(["companion_asked sms gone"]);
  await bench.superuser`update person set assurance = 'photo_checked' where id = ${represented.personId}`;
  expect(await told(await ask(somebody().phone))).toEqual(["companion_asked sms sent"]);
});

test("the same form sent twenty times at once makes one delegation and one SMS", async () => {
  const input = askFor(bench.ports, somebody());
  const all = await Promise.all(
    Array.from({ length: 20 }, () => granted(askCompanion(bench.ports, asker, input))),
  );
  expect(new Set(all.map((each) => each.delegationId)).size).toBe(1);
  const sent = await bench.superuser`
    select count(*)::int from notice where kind = 'otp_sms' and line_user_id = ${asker.lineUserId}
      and refs ->> 'otpId' in (select id::text from otp where purpose = 'companion')`;
  expect(sent[0]).toEqual({ count: 1 });
});

test("asking for the same person again answers with the delegation there is", async () => {
  const whom = somebody();
  const delegationId = await bench.agreed(asker, whom);
  bench.world.clock.pass(61);
  expect(await bench.ask(asker, whom)).toBe(delegationId);
});

test("of people added at once no more than ten are kept, and one that ends makes room", async () => {
  const results = await Promise.all(
    Array.from({ length: 14 }, () =>
      askCompanion(
        bench.ports,
        asker,
        askFor(bench.ports, somebody(), { relation: "mother", vouched: { birth: null, inCare: true } }),
      ),
    ),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(10);
  const companions = await seeCompanions(bench.ports, asker);
  expect(companions.mine).toHaveLength(10);
  expect(companions.isFull).toBe(true);
  await granted(endDelegation(bench.ports, asker, { delegationId: companions.mine[0]?.id ?? "" }));
  bench.world.clock.pass(61);
  await bench.ask(asker, somebody(), { relation: "mother", vouched: { birth: null, inCare: true } });
});

test("refuses a thirty-first question of a day", async () => {
  let refused = "";
  for (let asked = 0; asked <= 30; asked += 1) {
    const input = askFor(bench.ports, somebody(), {
      relation: "mother",
      vouched: { birth: null, inCare: true },
    });
    const result = await askCompanion(bench.ports, asker, input);
    if (result.ok) await granted(endDelegation(bench.ports, asker, result.value));
    else refused = result.refusal.kind;
  }
  expect(refused).toBe("companion_asks_today");
});
