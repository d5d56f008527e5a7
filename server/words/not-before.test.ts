import { expect, test } from "vitest";
import { sayNotBefore } from "./not-before.ts";

test.each([
  ["2026-11-21T14:05:00.000+07:00", "21 พ.ย. 2569 14:05 น."],
  ["2026-11-21T14:05:00.001+07:00", "21 พ.ย. 2569 14:06 น."],
  ["2026-11-21T23:59:30.000+07:00", "22 พ.ย. 2569 00:00 น."],
])("%s is said as a minute that is not before it: %s", (until, said) => {
  expect(sayNotBefore(new Date(until), "th").replaceAll("\u00a0", " ")).toBe(said);
});
