import { expect, test } from "vitest";
import { judgeNewKey, newKeyUntil, type KeyStanding } from "./new-key.ts";

const now = new Date("2026-11-20T03:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const live: KeyStanding = {
  holdingState: "live",
  registration: "activated",
  hasLiveKey: false,
  newKeyFrom: null,
  passwordSetAt: null,
  isLost: false,
};
const judged = (more: Partial<KeyStanding>) => {
  const result = judgeNewKey({ ...live, ...more }, now);
  return result.ok ? "may" : result.refusal.kind;
};

test("another key may be made for seven days after it was granted, and then the grant is over", () => {
  expect(judged({ newKeyFrom: daysAgo(6.99) })).toBe("may");
  expect(judged({ newKeyFrom: daysAgo(6.99), passwordSetAt: daysAgo(6) })).toBe("may");
  expect(judgeNewKey({ ...live, newKeyFrom: daysAgo(7) }, now)).toEqual({
    ok: false,
    refusal: { kind: "key_grant_over", until: now },
  });
  expect(judged({})).toBe("key_not_granted");
});

test("a password from before the grant opens the way for a day: whoever stole it has it still", () => {
  const passwordSetAt = daysAgo(30);
  expect(judged({ newKeyFrom: daysAgo(0.99), passwordSetAt })).toBe("may");
  expect(judged({ newKeyFrom: daysAgo(1), passwordSetAt })).toBe("key_grant_over");
  expect(newKeyUntil({ newKeyFrom: daysAgo(1), passwordSetAt })).toEqual(now);
});

test("the first key after an approval has no end, but a lost phone closes it until a grant", () => {
  const registration = "approved" as const;
  expect(judged({ registration })).toBe("may");
  expect(judged({ registration, isLost: true })).toBe("key_not_granted");
  expect(judged({ registration, isLost: true, newKeyFrom: daysAgo(1) })).toBe("may");
  expect(judged({ registration, isLost: true, newKeyFrom: daysAgo(8) })).toBe("key_grant_over");
});

test("nobody makes a key before the approval, or a second one", () => {
  expect(judged({ registration: "sent" })).toBe("not_approved");
  expect(judged({ holdingState: "named", newKeyFrom: daysAgo(1) })).toBe("not_approved");
  expect(judged({ hasLiveKey: true, newKeyFrom: daysAgo(1) })).toBe("has_key");
});
