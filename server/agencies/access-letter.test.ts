import { expect, test } from "vitest";
import { testPdf } from "../../tests/support/pdf.ts";
import { readPdf } from "../../tests/support/read-pdf.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { accessLetterTh } from "../words/documents/letter.ts";
import { accessLetter, type AccessLetter, type LetterPerson } from "./access-letter.ts";

const now = new Date("2026-11-21T03:00:00Z");

function person(number: number): LetterPerson {
  return {
    name: `นางสาวกำไร ป่าน้ำใส ที่${number}`,
    level: "ผู้ปฏิบัติงาน",
    citizenId: "1-2345-67890-12-1",
    workPhone: "02-510-3221",
    mobile: "081-234-5678",
    email: `kamrai.${number}@example.go.th`,
  };
}

const letter: AccessLetter = {
  number: "ตย 0201/123",
  agency: "โรงพยาบาลตัวอย่าง",
  agencyCode: "99001",
  address: "99 ถนนตัวอย่าง จังหวัดตัวอย่าง 10000",
  date: "2026-11-21" as BangkokDay,
  region: "1",
  joining: [person(1), person(2)],
  leaving: [{ name: "นายปู่ ผู้ป้องกัน", level: "ผู้ดูรายงาน" }],
  certified: true,
  superior: { name: "นายแพทย์ตัวอย่าง ดีเลิศ", position: "ผู้อำนวยการ" },
  phone: "02-510-3221",
  fax: "02-510-3222",
};

async function textOf(given: AccessLetter): Promise<{ text: string; pages: number }> {
  const pages = await readPdf(await testPdf.make(accessLetter(given, accessLetterTh, now)));
  const lines = pages.flatMap((page) => page.lines.map(({ text }) => text));
  return { text: lines.join("").replace(/\s/g, ""), pages: pages.length };
}

test("the letter carries everything the form asks for", async () => {
  const { text, pages } = await textOf(letter);
  expect(pages).toBe(1);
  const carried = [
    "ที่ ตย 0201/123",
    letter.agency,
    letter.address,
    "วันที่ 21 พฤศจิกายน 2569",
    "เรียน ผู้อำนวยการสำนักงานหลักประกันสุขภาพแห่งชาติ เขต 1",
    "รหัสหน่วยงาน 99001",
    ...letter.joining.flatMap((one) => [
      one.name,
      one.level,
      one.citizenId,
      one.workPhone,
      one.mobile,
      one.email,
    ]),
    "นายปู่ ผู้ป้องกัน",
    "ขอรับรองว่าผู้ที่มีรายชื่อตามที่ระบุข้างต้นเป็นผู้ที่รับผิดชอบและปฏิบัติงานตรวจสอบข้อมูลผู้มีสิทธิในโครงการหลักประกันสุขภาพถ้วนหน้าจริง",
    "(นายแพทย์ตัวอย่าง ดีเลิศ)",
    "หมายเลขโทรศัพท์ 02-510-3221",
    "หมายเลขโทรสาร 02-510-3222",
  ];
  for (const part of carried) expect(text).toContain(part.replace(/\s/g, ""));
});

test("what is not known yet is left to be written by hand", async () => {
  const { text } = await textOf({ ...letter, number: "", fax: " ", date: null });
  expect(text).toMatch(/ที่\.{8,}/);
  expect(text).toMatch(/วันที่\.{8,}/);
  expect(text).toMatch(/หมายเลขโทรสาร\.{8,}/);
});

test("a long list goes on over pages that are numbered, with nobody lost", async () => {
  const joining = Array.from({ length: 60 }, (_, at) => person(at + 1));
  const { text, pages } = await textOf({ ...letter, joining });
  expect(pages).toBeGreaterThan(2);
  for (const { email } of joining) expect(text).toContain(email);
  expect(text).toContain(`หน้า${pages}จาก${pages}`);
});

test("the tick stands in the box only when the certification was given", () => {
  const ticks = [true, false].map((certified) =>
    accessLetter({ ...letter, certified }, accessLetterTh, now).blocks.filter(
      (block) => block.kind === "tick" && block.ticked,
    ),
  );
  expect(ticks.map((found) => found.length)).toEqual([1, 0]);
});
