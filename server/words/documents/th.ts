import type { PosterWords } from "../../visits/qr-poster.ts";
import type { SlipSheetWords } from "../../visits/slip-sheet.ts";

/** What stands on paper, in Thai. The letter for access has its own file. */
export const documentsTh = {
  poster: {
    title: "QR ขอรหัสเข้ารับบริการ",
    scan: "สแกนเพื่อขอรหัสเข้ารับบริการ",
    steps: ["เปิด LINE หรือกล้อง", "ส่อง QR บนแผ่นนี้", "แสดงรหัสที่เคาน์เตอร์"],
    typed: "หรือพิมพ์เลขนี้ใน LINE",
    foot: (number, serviceType, hcode) => `QR หมายเลข ${number} · บริการ ${serviceType} · หน่วยบริการ ${hcode}`,
  } satisfies PosterWords as PosterWords,
  slips: {
    title: "ใบรหัสสำรอง",
    number: (number) => `ใบที่ ${number}`,
    lines: ["เลขประจำตัวประชาชน", "ชื่อ-สกุล", "โทรศัพท์มือถือ", "วันที่และเวลา", "บริการ"],
    later: "เมื่อเครือข่ายใช้ได้ กรอกใบนี้ที่เมนู “ใบรหัสสำรอง” ภายใน 7 วัน รหัสหนึ่งใช้ได้ครั้งเดียว",
  } satisfies SlipSheetWords as SlipSheetWords,
};
