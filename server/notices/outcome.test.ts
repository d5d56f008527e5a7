import { expect, test } from "vitest";
import { afterMail, afterPush, afterReply, afterSms, mayHaveReplied, type Attempted } from "./outcome.ts";

const now = new Date("2026-11-21T10:00:00+07:00");
const first: Attempted = { attempts: 1, diesAt: new Date(now.getTime() + 60 * 60_000), replyToken: "t" };
const second: Attempted = { ...first, attempts: 2 };
const reply = (notice: Attempted, said: Parameters<typeof afterReply>[1]) =>
  afterReply(notice, said, now, 0.5);

test("pushes after a dead token, unless an earlier attempt may have used it", () => {
  expect(reply(first, { kind: "reply_token_dead" })).toBe("push");
  expect(reply(second, { kind: "reply_token_dead" })).toEqual({
    state: "unknown",
    failure: "reply_token_dead",
  });
  expect(mayHaveReplied(second)).toBe(true);
  expect(mayHaveReplied({ ...second, replyToken: null })).toBe(false);
});

test("gives the token up where LINE surely took nothing, and keeps it where it may have", () => {
  for (const status of [429, 503, null]) {
    expect(reply(first, { kind: "later", status })).toMatchObject({ state: "waiting", keepsReply: false });
  }
  for (const status of [500, 502, 504]) {
    expect(reply(first, { kind: "later", status })).toMatchObject({ state: "waiting", keepsReply: true });
  }
});

test("never sends again what timed out without a retry key, and always what has one", () => {
  expect(reply(first, { kind: "unknown" })).toEqual({ state: "unknown", failure: "reply_timed_out" });
  expect(afterSms(first, { kind: "unknown" }, now, 0.5)).toMatchObject({ state: "unknown" });
  expect(afterMail(first, { kind: "unknown" }, now, 0.5)).toEqual({
    state: "unknown",
    failure: "mail_timed_out",
  });
  expect(afterPush(first, { kind: "unknown" }, now, 0.5)).toMatchObject({ state: "waiting" });
});

test("does not try again what was refused", () => {
  const refused = { kind: "refused", status: 403 } as const;
  expect(reply(first, refused)).toEqual({ state: "failed", failure: "refused_403" });
  expect(afterPush(first, refused, now, 0.5)).toEqual({ state: "failed", failure: "refused_403" });
  expect(afterSms(first, { kind: "refused" }, now, 0.5)).toEqual({ state: "failed", failure: "sms_refused" });
  expect(afterMail(first, { kind: "refused" }, now, 0.5)).toEqual({
    state: "failed",
    failure: "mail_refused",
  });
});

test("drops what would be dead before the next try", () => {
  const dying = { ...first, diesAt: new Date(now.getTime() + 500) };
  expect(afterPush(dying, { kind: "later", status: 429 }, now, 0.5)).toEqual({
    state: "dropped",
    failure: "push_429",
  });
});
