import { expect, test } from "vitest";
import {
  freshSourceTries,
  giveBackSourceTry,
  reserveSourceTry,
  settleWrongSourceTry,
  type SourceTries,
} from "./seat-throttle.ts";

const start = new Date("2026-11-20T03:00:00Z");
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);

function wrong(times: number): SourceTries {
  let tries = freshSourceTries;
  for (let at = 0; at < times; at += 1)
    tries = settleWrongSourceTry({ ...tries, wrong: tries.wrong + 1 }, start);
  return tries;
}

test("nine wrong ones are free, and from the tenth on the source waits, twice as long each time", () => {
  expect(reserveSourceTry(wrong(9), start).ok).toBe(true);
  const waits = [10, 11, 12].map((times) => wrong(times).nextTryAt);
  expect(waits).toEqual([later(30), later(60), later(120)]);
  expect(reserveSourceTry(wrong(10), later(29))).toEqual({
    ok: false,
    refusal: { kind: "sign_in_wait", until: later(30) },
  });
  expect(reserveSourceTry(wrong(10), later(30)).ok).toBe(true);
});

test("however many were wrong, nobody waits longer than an hour, and nothing locks", () => {
  expect(wrong(5_000).nextTryAt).toEqual(later(3600));
  expect(reserveSourceTry(wrong(5_000), later(3600)).ok).toBe(true);
});

test("a right password gives back its own try and no other", () => {
  const reserved = reserveSourceTry(wrong(10), later(30));
  expect(reserved.ok && giveBackSourceTry(reserved.value)).toEqual({ wrong: 10, nextTryAt: null });
});
