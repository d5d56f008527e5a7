import { expect, test } from "vitest";
import { wordsOf } from "../adapters/pdf/pieces.ts";
import { holdTogether, holdUnits } from "./hold-together.ts";

const plain = (text: string) => wordsOf(text).map(({ pieces }) => pieces.join("").replaceAll("\u00a0", " "));

test("the name of an agency stands on one line of a paper, though a dictionary knows its parts", () => {
  const name = "เทศบาลตำบลบ้านประตู (จำลอง)";
  expect(plain(`ออกให้โดย ${name}`).length).toBeGreaterThan(3);
  expect(plain(`โดย ${holdTogether(name)}`)).toEqual(["โดย", name]);
});

test("a figure keeps its unit, and a text that is longer than a name is left alone", () => {
  expect(plain(holdUnits("พื้นที่ 240 ตารางเมตร ตั้งอยู่ที่นี่"))).toContain("240 ตารางเมตร");
  const long = "ขอรับรองว่า ".repeat(5);
  expect(holdTogether(long)).toBe(long);
});
