import { expect, test } from "vitest";
import { judgeNewKey, newKeyUntil, type KeyStanding } from "./new-key.ts";

const now = new Date("2026-11-20T03:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const live: KeyStanding = {
  holdingState: "live",
  registration: "activated",
  hasLiveKey: false,
  newKeyFrom: null,
  isLost: false,
};
const judged = (more: Partial<KeyStanding>) => {
  const result = judgeNewKey({ ...live, ...more }, now);
  return result.ok ? "may" : result.refusal.kind;
};

test("another key may be made for seven days after it was granted, and then the grant is over", () => {
  expect(judged({ newKeyFrom: daysAgo(6.99) })).toBe("may");
  const newKeyFrom = daysAgo(7);
  expect(judgeNewKey({ ...live, newKeyFrom }, now)).toEqual({
    ok: false,
    refusal: { kind: "key_grant_over", until: newKeyUntil(newKeyFrom) },
  });
  expect(judged({})).toBe("key_not_granted");
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
