import fc from "fast-check";
import { expect, test } from "vitest";
import { inParts } from "./whole-words.ts";

const wholeOf = (text: string) => inParts(text).flatMap((part) => (part.isWhole ? part.text : []));

test.each([
  ["ขอใบอนุญาตจากเจ้าพนักงานท้องถิ่น", ["ใบอนุญาต", "เจ้าพนักงาน"]],
  ["ถอนคำร้อง 2569-000002-TR?", ["คำร้อง", "2569-000002-TR"]],
  ["เมื่อ 22 พ.ย. 2569 08:30 น.", ["22 พ.ย. 2569", "08:30 น."]],
  ["ภายใน 16 ธันวาคม 2569 เหลืออีก 15 วันทำการ", ["16 ธันวาคม 2569", "15 วันทำการ"]],
  ["กรอกเลขประจำตัวประชาชน", ["เลขประจำตัวประชาชน"]],
  ["nothing of the kind", []],
])("keeps on one line what belongs together in %j", (text, expected) => {
  expect(wholeOf(text)).toEqual(expected);
});

test("changes no letter of any text", () => {
  const words = fc.array(fc.constantFrom("เจ้าหน้าที่", "เจ้า", "22 พ.ย. 2569", " ", "ก", "2569-000002-TR", "\n"));
  fc.assert(
    fc.property(words, (some) => {
      const text = some.join("");
      expect(
        inParts(text)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
