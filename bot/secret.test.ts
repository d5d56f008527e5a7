import fc from "fast-check";
import { expect, test } from "vitest";
import { completeCitizenId, formatCitizenId } from "../server/kernel/citizen-id.ts";
import { secretIn } from "./secret.ts";

const thai = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const separators = ["", " ", "-", " - ", ".", "\u200b", "–"];
const around = fc.constantFrom("", "เลขบัตร ", "my id: ", "นะคะ ", "\n", "😀");

/** The digits with any separators in between, in Thai or western digits, in the middle of any words. */
function written(plain: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(plain, fc.constantFrom(...separators), fc.boolean(), around, around)
    .map(([text, separator, inThai, before, after]) => {
      const spread = [...text].join(separator);
      return `${before}${inThai ? thai(spread) : spread}${after}`;
    });
}

test("sees a citizen id however it is written, with a lost digit too", () => {
  const id = digits(12).map((twelve) => completeCitizenId(twelve));
  fc.assert(fc.property(written(id), (text) => secretIn(text) === "citizen_id"));
  fc.assert(fc.property(written(digits(12)), (text) => secretIn(text) === "citizen_id"));
  expect(secretIn(formatCitizenId(completeCitizenId("310170012345")))).toBe("citizen_id");
  expect(secretIn("1234567890121 0812345678")).toBe("citizen_id");
});

test("sees a laser code however it is written", () => {
  const letters = fc.stringMatching(/^[A-Za-z]{2}$/).filter((two) => !/^[pe]p$/i.test(two));
  const code = fc.tuple(letters, digits(10)).map(([two, ten]) => `${two}${ten}`);
  fc.assert(
    fc.property(code, around, around, fc.boolean(), (text, before, after, grouped) => {
      const shown = grouped ? `${text.slice(0, 3)}-${text.slice(3, 10)}-${text.slice(10)}` : text;
      expect(secretIn(`${before} ${shown} ${after}`)).toBe("laser_code");
    }),
  );
  expect(secretIn("ME๐-๑๒๓๔๕๖๗-๘๙")).toBe("laser_code");
  expect(secretIn("PP0-1234567-89")).toBe("laser_code");
});

test("sees a PIN or an OTP however it is written", () => {
  fc.assert(fc.property(written(digits(6)), (text) => secretIn(text) === "six_digits"));
  for (const text of ["OTP: 123456", "รหัสผ่านคือ ๑๒๓๔๕๖ ครับ", "123 456", "１２３４５６", "໑໒໓໔໕໖"]) {
    expect(secretIn(text), text).toBe("six_digits");
  }
});

test("leaves codes, numbers of petitions, phones and words alone", () => {
  fc.assert(
    fc.property(fc.constantFrom("PP", "pp", "EP"), written(digits(10)), (prefix, text) => {
      const code = text.replace(/^[^0-9๐-๙]*/u, prefix);
      expect(secretIn(code)).toBeNull();
    }),
  );
  for (const text of [
    "PP 1234 567 890",
    "2570-000123",
    "081-234-5678",
    "21/11/2569",
    "วันนี้ 14:05 น.",
    "เมนู",
    "",
  ]) {
    expect(secretIn(text), text).toBeNull();
  }
});
