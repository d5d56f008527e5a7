import fc from "fast-check";
import { expect, test } from "vitest";
import {
  afterRightOtp,
  afterWrongOtp,
  checkOpen,
  noOtpTries,
  otpTriesLeft,
  type OtpTries,
} from "./otp-throttle.ts";

const start = new Date("2026-11-21T01:00:00Z");
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
const day = 24 * 60;

function wrongTimes(count: number, tries: OtpTries, now: Date): OtpTries {
  return Array.from({ length: count }).reduce<OtpTries>((state) => afterWrongOtp(state, now), tries);
}

test("closes the purpose for 30 minutes at the fifth wrong answer", () => {
  const four = wrongTimes(4, noOtpTries(start), start);
  expect(checkOpen(four, start).ok).toBe(true);
  expect(otpTriesLeft(four, start)).toBe(1);
  const five = afterWrongOtp(four, start);
  expect(checkOpen(five, minutes(29))).toEqual({
    ok: false,
    refusal: { kind: "otp_closed", until: minutes(30) },
  });
  expect(checkOpen(five, minutes(30)).ok).toBe(true);
  expect(otpTriesLeft(five, minutes(30))).toBe(5);
});

test("closes it for 24 hours at the tenth within a day", () => {
  const five = wrongTimes(5, noOtpTries(start), start);
  const ten = wrongTimes(5, five, minutes(40));
  expect(checkOpen(ten, minutes(40 + day - 1)).ok).toBe(false);
  expect(checkOpen(ten, minutes(40 + day)).ok).toBe(true);
});

test("counts on through a right answer: the row starts over, the day does not", () => {
  const tries = afterRightOtp(wrongTimes(4, noOtpTries(start), start));
  expect(otpTriesLeft(tries, start)).toBe(5);
  const nine = wrongTimes(5, tries, minutes(1));
  expect(checkOpen(afterWrongOtp(nine, minutes(31)), minutes(31 + day - 1)).ok).toBe(false);
});

test("never lets more than ten wrong answers through in any 24 hours, nor five in any 30 minutes", () => {
  const pauses = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 150 });
  fc.assert(
    fc.property(pauses, (waits) => {
      let [tries, clock] = [noOtpTries(start), 0];
      const guesses: number[] = [];
      for (const wait of waits) {
        clock += wait;
        if (!checkOpen(tries, minutes(clock)).ok) continue;
        tries = afterWrongOtp(tries, minutes(clock));
        guesses.push(clock);
      }
      expect(mostWithin(day, guesses)).toBeLessThanOrEqual(10);
      expect(mostWithin(30, guesses)).toBeLessThanOrEqual(5);
    }),
    { numRuns: 300 },
  );
});

function mostWithin(span: number, guesses: readonly number[]): number {
  return Math.max(0, ...guesses.map((from) => guesses.filter((at) => at >= from && at < from + span).length));
}
