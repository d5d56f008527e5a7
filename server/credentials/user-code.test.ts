import { describe, expect, test } from "vitest";
import { makeUserCode, parseUserCode, rightOfCode, type UserCode } from "./user-code.ts";

function read(text: string): UserCode {
  const code = parseUserCode(text);
  if (!code.ok) throw new Error(`${text} is no user code`);
  return code.value;
}

describe("a user code", () => {
  test.each([
    ["A75XXX000008001", "recorder"],
    ["A75XXX000000101", "approver_1"],
    ["A75XXX000000201", "approver_2"],
    ["A75XXX000008002", "recorder"],
    ["A03004000001001", "other"],
    ["000000000000201", "approver_2"],
  ] as const)("%s names the right %s by its characters 12 and 13", (text, right) => {
    expect(rightOfCode(read(text))).toBe(right);
  });

  test.each(["a75xxx000008001", " A75XXX 00000 8001 ", "A75-XXX-00000-8001", "Ａ75XXX000008001"])(
    "%j is read as it was meant",
    (text) => {
      expect(read(text)).toBe("A75XXX000008001");
    },
  );

  test("is refused with a character too few, too many, or of another alphabet", () => {
    for (const text of ["A75XXX00000800", "A75XXX0000080011", "ก75XXX000008001", "A75XXX00000800'"]) {
      expect(parseUserCode(text)).toEqual({ ok: false, refusal: { kind: "user_code_shape" } });
    }
    expect(parseUserCode(" - ")).toEqual({ ok: false, refusal: { kind: "user_code_empty" } });
  });

  test("is made of the agency's eleven characters, the right's mark and a running number", () => {
    const made = (right: "recorder" | "approver_1" | "approver_2", running: number) =>
      makeUserCode({ agencyPart: "A75XXX00000", right, running });
    expect(made("recorder", 1)).toEqual({ ok: true, value: "A75XXX000008001" });
    expect(made("approver_1", 1)).toEqual({ ok: true, value: "A75XXX000000101" });
    expect(made("approver_2", 12)).toEqual({ ok: true, value: "A75XXX000000212" });
  });

  test("is not made for a right without a mark, nor beyond ninety-nine seats of a right", () => {
    expect(makeUserCode({ agencyPart: "A75XXX00000", right: "other", running: 1 }).ok).toBe(false);
    expect(makeUserCode({ agencyPart: "A75XXX00000", right: "recorder", running: 100 }).ok).toBe(false);
    expect(makeUserCode({ agencyPart: "A75XXX", right: "recorder", running: 1 }).ok).toBe(false);
  });
});
