import fc from "fast-check";
import { expect, test } from "vitest";
import {
  freshPinTries,
  isPinDisabled,
  reservePinTry,
  settleRightPin,
  settleWrongPin,
  wrongBeforeDisabled,
  type PinTries,
} from "./pin-throttle.ts";

const start = new Date("2026-11-21T01:00:00Z").getTime();
const at = (seconds: number) => new Date(start + seconds * 1000);

function guessWrong(tries: PinTries, now: Date) {
  const reserved = reservePinTry(tries, now);
  if (!reserved.ok) throw new Error(reserved.refusal.kind);
  return settleWrongPin(reserved.value, now);
}

test("lets four wrong tries pass, then delays 30 seconds, doubling, and disables at the tenth", () => {
  let tries = freshPinTries;
  let now = at(0);
  const said = Array.from({ length: wrongBeforeDisabled }, () => {
    const settled = guessWrong(tries, now);
    const { refusal } = settled;
    const wait = refusal.kind === "pin_wrong" && refusal.until ? refusal.until.getTime() - now.getTime() : 0;
    tries = settled.tries;
    now = new Date(now.getTime() + wait);
    return refusal.kind === "pin_wrong" ? [refusal.left, wait / 1000] : [refusal.kind];
  });
  expect(said).toEqual([
    [9, 0],
    [8, 0],
    [7, 0],
    [6, 0],
    [5, 30],
    [4, 60],
    [3, 120],
    [2, 240],
    [1, 480],
    ["pin_disabled"],
  ]);
  expect(reservePinTry(tries, at(10_000_000))).toEqual({ ok: false, refusal: { kind: "pin_disabled" } });
});

test("refuses a try before the delay is over and says until when", () => {
  const tries = { wrong: 5, nextTryAt: at(30), disabledAt: null };
  expect(reservePinTry(tries, at(29))).toEqual({ ok: false, refusal: { kind: "pin_wait", until: at(30) } });
  expect(reservePinTry(tries, at(30)).ok).toBe(true);
});

test("starts over after a right PIN, but not once disabled", () => {
  const reserved = reservePinTry({ wrong: 8, nextTryAt: null, disabledAt: null }, at(0));
  expect(reserved.ok && settleRightPin(reserved.value)).toEqual({ ok: true, value: freshPinTries });
  expect(settleRightPin({ wrong: 10, nextTryAt: null, disabledAt: at(0) }).ok).toBe(false);
});

test("never grants more than ten hashes between two right answers, however tries overlap", () => {
  const move = fc.record({
    does: fc.constantFrom("reserve", "wrong"),
    later: fc.integer({ min: 0, max: 4000 }),
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 200 }), (moves) => {
      let tries = freshPinTries;
      let [granted, underWay, seconds] = [0, 0, 0];
      for (const { does, later } of moves) {
        seconds += later;
        const reserved = does === "reserve" ? reservePinTry(tries, at(seconds)) : null;
        if (reserved?.ok) {
          tries = reserved.value;
          granted += 1;
          underWay += 1;
        } else if (does === "wrong" && underWay > 0) {
          tries = settleWrongPin(tries, at(seconds)).tries;
          underWay -= 1;
        }
        expect(granted).toBeLessThanOrEqual(wrongBeforeDisabled);
      }
      if (granted === wrongBeforeDisabled) expect(isPinDisabled(tries)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("grants at most five of a thousand tries sent at once", () => {
  let tries = freshPinTries;
  const granted = Array.from({ length: 1000 }, () => {
    const reserved = reservePinTry(tries, at(0));
    if (reserved.ok) tries = reserved.value;
    return reserved.ok;
  });
  expect(granted.filter(Boolean)).toHaveLength(5);
});
