import { expect, test } from "vitest";
import { noticeStates } from "./notice.ts";
import {
  isToStaff,
  isUntold,
  reasonOfFailure,
  standingOfReceipt,
  toldThings,
  type Receipt,
} from "./receipt.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 2, minute));
const receipt = (more: Partial<Receipt> = {}): Receipt => ({
  id: "one",
  kind: "petition_completed",
  medium: "line",
  state: "sent",
  failure: null,
  queuedAt: at(0),
  settledAt: at(1),
  ...more,
});

test("the channels of one thing stand together, and what was told again stands by itself", () => {
  const told = toldThings([
    receipt({ kind: "petition_filed" }),
    receipt({ queuedAt: at(5) }),
    receipt({ queuedAt: at(5), medium: "mail" }),
    receipt({ queuedAt: at(9) }),
  ]);
  expect(told.map(({ kind, ways }) => `${kind} ${ways.map(({ medium }) => medium).join("+")}`)).toEqual([
    "petition_filed line",
    "petition_completed line+mail",
    "petition_completed line",
  ]);
});

test("every state of the outbox has a standing, and what was overtaken is no failure", () => {
  expect(noticeStates.map((state) => standingOfReceipt({ state, failure: "blocked" }))).toEqual([
    "waiting",
    "waiting",
    "sent",
    "failed",
    "unknown",
    "failed",
  ]);
  expect(standingOfReceipt({ state: "dropped", failure: "gone" })).toBe("needless");
});

test("a thing is untold once every channel failed, and not while one may still arrive", () => {
  const failed = receipt({ state: "dropped", failure: "blocked" });
  expect(isUntold({ ways: [failed, receipt({ state: "failed", failure: "mail_refused" })] })).toBe(true);
  for (const state of ["waiting", "sent", "unknown"] as const) {
    expect(isUntold({ ways: [failed, receipt({ state })] })).toBe(false);
  }
});

test("a failure says what an officer can do about it, and an unforeseen one is none of those", () => {
  expect(
    ["blocked", "no_phone", "address_refused", "died", "refused_400", null].map(reasonOfFailure),
  ).toEqual(["blocked", "no_address", "bounced", "late", "other", "other"]);
});

test("what goes to officers is told from what goes to the citizen", () => {
  expect([
    isToStaff("petition_handed"),
    isToStaff("staff_petition_due"),
    isToStaff("document_issued"),
  ]).toEqual([true, true, false]);
});
