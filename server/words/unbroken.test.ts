import { expect, test } from "vitest";
import { parseLaserCode } from "../kernel/laser-code.ts";
import { unbroken } from "./unbroken.ts";

test("a code copied out of a sentence is the same code", () => {
  expect(parseLaserCode(unbroken("JT0-1234567-89"))).toEqual(parseLaserCode("JT0-1234567-89"));
});

test("no space or hyphen of it ends a line", () => {
  expect(unbroken("21 พ.ย. 2569")).toBe("21\u00a0พ.ย.\u00a02569");
  expect(unbroken("JT0-12")).toBe("JT0-\u206012");
});
