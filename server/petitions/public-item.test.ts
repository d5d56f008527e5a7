import fc from "fast-check";
import { expect, test } from "vitest";
import { completeCitizenId } from "../kernel/citizen-id.ts";
import { withoutPersonalNumbers } from "./public-item.ts";

const id = completeCitizenId("123456789012");
const thai = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
const grouped = `${id[0]}-${id.slice(1, 5)}-${id.slice(5, 10)}-${id.slice(10, 12)}-${id[12]}`;

test.each([
  id,
  grouped,
  thai(id),
  thai(grouped),
  [...id].join(" "),
  [...id].join("."),
  `${id[0]}–${id.slice(1)}`,
  `99 ${id}`,
  `12 ${grouped}`,
  `${id} 12`,
  `เลข ${grouped}/1`,
  `${id}${id}`,
  `ก${id}ข`,
])("a citizen id written as %s is not told", (written) => {
  const told = withoutPersonalNumbers(written).replace(/\D/g, "");
  expect(told).not.toContain(id.slice(1, 10));
  expect(told).not.toContain(id.slice(4));
});

test.each([
  "0812345678",
  "081-234-5678",
  "08-1234-5678",
  "0-8123-4567-8",
  "081.234.5678",
  "(081) 234 5678",
  "+66 81 234 5678",
  "+66(0)81-234-5678",
  "66812345678",
  "02-123-4567",
  "044 123 456",
  "๐๘๑๒๓๔๕๖๗๘",
  "๐๘๑-๒๓๔-๕๖๗๘",
])("a phone written as %s is left out, and what stands around it stays", (written) => {
  expect(withoutPersonalNumbers(`โทร ${written} ค่ะ`)).toBe("โทร xxx-xxx-xxxx ค่ะ");
});

test.each(["99/1 หมู่ 4 ถนนสุขใจ 10200", "วันที่ ๒๓ พฤศจิกายน ๒๕๖๙", "ค่าธรรมเนียม 1,500 บาท", "เลขที่ 2570-000123"])(
  "a text without such numbers stays as it is: %s",
  (text) => expect(withoutPersonalNumbers(text)).toBe(text),
);

test("no citizen id is told, whatever digits and separators stand around and between", () => {
  const digit = fc.integer({ min: 0, max: 9 });
  const digits = fc.array(digit, { maxLength: 14 });
  const gap = fc.constantFrom("", " ", "-", "–", ".");
  const twelve = fc.array(digit, { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(twelve, digits, digits, gap, (first, before, after, separator) => {
      const whole = [...completeCitizenId(first.join(""))];
      const text = [before.join(""), whole.join(separator), after.join("")].join(separator);
      const told = [...withoutPersonalNumbers(text)].filter((each) => /[\dx]/.test(each));
      // A phone that is left out too shifts the places behind it.
      fc.pre(told.length === before.length + whole.length + after.length);
      const own = told.slice(before.length, before.length + whole.length);
      expect(own.slice(1, 10)).toEqual(Array(9).fill("x"));
    }),
  );
});
