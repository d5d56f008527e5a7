import { expect, test } from "vitest";
import { addDays, type BangkokDay } from "../kernel/thai-date.ts";
import {
  askedLifeDays,
  checkNewCompanion,
  checkVouching,
  delegationMovers,
  delegationState,
  delegationStates,
  endOfTerm,
  mayAskFor,
  moveDelegation,
  relations,
  type Delegation,
} from "./companion.ts";

const today = "2026-11-21" as BangkokDay;
const agreed: Delegation = {
  state: "agreed",
  services: null,
  untilDay: endOfTerm("one_year", today),
  askedDay: today,
};
const birth = (yearBe: number) => ({ yearBe, month: 6, day: 1 });

test("moves along these lines only", () => {
  const moves = delegationStates.flatMap((state) =>
    delegationStates.flatMap((to) =>
      delegationMovers
        .filter((mover) => moveDelegation({ ...agreed, state }, to, mover, today).ok)
        .map((mover) => `${state} → ${to} by ${mover}`),
    ),
  );
  expect(moves).toEqual([
    "asked → waiting_clerk by asker",
    "asked → agreed by represented",
    "asked → refused by represented",
    "asked → ended by asker",
    "waiting_clerk → agreed by represented",
    "waiting_clerk → agreed by clerk",
    "waiting_clerk → refused by represented",
    "waiting_clerk → refused by clerk",
    "waiting_clerk → ended by asker",
    "agreed → ended by asker",
    "agreed → ended by represented",
  ]);
});

test("never lets the asker say yes in the other person's name", () => {
  for (const state of delegationStates) {
    expect(moveDelegation({ ...agreed, state }, "agreed", "asker", today).ok, state).toBe(false);
  }
});

test("holds through its last day and is expired after it, swept or not", () => {
  const oneDay = { ...agreed, untilDay: endOfTerm("one_day", today) };
  expect(mayAskFor(oneDay, "PG0060001", today).ok).toBe(true);
  const tomorrow = addDays(today, 1);
  expect(delegationState(oneDay, tomorrow)).toBe("expired");
  expect(mayAskFor(oneDay, "PG0060001", tomorrow)).toEqual({
    ok: false,
    refusal: { kind: "delegation_missing" },
  });
  expect(moveDelegation(oneDay, "expired", "time", tomorrow).ok).toBe(true);
  expect(moveDelegation(oneDay, "expired", "time", today).ok).toBe(false);
});

test("lets a question without an answer lapse", () => {
  const asked: Delegation = { ...agreed, state: "asked" };
  expect(delegationState(asked, addDays(today, askedLifeDays))).toBe("asked");
  expect(delegationState(asked, addDays(today, askedLifeDays + 1))).toBe("expired");
});

test.each([
  ["asked", "delegation_missing"],
  ["waiting_clerk", "delegation_waiting_clerk"],
  ["refused", "delegation_missing"],
  ["ended", "delegation_missing"],
  ["expired", "delegation_missing"],
] as const)("may use nothing while %s", (state, kind) => {
  expect(mayAskFor({ ...agreed, state }, "PG0060001", today)).toEqual({ ok: false, refusal: { kind } });
});

test("may use only the services agreed to", () => {
  const some = { ...agreed, services: ["PG0060001"] };
  expect(mayAskFor(some, "PG0060001", today).ok).toBe(true);
  expect(mayAskFor(some, "PG0130001", today)).toEqual({ ok: false, refusal: { kind: "delegation_scope" } });
  expect(mayAskFor({ ...agreed, services: [] }, "PG0060001", today).ok).toBe(false);
});

test("adds nobody twice, not oneself, and at most ten", () => {
  const asked = { isSelf: false, isAlready: false, liveCount: 9 };
  expect(checkNewCompanion(asked).ok).toBe(true);
  expect(checkNewCompanion({ ...asked, liveCount: 10 })).toEqual({
    ok: false,
    refusal: { kind: "companion_limit", limit: 10 },
  });
  expect(checkNewCompanion({ ...asked, isAlready: true })).toEqual({
    ok: false,
    refusal: { kind: "companion_already" },
  });
  expect(checkNewCompanion({ ...asked, isSelf: true })).toEqual({
    ok: false,
    refusal: { kind: "companion_is_self" },
  });
});

test("lets a relation vouch for a child surely under 15 or a person in care, and for nobody else", () => {
  const child = { birth: birth(2560), inCare: false };
  const vouching = relations.filter((relation) => checkVouching(relation, child, today).ok);
  expect(vouching).toEqual(["father", "mother", "child", "spouse", "caregiver"]);
  expect(checkVouching("none", child, today)).toEqual({
    ok: false,
    refusal: { kind: "companion_relation_missing" },
  });
  expect(checkVouching("mother", { birth: birth(2554), inCare: false }, today)).toEqual({
    ok: false,
    refusal: { kind: "companion_may_answer" },
  });
  expect(checkVouching("child", { birth: birth(2480), inCare: true }, today).ok).toBe(true);
  expect(checkVouching("mother", { birth: null, inCare: false }, today).ok).toBe(false);
});
