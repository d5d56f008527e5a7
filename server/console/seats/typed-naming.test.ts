import { expect, test } from "vitest";
import { wordsIn } from "../../words/words.ts";
import { dutiesOf } from "./typed-naming.ts";

const words = wordsIn("th");
const { draft, duties } = words.credentials.orders;

test("drafted duties are those of the chosen right alone, and follow it when it is changed", () => {
  const first = dutiesOf(words, draft.duties, "recorder");
  expect(first).toContain("ผู้บันทึก");
  expect(first).not.toContain("อนุมัติ");
  expect(dutiesOf(words, first.replaceAll("\n", "\r\n"), "approver_1")).toBe(duties.approver_1);
});

test("duties that the head wrote stay as they are", () => {
  expect(dutiesOf(words, "บันทึกรายการขอเบิก", "approver_2")).toBe("บันทึกรายการขอเบิก");
});
