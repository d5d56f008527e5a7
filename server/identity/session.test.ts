import fc from "fast-check";
import { expect, test } from "vitest";
import { sessionLifeSeconds, sessionState, unlockedIdleSeconds, type SessionRow } from "./session.ts";

const signedInAt = new Date("2026-11-21T01:00:00Z");
const at = (seconds: number) => new Date(signedInAt.getTime() + seconds * 1000);
const fresh: SessionRow = { signedInAt, unlockedAt: null, lastUsedAt: signedInAt, endedAt: null };
const unlocked = (usedAt: number): SessionRow => ({
  ...fresh,
  unlockedAt: signedInAt,
  lastUsedAt: at(usedAt),
});

test("is signed in for twelve hours", () => {
  expect(sessionState(fresh, at(sessionLifeSeconds - 1)).level).toBe("signed_in");
  expect(sessionState(fresh, at(sessionLifeSeconds)).level).toBe("ended");
});

test("stays unlocked while used, and falls back to signed in after fifteen minutes without", () => {
  expect(sessionState(unlocked(100), at(100 + unlockedIdleSeconds - 1)).level).toBe("unlocked");
  expect(sessionState(unlocked(100), at(100 + unlockedIdleSeconds)).level).toBe("signed_in");
});

test("is never unlocked past the twelve hours, however much it is used", () => {
  const used = unlocked(sessionLifeSeconds - 1);
  expect(sessionState(used, at(sessionLifeSeconds - 1)).endsAt).toEqual(at(sessionLifeSeconds));
  expect(sessionState(used, at(sessionLifeSeconds)).level).toBe("ended");
});

test("is over the moment it is ended", () => {
  expect(sessionState({ ...unlocked(0), endedAt: at(5) }, at(5)).level).toBe("ended");
});

test("writes its use at most once a minute", () => {
  expect(sessionState(unlocked(0), at(59)).writesUse).toBe(false);
  expect(sessionState(unlocked(0), at(60)).writesUse).toBe(true);
});

test("ends its level exactly when it says", () => {
  const times = fc.integer({ min: 0, max: sessionLifeSeconds + 100 });
  fc.assert(
    fc.property(times, times, (used, now) => {
      fc.pre(used <= now);
      const row = unlocked(used);
      const { level, endsAt } = sessionState(row, at(now));
      fc.pre(level !== "ended");
      expect(sessionState(row, new Date(endsAt.getTime() - 1)).level).toBe(level);
      expect(sessionState(row, endsAt).level).not.toBe(level);
    }),
  );
});
