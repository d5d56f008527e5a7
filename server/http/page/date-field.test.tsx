import { expect, test } from "vitest";
import { pageTh } from "../../words/page/th.ts";
import { DateField } from "./date-field.tsx";
import type { PageContext } from "./context.ts";

const page = { language: "th", words: { page: pageTh } } as unknown as PageContext;
const drawn = async (whole: boolean) => {
  const value = { day: "", month: "", year: "" };
  return String(await (<DateField page={page} name="day" label="วันที่" whole={whole} value={value} />));
};

test("a birth may be unknown in part, a whole date is chosen", async () => {
  expect((await drawn(false)).match(/>ไม่ทราบ</g)).toHaveLength(2);
  const whole = await drawn(true);
  expect(whole).not.toContain("ไม่ทราบ");
  expect(whole.match(/<option value="">เลือก</g)).toHaveLength(2);
});
