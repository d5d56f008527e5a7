import { expect, test } from "vitest";
import { idleStep } from "./idle-rule.ts";

const since = new Date("2026-09-01T23:59:00+07:00");
const at = (day: string, time = "00:01") => new Date(`${day}T${time}:00+07:00`);

test("warns on the 45th and the 55th day, once each, and ends the right on the 60th", () => {
  expect(idleStep(since, 0, at("2026-10-15", "23:59"))).toEqual({ kind: "nothing" });
  expect(idleStep(since, 0, at("2026-10-16"))).toEqual({ kind: "warn", days: 45, lastDay: "2026-10-30" });
  expect(idleStep(since, 45, at("2026-10-17"))).toEqual({ kind: "nothing" });
  expect(idleStep(since, 45, at("2026-10-26"))).toEqual({ kind: "warn", days: 55, lastDay: "2026-10-30" });
  expect(idleStep(since, 55, at("2026-10-30", "23:59"))).toEqual({ kind: "nothing" });
  expect(idleStep(since, 55, at("2026-10-31"))).toEqual({ kind: "revoke" });
});

test("of two warnings that were missed only the later is sent", () => {
  expect(idleStep(since, 0, at("2026-10-28"))).toMatchObject({ kind: "warn", days: 55 });
  expect(idleStep(since, 55, at("2026-10-29"))).toEqual({ kind: "nothing" });
});

test("the right ends although no warning was ever sent", () => {
  expect(idleStep(since, 0, at("2027-03-01"))).toEqual({ kind: "revoke" });
});
