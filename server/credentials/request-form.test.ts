import { expect, test } from "vitest";
import { requestFormTh } from "../words/documents/request-form.ts";
import { lostLetterTh } from "../words/documents/lost-letter.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { lostLetter } from "./lost-letter.ts";
import { requestForm, type RequestPaper } from "./request-form.ts";

const now = new Date("2026-11-22T00:33:00Z");
const paper: RequestPaper = {
  facts: {
    ...{ payingUnit: "123456789012345", agency: "เทศบาลตำบลลำธาร", name: "อรุณี ทองดี" },
    ...{ citizenId: "1101600000018", registeredEmail: "arunee@town.example", mobile: "0812345678" },
    ...{ division: "กองคลัง", ministry: "มหาดไทย", userCode: "A75XXX000008001", said: "", newEmail: "" },
  },
  ...{ case: "phone_changed", number: "ST 1/2569", state: "granted", reason: "" },
  ...{ signed: "รหัสผ่าน", headSigned: "รหัสผ่าน", decidedAt: "22 พ.ย. 2569 07:42 น." },
  signers: { requester: "อรุณี ทองดี", head: "ประสิทธิ์ ใจดี", registrar: "กัญญา ศรีสุข" },
};
/** All that stands on a paper, as one text. */
const saidOn = (made: unknown) => JSON.stringify(made);

test("whoever signed the form stands below the line by name, and who decided beside the day", () => {
  const form = saidOn(requestForm(paper, requestFormTh, now));
  for (const line of ["(อรุณี ทองดี)", "(ประสิทธิ์ ใจดี)", "เจ้าหน้าที่ กัญญา ศรีสุข วันที่ 22 พ.ย. 2569"])
    expect(form).toContain(line);
});

test("whoever is not known by name leaves dots to write on", () => {
  const signers = { requester: "อรุณี ทองดี", head: null, registrar: null };
  expect(saidOn(requestForm({ ...paper, signers }, requestFormTh, now))).toMatch(/"\(\.{30,}\)"/);
});

test("citizen id and telephone stand on the form as people write them", () => {
  const form = saidOn(requestForm(paper, requestFormTh, now));
  expect(form).toContain("1-1016-00000-01-8");
  expect(form).toContain("081-234-5678");
});

test("the letter about a lost phone carries the head's name where it is known", () => {
  const letter = {
    ...{ agency: "เทศบาลตำบลลำธาร", office: "กรมบัญชีกลาง", name: "อรุณี ทองดี", position: "นักวิชาการ" },
    ...{ userCode: "A75XXX000008001", right: "ผู้บันทึก", lostOn: "2026-11-19" as BangkokDay, said: "" },
    stoppedAt: "22 พฤศจิกายน 2569 07:33 น.",
  };
  expect(saidOn(lostLetter({ ...letter, headName: "ประสิทธิ์ ใจดี" }, lostLetterTh, now))).toContain(
    "(ประสิทธิ์ ใจดี)",
  );
  expect(saidOn(lostLetter({ ...letter, headName: null }, lostLetterTh, now))).toMatch(/"\(\.{30,}\)"/);
});
