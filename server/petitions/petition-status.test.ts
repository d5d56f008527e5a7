import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { pauseReasons, petitionDoers, petitionEventKinds, petitionOutcomes } from "./petition.ts";
import { moveOf, petitionMoves, petitionStatuses, stepsAt } from "./petition-status.ts";
import { judgeStep, type Standing, type WantedStep } from "./petition-step.ts";

const today = "2026-11-20" as BangkokDay;
const open: Standing = { status: "in_progress", pause: null, outcome: null, testUntil: null };
const by = (actor: WantedStep["actor"], step: WantedStep["step"], outcome: WantedStep["outcome"] = null) => ({
  actor,
  step,
  outcome,
});
const refusal = (standing: Standing, wanted: WantedStep) => {
  const judged = judgeStep(standing, wanted, today);
  return judged.ok ? null : judged.refusal.kind;
};

test("the four statuses follow each other", () => {
  expect(moveOf("submitted", "received", "staff")).toEqual({ ok: true, value: "received" });
  expect(moveOf("received", "started", "staff")).toEqual({ ok: true, value: "in_progress" });
  expect(moveOf("in_progress", "completed", "staff")).toEqual({ ok: true, value: "completed" });
});

test("a step is refused out of its order, and to whom it is not given", () => {
  expect(moveOf("submitted", "started", "staff")).toMatchObject({ refusal: { kind: "step_out_of_order" } });
  expect(moveOf("completed", "withdrawn", "citizen")).toMatchObject({
    refusal: { kind: "step_out_of_order" },
  });
  expect(moveOf("submitted", "received", "citizen")).toMatchObject({ refusal: { kind: "step_not_yours" } });
  expect(moveOf("completed", "reopened", "staff")).toMatchObject({ refusal: { kind: "step_not_yours" } });
  for (const status of petitionStatuses)
    for (const doer of petitionDoers) expect(moveOf(status, "submitted", doer).ok).toBe(false);
});

test("the table changes a status exactly where the database lets it change", () => {
  const guard = readFileSync(new URL("../../db/sql/47-petition-transitions.sql", import.meta.url), "utf8");
  const [, listed = ""] = /\(old\.status, new\.status\) not in \(([\s\S]*?)\n\s*\) then/.exec(guard) ?? [];
  const held = [...listed.matchAll(/\('(\w+)', '(\w+)'\)/g)].map(([, from, to]) => `${from} ${to}`);
  const moved = petitionEventKinds.flatMap((step) =>
    Object.entries(petitionMoves[step].from).flatMap(([from, to]) => (from === to ? [] : [`${from} ${to}`])),
  );
  expect([...new Set(moved)].sort()).toEqual(held.sort());
});

test("a page offers a citizen what a citizen may do", () => {
  expect(stepsAt("in_progress", "citizen")).toEqual(["correction_given", "withdrawn"]);
  expect(stepsAt("completed", "citizen")).toEqual(["closure_confirmed", "reopened"]);
  expect(stepsAt("completed", "staff")).toEqual([]);
});

test("a correction is asked for once, and given only where it was asked for", () => {
  const waiting = { ...open, pause: "correction" as const };
  expect(judgeStep(open, by("staff", "correction_asked"), today)).toMatchObject({
    value: { status: "in_progress", pause: "correction" },
  });
  expect(judgeStep(waiting, by("citizen", "correction_given"), today)).toMatchObject({
    value: { pause: null },
  });
  expect(refusal(waiting, by("staff", "payment_asked"))).toBe("already_waiting");
  expect(refusal(open, by("citizen", "correction_given"))).toBe("nothing_awaited");
  expect(refusal(waiting, by("system", "payment_seen"))).toBe("nothing_awaited");
});

test("an end has an outcome, and nothing is decided before it was received", () => {
  expect(refusal(open, by("staff", "completed"))).toBe("outcome_missing");
  expect(refusal({ ...open, status: "submitted" }, by("staff", "completed", "granted"))).toBe(
    "outcome_not_here",
  );
  expect(refusal(open, by("staff", "forwarded", "done"))).toBe("outcome_not_here");
  expect(judgeStep({ ...open, status: "submitted" }, by("staff", "completed", "not_ours"), today).ok).toBe(
    true,
  );
});

test("a closure is tested up to its last day, and only where something was granted or done", () => {
  const done: Standing = { status: "completed", pause: null, outcome: "done", testUntil: today };
  expect(judgeStep(done, by("citizen", "reopened"), today)).toMatchObject({
    value: { status: "in_progress", outcome: null },
  });
  expect(refusal({ ...done, testUntil: "2026-11-19" as BangkokDay }, by("citizen", "reopened"))).toBe(
    "test_over",
  );
  expect(refusal({ ...done, testUntil: null }, by("citizen", "closure_confirmed"))).toBe("test_over");
  expect(refusal({ ...done, outcome: "refused" }, by("citizen", "reopened"))).toBe("closure_not_tested");
});

test("whatever is tried in whatever order, a petition has an outcome exactly when it is completed", () => {
  const steps = fc.record({
    step: fc.constantFrom(...petitionEventKinds),
    actor: fc.constantFrom(...petitionDoers),
    outcome: fc.option(fc.constantFrom(...petitionOutcomes)),
  });
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 60 }), (tried) => {
      let standing: Standing = { status: "submitted", pause: null, outcome: null, testUntil: today };
      for (const wanted of tried) {
        const judged = judgeStep(standing, wanted, today);
        if (judged.ok) standing = { ...judged.value, testUntil: today };
        expect(standing.status === "completed").toBe(standing.outcome !== null);
        if (standing.pause !== null) {
          expect(pauseReasons).toContain(standing.pause);
          expect(["received", "in_progress"]).toContain(standing.status);
        }
      }
    }),
    { numRuns: 500 },
  );
});
