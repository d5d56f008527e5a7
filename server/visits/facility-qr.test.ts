import fc from "fast-check";
import { expect, test } from "vitest";
import { testMac } from "../../tests/support/mac.ts";
import { counterSteps } from "./counter-screen.ts";
import {
  makePrintedToken,
  makeScreenToken,
  qrKinds,
  qrNumberLimit,
  qrTokenShape,
  readToken,
  verifyToken,
  type QrKind,
  type QrToken,
} from "./facility-qr.ts";
import { secondsLeft, startOfStep, stepOf, stepSeconds } from "./screen-step.ts";
import { makeScreenShortCode } from "./short-code.ts";

const mac = testMac("qr key of the tests");
const numbers = fc.integer({ min: 0, max: qrNumberLimit - 1 });
const steps = fc.integer({ min: 58_000_000, max: 90_000_000 });
const now = new Date("2026-11-21T01:00:10Z");

const after = (step: number, seconds: number) => new Date(startOfStep(step).getTime() + seconds * 1000);

function read(text: string): QrToken {
  const token = readToken(text);
  if (!token.ok) throw new Error(`${text} is not read`);
  return token.value;
}

function verdict(text: string, kind: QrKind, at: Date): string {
  const verified = verifyToken(mac, read(text), kind, at);
  return verified.ok ? "good" : verified.refusal.kind;
}

test("reads back the number it wrote, however the token was copied", () => {
  fc.assert(
    fc.property(numbers, steps, (number, step) => {
      const text = makeScreenToken(mac, number, step);
      expect(text).toMatch(qrTokenShape);
      expect(text).toMatch(/^[0-9A-Z]{24}$/);
      expect(read(text.toLowerCase().replaceAll("0", "o").replaceAll("1", "i"))).toEqual(read(text));
      expect(read(text).number).toBe(number);
    }),
  );
});

test("takes a screen QR in its own step and the next, then calls it expired", () => {
  fc.assert(
    fc.property(numbers, steps, fc.double({ min: 0, max: 59.999, noNaN: true }), (number, step, seconds) => {
      const text = makeScreenToken(mac, number, step);
      expect(verdict(text, "screen", after(step, seconds))).toBe("good");
      expect(verdict(text, "screen", after(step, 60 + seconds))).toBe("qr_expired");
    }),
    { numRuns: 50 },
  );
});

test("refuses a screen QR replayed after 90 seconds, at any time later", () => {
  fc.assert(
    fc.property(numbers, steps, fc.integer({ min: 90, max: 40_000_000 }), (number, step, seconds) => {
      expect(verdict(makeScreenToken(mac, number, step), "screen", after(step, seconds))).not.toBe("good");
    }),
    { numRuns: 200 },
  );
});

test("takes no step that has not begun", () => {
  const text = makeScreenToken(mac, 7, stepOf(now) + 1);
  expect(verdict(text, "screen", now)).toBe("qr_forged");
});

test("takes a printed QR at any time, and never for a screen's", () => {
  const text = makePrintedToken(mac, 7);
  expect(verdict(text, "printed", now)).toBe("good");
  expect(verdict(text, "printed", new Date("2036-01-01"))).toBe("good");
  expect(verdict(text, "screen", now)).toBe("qr_forged");
  expect(verdict(makeScreenToken(mac, 7, stepOf(now)), "printed", now)).toBe("qr_forged");
});

test("refuses every token with one bit changed, signed by another key, or moved to another number", () => {
  const good = { screen: makeScreenToken(mac, 7, stepOf(now)), printed: makePrintedToken(mac, 7) };
  fc.assert(
    fc.property(fc.constantFrom(...qrKinds), fc.nat(9), fc.nat(7), numbers, (kind, at, bit, number) => {
      const token = read(good[kind]);
      const tag = Uint8Array.from(token.tag);
      tag[at] = (tag[at] ?? 0) ^ (1 << bit);
      expect(verifyToken(mac, { ...token, tag }, kind, now).ok).toBe(false);
      expect(verifyToken(mac, { ...token, number }, kind, now).ok).toBe(number === 7);
      expect(verifyToken(testMac("another key"), token, kind, now).ok).toBe(false);
    }),
  );
});

test("says of other texts that they are not ours", () => {
  const good = makePrintedToken(mac, 7);
  for (const text of ["", "0", good.slice(1), `${good}0`, `${good.slice(0, 23)}U`, "ก".repeat(24)]) {
    expect(readToken(text), text).toEqual({ ok: false, refusal: { kind: "qr_not_ours" } });
  }
});

test("counts the seconds of a step down from thirty to one", () => {
  expect(secondsLeft(after(100, 0))).toBe(30);
  expect(secondsLeft(after(100, 0.001))).toBe(30);
  expect(secondsLeft(after(100, 29.999))).toBe(1);
});

test("hands the counter this step and the next ten minutes, each good when it is shown", () => {
  const screen = counterSteps(mac, { number: 7, shortNumber: 42 }, now);
  expect(screen[0]?.step).toBe(stepOf(now));
  expect(screen.length * stepSeconds).toBeGreaterThanOrEqual(630);
  for (const { step, startsAt, token, shortCode } of screen) {
    expect(startsAt).toEqual(startOfStep(step));
    expect(verdict(token, "screen", startsAt)).toBe("good");
    expect(shortCode).toBe(makeScreenShortCode(mac, 42, step));
  }
});
