import { expect, test } from "vitest";
import { plainService } from "../../tests/support/municipality.ts";
import type { Field } from "../forms/field.ts";
import { tellingAnswer } from "./telling-answer.ts";

const both = (th: string) => ({ th, en: null });
const problem = {
  ...{ key: "problem", type: "choice", required: true, label: both("ปัญหา"), help: null, showIf: null },
  options: [
    { value: "out", label: both("ไฟดับ") },
    { value: "wire", label: both("สายไฟขาด") },
  ],
} as unknown as Field;
const { form } = plainService();
const lamp = { isPlaceBased: true, form: { ...form, fields: [...form.fields, problem] } };

test("a petition about a place is told by what was chosen first, never by what was written", () => {
  expect(tellingAnswer(lamp, { place: "หน้าบ้านนายสมชาย", problem: "wire" })?.th).toBe("สายไฟขาด");
  expect(tellingAnswer(lamp, { place: "หน้าบ้านนายสมชาย" })).toBeNull();
});

test("of any other service nothing is told", () => {
  expect(tellingAnswer({ ...lamp, isPlaceBased: false }, { problem: "wire" })).toBeNull();
});
