import fc from "fast-check";
import { expect, test } from "vitest";
import {
  finishRecovery,
  noRecoveryAnswers,
  recover,
  recoveryStep,
  recoverySteps,
  type RecoveryAnswers,
  type RecoveryEvent,
} from "./recovery.ts";

const pin = { pinId: "p1", hash: "h1" };
const walkThrough: readonly RecoveryEvent[] = [
  { kind: "card_checked", card: "normal", otpId: "o1" },
  { kind: "otp_confirmed" },
  { kind: "pin_chosen", pin },
];
const everyEvent: readonly RecoveryEvent[] = [
  ...walkThrough,
  { kind: "otp_resent", otpId: "o2" },
  { kind: "pin_dropped" },
];

function after(events: readonly RecoveryEvent[]): RecoveryAnswers {
  return events.reduce((answers, event) => {
    const next = recover(answers, event);
    if (!next.ok) throw new Error(`${event.kind} refused at ${next.refusal.at}`);
    return next.value;
  }, noRecoveryAnswers);
}

test("walks card, OTP, PIN, PIN again, and ends with the new PIN", () => {
  expect([0, 1, 2, 3].map((taken) => recoveryStep(after(walkThrough.slice(0, taken))))).toEqual(
    recoverySteps,
  );
  expect(finishRecovery(after(walkThrough))).toEqual({ ok: true, value: pin });
});

test("refuses a new PIN before card and OTP are proven", () => {
  const refused = (at: string) => ({ ok: false, refusal: { kind: "step_out_of_order", at } });
  expect(recover(noRecoveryAnswers, { kind: "pin_chosen", pin })).toEqual(refused("card"));
  expect(recover(noRecoveryAnswers, { kind: "otp_confirmed" })).toEqual(refused("card"));
  expect(recover(after(walkThrough.slice(0, 1)), { kind: "pin_chosen", pin })).toEqual(refused("otp"));
  expect(finishRecovery(after(walkThrough.slice(0, 2)))).toEqual(refused("pin"));
});

test("makes the proofs after a new card check or OTP void", () => {
  expect(recoveryStep(after([...walkThrough, { kind: "otp_resent", otpId: "o2" }]))).toBe("otp");
  expect(recoveryStep(after([...walkThrough, { kind: "card_checked", card: "normal", otpId: "o2" }]))).toBe(
    "otp",
  );
  expect(recoveryStep(after([...walkThrough, { kind: "pin_dropped" }]))).toBe("pin");
});

test("never ends without a card check, a right OTP of that check, and a PIN chosen after it", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...everyEvent), { maxLength: 30 }), (sequence) => {
      let answers = noRecoveryAnswers;
      let proven: string[] = [];
      for (const event of sequence) {
        const next = recover(answers, event);
        if (!next.ok) continue;
        answers = next.value;
        if (event.kind === "card_checked") proven = ["card"];
        if (event.kind === "otp_resent") proven = ["card"];
        if (event.kind === "otp_confirmed") proven = [...new Set([...proven, "otp"])];
        if (event.kind === "pin_chosen") proven = [...new Set([...proven, "pin"])];
        if (event.kind === "pin_dropped") proven = proven.filter((proof) => proof !== "pin");
        expect(finishRecovery(answers).ok).toBe(proven.join() === "card,otp,pin");
      }
    }),
    { numRuns: 500 },
  );
});
