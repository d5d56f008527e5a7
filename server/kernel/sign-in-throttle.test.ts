import { expect, test } from "vitest";
import {
  freshSignInTries,
  giveBackTry,
  reserveSignInTry,
  settleWrongTry,
  wrongBeforeDelay,
  wrongBeforeLock,
  type SignInTries,
} from "./sign-in-throttle.ts";

const start = new Date("2026-11-21T03:00:00Z");
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);

function wrongOnes(count: number): { tries: SignInTries; waited: number[] } {
  let [tries, now] = [freshSignInTries, start];
  const waited: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const reserved = reserveSignInTry(tries, now);
    if (!reserved.ok) throw new Error(reserved.refusal.kind);
    tries = settleWrongTry(reserved.value, now);
    const wait = tries.nextTryAt === null ? 0 : tries.nextTryAt.getTime() - now.getTime();
    if (wait > 0) waited.push(wait / 1000);
    now = new Date(now.getTime() + wait);
  }
  return { tries, waited };
}

test("the first nine wrong tries cost nothing, then each wait is twice the last, and the fifteenth locks", () => {
  const { tries, waited } = wrongOnes(wrongBeforeLock);
  expect(waited).toEqual([30, 60, 120, 240, 480]);
  expect(tries.lockedAt).not.toBeNull();
  expect(reserveSignInTry(tries, after(10 * 86_400))).toEqual({
    ok: false,
    refusal: { kind: "account_locked" },
  });
});

test("of tries sent at once ten are taken and no more", () => {
  let tries = freshSignInTries;
  let taken = 0;
  for (let at = 0; at < 50; at += 1) {
    const reserved = reserveSignInTry(tries, start);
    if (!reserved.ok) continue;
    [tries, taken] = [reserved.value, taken + 1];
  }
  expect(taken).toBe(wrongBeforeDelay);
  expect(reserveSignInTry(tries, after(29)).ok).toBe(false);
  expect(reserveSignInTry(tries, after(30)).ok).toBe(true);
});

test("a right password gives its own try back, and forgives no other", () => {
  const { tries } = wrongOnes(5);
  const reserved = reserveSignInTry(tries, start);
  if (!reserved.ok) throw new Error("refused");
  expect(giveBackTry(reserved.value)).toEqual({ wrong: 5, nextTryAt: null, lockedAt: null });
});

test("an account locked meanwhile stays locked, whatever is answered", () => {
  const locked = { wrong: 15, nextTryAt: null, lockedAt: start };
  expect(giveBackTry(locked)).toEqual(locked);
  expect(settleWrongTry(locked, after(5))).toEqual(locked);
});

test("tries that were reserved and never answered lock the account too", () => {
  expect(reserveSignInTry({ ...freshSignInTries, wrong: wrongBeforeLock }, start).ok).toBe(false);
});
