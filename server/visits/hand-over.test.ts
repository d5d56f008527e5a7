import fc from "fast-check";
import { expect, test } from "vitest";
import {
  drawHandOverNumber,
  formatHandOverNumber,
  handOverMinutes,
  handOverState,
  parseHandOverNumber,
  workEndsAt,
} from "./hand-over.ts";

const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 });

test("any eight bytes make six digits, and what is shown in groups reads back as the same number", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const number = drawHandOverNumber(random);
      expect(number).toMatch(/^\d{6}$/);
      expect(parseHandOverNumber(formatHandOverNumber(number))).toEqual({ ok: true, value: number });
    }),
  );
});

test("a number is drawn from all bytes, with its leading zeros", () => {
  expect(drawHandOverNumber(new Uint8Array([0, 0, 0, 0, 0, 0, 0, 42]))).toBe("000042");
  expect(drawHandOverNumber(new Uint8Array(8).fill(255))).toBe("551615");
});

test.each([
  ["๑๒๓ ๔๕๖", "123456"],
  ["123-456", "123456"],
])("%s is read as typed", (text, number) => {
  expect(parseHandOverNumber(text)).toEqual({ ok: true, value: number });
});

test.each([
  ["", { kind: "hand_over_empty" }],
  ["12345", { kind: "hand_over_length", digits: 5 }],
  ["1234567", { kind: "hand_over_length", digits: 7 }],
  ["12345O", { kind: "hand_over_not_digits", seen: "O" }],
])("%j is refused with what is wrong", (text, refusal) => {
  expect(parseHandOverNumber(text)).toEqual({ ok: false, refusal });
});

const madeAt = new Date("2026-11-21T02:00:00Z");
const after = (minutes: number) => new Date(madeAt.getTime() + minutes * 60_000);
const fresh = { diesAt: after(handOverMinutes), takenAt: null, visitId: null, endedAt: null };

test("a number waits fifteen minutes; taken in time, the clerk has an hour", () => {
  expect(handOverState(fresh, after(handOverMinutes - 1))).toBe("waiting");
  expect(handOverState(fresh, after(handOverMinutes))).toBe("over");
  const taken = { ...fresh, takenAt: after(14) };
  expect(handOverState(taken, after(60))).toBe("taken");
  expect(handOverState(taken, workEndsAt(after(14)))).toBe("over");
});

test("one that ended with a visit is done, one that ended without is over", () => {
  const ended = { ...fresh, takenAt: after(1), endedAt: after(2) };
  expect(handOverState({ ...ended, visitId: "v" }, after(3))).toBe("done");
  expect(handOverState(ended, after(3))).toBe("over");
});
