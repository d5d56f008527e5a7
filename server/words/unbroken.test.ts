import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseLaserCode } from "../kernel/laser-code.ts";
import { titleWhole, unbroken } from "./unbroken.ts";

test("a code copied out of a sentence is the same code", () => {
  expect(parseLaserCode(unbroken("JT0-1234567-89"))).toEqual(parseLaserCode("JT0-1234567-89"));
});

test("no space or hyphen of it ends a line", () => {
  expect(unbroken("21 พ.ย. 2569")).toBe("21\u00a0พ.ย.\u00a02569");
  expect(unbroken("JT0-12")).toBe("JT0-\u206012");
});

test("no sentence lets the mark of a repeated word begin a line", () => {
  const files = globSync("server/words/**/*.ts").filter((file) => !file.endsWith(".test.ts"));
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => / ๆ/.test(readFileSync(file, "utf8")))).toEqual([]);
});

test("a title is kept whole on paper, word by word, unless it is longer than a line", () => {
  expect(titleWhole("กอง คลัง")).toBe("ก\u2060อ\u2060ง ค\u2060ล\u2060ั\u2060ง");
  const long = "ก".repeat(60);
  expect(titleWhole(long)).toBe(long);
});
