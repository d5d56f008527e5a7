import { expect, test } from "vitest";
import { exportStates, visibleExportState } from "./export-run.ts";

const madeAt = new Date("2026-11-21T10:00:00+07:00");
const after = (hours: number) => new Date(madeAt.getTime() + hours * 3_600_000);

test("an export shows its state as it is kept, while it may still be running", () => {
  for (const state of exportStates) expect(visibleExportState({ state, madeAt }, after(6))).toBe(state);
});

test("an export that was never ended has failed after six hours; one that ended stays as it ended", () => {
  const late = exportStates.map((state) => visibleExportState({ state, madeAt }, after(6.01)));
  expect(late).toEqual(["failed", "failed", "done", "cancelled", "failed"]);
});
