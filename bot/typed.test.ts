import { expect, test } from "vitest";
import { wordsIn } from "../server/words/words.ts";
import { languages } from "../server/kernel/language.ts";
import { tiles } from "./tiles.ts";
import { makeTrackingNumber } from "../server/petitions/tracking-number.ts";
import { readTyped } from "./typed.ts";

test("takes the words on the tiles typed by hand, politely or not, in both languages", () => {
  for (const language of languages) {
    for (const tile of tiles) {
      const words = wordsIn(language).bot.tiles[tile];
      expect(readTyped(words)).toEqual({ kind: "tile", tile });
      expect(readTyped(`  ${words.toUpperCase()} ค่ะ `)).toEqual({ kind: "tile", tile });
    }
  }
});

test.each([
  ["เมนู", "menu"],
  ["สวัสดีครับ", "menu"],
  ["menu", "menu"],
  ["สถานะ", "status"],
  ["ดูสถานะหน่อยค่ะ", "status"],
  ["รหัส", "code"],
  ["รหัส\u200bของฉันอยู่ไหน", "code"],
  ["ช่วยด้วย", "help"],
  ["ขอคุยกับเจ้าหน้าที่", "help"],
  ["ยกเลิก", "cancel"],
  ["ยกเลิกรหัสวันนี้", "cancel"],
  ["Cancel please", "cancel"],
  ["ลงทะเบียน", "register"],
  ["ลืมรหัสผ่าน", "forgot_pin"],
  ["โทรศัพท์หาย", "phone_lost"],
  ["มือถือทำหายค่ะ", "phone_lost"],
  ["I lost my phone", "phone_lost"],
  ["soft token หาย", "phone_lost"],
  ["ซอฟต์โทเคนหายค่ะ", "phone_lost"],
  ["งานของฉัน", "my_work"],
  ["ดูงานของผมหน่อยครับ", "my_work"],
  ["My work", "my_work"],
  ["เปลี่ยนมือถือ", "new_phone"],
  ["เปลี่ยนเครื่องใหม่ครับ", "new_phone"],
  ["เปลี่ยนเบอร์โทร", "unknown"],
  ["ทำต่อ", "yes"],
  ["ไว้ทีหลัง", "no"],
  ["ขอบคุณนะคะ", "thanks"],
  ["ปวดท้อง", "unknown"],
  ["", "unknown"],
] as const)("reads %s as %s", (text, kind) => {
  expect(readTyped(text).kind).toBe(kind);
});

test.each([
  ["ขอรหัสหน่อย", "code"],
  ["อยากยื่นคำร้อง", "petition"],
  ["คำร้องที่กรอกค้างไว้", "petition"],
  ["อยากกรอกต่อ", "petition"],
  ["e-Service", "petition"],
  ["my draft", "petition"],
  ["ติดตามคำร้อง 2", "track"],
  ["คำร้อง", "track"],
  ["คำร้องถึงไหนแล้ว", "track"],
  ["เอกสาร", "documents"],
  ["บัญชี", "account"],
] as const)("leads from %s to the tile %s", (text, tile) => {
  expect(readTyped(text)).toEqual({ kind: "tile", tile });
});

test.each([
  ["soft token", "about"],
  ["Soft Token คืออะไรคะ", "about"],
  ["ซอฟท์โทเค็น", "about"],
  ["ลืมรหัสผ่าน soft token", "password"],
  ["ลืมรหัสผ่านของซอฟต์โทเคน", "password"],
  ["เปลี่ยนมือถือ soft token", "phone_changed"],
  ["ต่ออายุ soft token", "renew"],
  ["softtoken หมดอายุ", "renew"],
  ["ยกเลิก soft token", "end"],
  ["สถานะคำร้อง soft token", "request"],
  ["renew my Soft Token", "renew"],
] as const)("knows what of a Soft Token %s is about", (text, topic) => {
  expect(readTyped(text)).toEqual({ kind: "soft_token", topic });
});

test("reads a service code in any writing, and a petition's number", () => {
  for (const text of ["PP 1234 567 890", "pp1234567890", "PP๑๒๓๔๕๖๗๘๙๐ ครับ"]) {
    expect(readTyped(text)).toEqual({ kind: "service_code", code: "PP1234567890" });
  }
  expect(readTyped("๒๕๗๐-๐๐๐๑๒๓")).toEqual({ kind: "petition_number", number: "2570-000123" });
  const whole = makeTrackingNumber(2570, 123);
  for (const text of [whole, whole.toLowerCase(), whole.replaceAll("-", " ")]) {
    expect(readTyped(text)).toEqual({ kind: "petition_number", number: whole });
  }
});

test("reads a petition's number inside a sentence, before the words around it", () => {
  const [short, whole] = ["2569-000002", makeTrackingNumber(2569, 2)];
  for (const text of [
    `สถานะ ${short}`,
    "สถานะ๒๕๖๙-๐๐๐๐๐๒ครับ",
    `ติดตามคำร้องเลขที่ ${short} หน่อยค่ะ`,
    `${short} ถึงไหนแล้ว`,
    `Status of ${short}?`,
    `${short} ok`,
    `ขอดู ${short}, ${makeTrackingNumber(2569, 7)}`,
  ]) {
    expect(readTyped(text), text).toEqual({ kind: "petition_number", number: short });
  }
  for (const written of [
    whole,
    whole.toLowerCase(),
    short + whole.slice(-2),
    `${short} ${whole.slice(-2)}`,
  ]) {
    const sentence = `ดูสถานะ ${written} หน่อย`;
    expect(readTyped(sentence), sentence).toEqual({ kind: "petition_number", number: whole });
  }
});

test.each([
  ["สถานะ 2569", "status"],
  ["สถานะ 2569-0002", "status"],
  ["สถานะ 2569-11-22", "status"],
  ["สถานะ 2569000002", "status"],
  ["สถานะ 1-2569-000002", "status"],
  ["สถานะ 12569-000002", "status"],
  ["สถานะ 2569-0000021234", "status"],
  ["สถานะ 2569-000002-zz", "status"],
  ["สถานะ pp2569-000002", "status"],
  ["สถานะ 1-1017-00203-45-1", "status"],
  ["ช่วยโทร 02-569-0000", "help"],
  ["ยกเลิกรหัสวันที่ 22 พ.ย. 2569", "cancel"],
  ["สถานะคำร้อง soft token 2569-000002", "soft_token"],
] as const)("does not take the digits of %s for a petition's number", (text, kind) => {
  expect(readTyped(text).kind).toBe(kind);
});

test("does not take a long story for a command", () => {
  expect(readTyped(`${"เมื่อวานไปโรงพยาบาล ".repeat(6)} ยกเลิก`).kind).toBe("unknown");
});
