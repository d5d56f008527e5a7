import fc from "fast-check";
import { expect, test } from "vitest";
import { completeCitizenId } from "../kernel/citizen-id.ts";
import type { PersonName } from "../kernel/person-name.ts";
import type { Phone } from "../kernel/phone.ts";
import {
  finishRegistration,
  noRegistrationAnswers,
  register,
  registrationStep,
  registrationSteps,
  registrationStepsLeft,
  registrationWalk,
  type RegistrationAnswers,
  type RegistrationEvent,
} from "./registration.ts";
import { checkStep, stepBefore } from "./step-walk.ts";

const walkThrough: readonly RegistrationEvent[] = [
  { kind: "consented", version: "2569-11" },
  { kind: "numbered", citizenId: completeCitizenId("123456789012") },
  { kind: "named", firstName: "สมหญิง" as PersonName, lastName: "ใจดี" as PersonName },
  { kind: "card_checked", birth: { yearBe: 2502, month: 11, day: null }, card: "normal" },
  { kind: "pin_chosen", pin: { pinId: "p1", hash: "h1" } },
  { kind: "pin_repeated" },
  { kind: "phone_given", phone: "+66812345678" as Phone },
  { kind: "otp_sent", otpId: "o1" },
];

const others: readonly RegistrationEvent[] = [
  { kind: "numbered", citizenId: completeCitizenId("123456789013") },
  { kind: "named", firstName: "สมชาย" as PersonName, lastName: "ใจดี" as PersonName },
  { kind: "card_checked", birth: { yearBe: 2503, month: null, day: null }, card: "unavailable" },
  { kind: "pin_chosen", pin: { pinId: "p2", hash: "h2" } },
  { kind: "pin_dropped" },
  { kind: "phone_given", phone: "+66898765432" as Phone },
  { kind: "otp_sent", otpId: "o2" },
];

function after(events: readonly RegistrationEvent[], start = noRegistrationAnswers): RegistrationAnswers {
  return events.reduce((answers, event) => {
    const next = register(answers, event);
    if (!next.ok) throw new Error(`${event.kind} refused at ${next.refusal.at}`);
    return next.value;
  }, start);
}

const whole = after(walkThrough);

test("walks the nine screens in order, one answer each", () => {
  const steps = walkThrough.map((_, taken) => registrationStep(after(walkThrough.slice(0, taken))));
  expect([...steps, registrationStep(whole)]).toEqual(registrationSteps);
  expect(walkThrough.map((_, taken) => registrationStepsLeft(after(walkThrough.slice(0, taken))))).toEqual([
    9, 8, 7, 6, 5, 4, 3, 2,
  ]);
  expect(registrationStepsLeft(whole)).toBe(1);
});

test("ends only with the OTP's step, with nothing missing", () => {
  const finished = finishRegistration(whole);
  expect(finished.ok && Object.values(finished.value)).not.toContain(null);
  walkThrough.forEach((_, taken) => {
    expect(finishRegistration(after(walkThrough.slice(0, taken)))).toEqual({
      ok: false,
      refusal: { kind: "step_out_of_order", at: registrationSteps[taken] },
    });
  });
});

test("refuses every answer out of order and names the step to take", () => {
  walkThrough.forEach((_, taken) => {
    const answers = after(walkThrough.slice(0, taken));
    for (const event of walkThrough.slice(taken + 1)) {
      expect(register(answers, event), event.kind).toEqual({
        ok: false,
        refusal: { kind: "step_out_of_order", at: registrationSteps[taken] },
      });
    }
  });
});

test("keeps everything when an earlier step is answered the same again", () => {
  for (const event of walkThrough.filter(({ kind }) => kind !== "pin_chosen")) {
    expect(after([event], whole), event.kind).toEqual(whole);
  }
});

test.each([
  ["numbered", "birth", { card: null, pin: null, isPinRepeated: false }],
  ["named", "birth", { card: null }],
  ["card_checked", "pin", { pin: null, isPinRepeated: false }],
  ["pin_chosen", "pin_again", { isPinRepeated: false }],
  ["pin_dropped", "pin", { pin: null, isPinRepeated: false }],
  ["phone_given", "review", {}],
] as const)("after a changed %s goes on at %s, keeping all that still holds", (kind, step, lost) => {
  const changed = others.find((event) => event.kind === kind) as RegistrationEvent;
  const answers = after([changed], whole);
  const given = Object.fromEntries(Object.entries(changed).filter(([name]) => name !== "kind"));
  expect(registrationStep(answers)).toBe(step);
  expect(answers).toEqual({ ...whole, ...lost, ...given, otpId: null });
});

test("opens every step already reached, and the way back from it", () => {
  expect(registrationSteps.every((step) => checkStep(registrationWalk, whole, step).ok)).toBe(true);
  expect(checkStep(registrationWalk, noRegistrationAnswers, "consent").ok).toBe(true);
  expect(checkStep(registrationWalk, noRegistrationAnswers, "number").ok).toBe(false);
  expect(stepBefore(registrationSteps, "number")).toBe("consent");
  expect(stepBefore(registrationSteps, "consent")).toBeNull();
});

test("holds its promises through any order of events", () => {
  const events = fc.array(fc.constantFrom(...walkThrough, ...others), { maxLength: 60 });
  fc.assert(
    fc.property(events, (sequence) => {
      let answers = noRegistrationAnswers;
      for (const event of sequence) {
        const before = answers;
        const next = register(before, event);
        if (!next.ok) expect(next.refusal.at).toBe(registrationStep(before));
        else answers = next.value;
        const sameBirth = JSON.stringify(answers.birth) === JSON.stringify(before.birth);
        const pinSurvives = answers.pin !== null && answers.pin === before.pin;
        if (pinSurvives) expect([answers.citizenId, sameBirth]).toEqual([before.citizenId, true]);
        if (answers.isPinRepeated) expect(answers.pin).not.toBeNull();
        if (answers.otpId !== null) expect(registrationStep(answers)).toBe("otp");
        expect(JSON.parse(JSON.stringify(answers))).toEqual(answers);
      }
    }),
    { numRuns: 1000 },
  );
});
