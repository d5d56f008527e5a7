import { expect, test } from "vitest";
import { paidSum } from "./paid-sum.ts";

const asked = (satang: number) => ({ kind: "payment_asked", words: { satang } }) as const;
const seen = { kind: "payment_seen", words: {} } as const;

test("only what was seen counts as paid, each payment once", () => {
  expect(paidSum([])).toBeNull();
  expect(paidSum([asked(5_000)])).toBeNull();
  expect(paidSum([asked(5_000), seen])).toBe(5_000);
  expect(paidSum([asked(5_000), seen, asked(2_550), seen])).toBe(7_550);
  expect(paidSum([asked(5_000), seen, asked(2_550)])).toBe(5_000);
});
