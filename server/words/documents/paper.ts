import type { DocumentPaperWords } from "../../petitions/document-paper.ts";

/** What stands on every document an agency issues. Its papers are in Thai, so there is no other language of it. */
export const documentPaperTh: DocumentPaperWords = {
  preview: "ตัวอย่าง ยังไม่ได้ออกเอกสาร",
  number: (number) => `เลขที่ ${number}`,
  replaces: (number) => `ออกแทนเลขที่ ${number}`,
  issuer: "ผู้ออกเอกสาร",
  check: "ตรวจว่าเป็นเอกสารจริง",
  checkBy: (address) => `สแกน QR หรือเปิด ${address} แล้วพิมพ์รหัสนี้`,
  electronic: "เอกสารนี้ออกด้วยวิธีการทางอิเล็กทรอนิกส์ แสดงบนโทรศัพท์ได้ ความถูกต้องให้ถือตามหน้าตรวจเอกสาร",
  page: (page, pages) => (pages > 1 ? `หน้า ${page} จาก ${pages}` : ""),
};
