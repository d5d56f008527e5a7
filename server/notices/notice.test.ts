import fc from "fast-check";
import { expect, test } from "vitest";
import { mayTravelBy, missingRefs, noticeKinds, noticeRules } from "./notice.ts";
import { nextTryAt, noticeDiesAt, pushDiesAt } from "./retry.ts";
import { dueAt, replyUntil, routeNotice } from "./router.ts";

const now = new Date("2026-11-21T05:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

test("names the references a notice lacks", () => {
  expect(missingRefs("code_issued", { personId: "p" })).toEqual(["codeId"]);
  expect(missingRefs("code_issued", { personId: "p", codeId: "c" })).toEqual([]);
  for (const kind of noticeKinds) expect(missingRefs(kind, {})).toEqual(noticeRules[kind].refs);
});

test("sends an OTP by SMS only, and never waits with it", () => {
  expect(mayTravelBy("otp_sms", "sms")).toBe(true);
  expect(mayTravelBy("otp_sms", "line")).toBe(false);
  expect(dueAt("otp_sms", new Date("2026-11-21T19:00:00Z"))).toEqual(new Date("2026-11-21T19:00:00Z"));
});

test("takes the free reply while its token lives, five seconds of its minute kept back", () => {
  const notice = { medium: "line", replyToken: "t", replyUntil: replyUntil(now) } as const;
  expect(routeNotice(notice, false, later(54.999))).toBe("reply");
  expect(routeNotice(notice, false, later(55))).toBe("push");
  expect(routeNotice({ ...notice, replyToken: null }, false, now)).toBe("push");
});

test("pushes nothing to a citizen who has blocked the account", () => {
  const notice = { medium: "line", replyToken: null, replyUntil: null } as const;
  expect(routeNotice(notice, true, now)).toBe("nowhere");
  expect(routeNotice({ ...notice, medium: "sms" }, true, now)).toBe("sms");
});

test("lets what can wait sleep until eight in the morning in Bangkok", () => {
  const due = (time: string) => dueAt("reminder", new Date(time)).toISOString();
  expect(due("2026-11-21T05:00:00.000Z")).toBe("2026-11-21T05:00:00.000Z");
  expect(due("2026-11-21T13:59:59.999Z")).toBe("2026-11-21T13:59:59.999Z");
  expect(due("2026-11-21T14:00:00.000Z")).toBe("2026-11-22T01:00:00.000Z");
  expect(due("2026-11-21T20:00:00.000Z")).toBe("2026-11-22T01:00:00.000Z");
  expect(due("2026-11-22T01:00:00.000Z")).toBe("2026-11-22T01:00:00.000Z");
});

test("tries again later and later, spread by chance, and never past the notice's death", () => {
  const chances = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  const diesAt = pushDiesAt(now);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), chances, fc.nat(90_000), (attempts, chance, seconds) => {
      const next = nextTryAt({ attempts, diesAt }, later(seconds), chance);
      if (next === null) return;
      expect(next.getTime()).toBeGreaterThan(later(seconds).getTime());
      expect(next.getTime()).toBeLessThanOrEqual(later(seconds + 901).getTime());
      expect(next.getTime()).toBeLessThan(diesAt.getTime());
    }),
  );
  const ceilings = [1, 2, 3, 20].map((attempts) =>
    nextTryAt({ attempts, diesAt }, now, 0.999_999)?.getTime(),
  );
  expect(ceilings.map((at) => Math.round(((at ?? 0) - now.getTime()) / 1000))).toEqual([3, 5, 9, 901]);
});

test("gives a push up after 24 hours, when LINE forgets its retry key", () => {
  const diesAt = pushDiesAt(now);
  expect(diesAt).toEqual(later(24 * 60 * 60));
  expect(nextTryAt({ attempts: 3, diesAt }, diesAt, 0)).toBeNull();
});

test("lets a mail wait a week for its server, everything else a day", () => {
  expect(noticeDiesAt("mail", now)).toEqual(later(7 * 24 * 60 * 60));
  expect(noticeDiesAt("line", now)).toEqual(later(24 * 60 * 60));
  expect(noticeDiesAt("sms", now)).toEqual(later(24 * 60 * 60));
});
