import type { WorkbookRefusal } from "../../kernel/workbook.ts";
import type { ReconciledKind, ReconciliationState } from "../../visits/reconciled.ts";
import type { ListColumn, RowProblem, VisitListRefusal } from "../../visits/visit-list.ts";
import type { RefusalWords } from "../refusal-words.ts";

const columns = {
  citizen_id: "เลขประจำตัวประชาชน",
  day: "วันที่รับบริการ",
  service: "บริการ",
  hn: "HN",
} satisfies Record<ListColumn, string>;

const problems = {
  citizen_id_empty: "ไม่มีเลขประจำตัวประชาชน",
  citizen_id_rounded: "เลขประจำตัวประชาชนถูก Excel ปัดเป็นเลขยกกำลัง ตั้งคอลัมน์เป็นข้อความแล้ววางเลขใหม่",
  citizen_id_not_digits: "เลขประจำตัวประชาชนมีตัวอักษรปน",
  citizen_id_length: "เลขประจำตัวประชาชนต้องมี 13 หลัก ตรวจว่าตกหล่นหรือเกินมา",
  citizen_id_checksum: "เลขประจำตัวประชาชนผิดอย่างน้อยหนึ่งหลัก",
  day_empty: "ไม่มีวันที่",
  day_unreadable: "อ่านวันที่ไม่ได้ ใช้ วัน/เดือน/ปี เช่น 21/11/2569",
  day_future: "วันที่ยังมาไม่ถึง",
  service_empty: "ไม่มีรหัสบริการ",
  service_unknown: "ไม่รู้จักบริการนี้ ใช้รหัส PG และเลข 7 หลัก",
  hn_long: "HN ยาวเกิน 20 ตัว",
} satisfies Record<RowProblem, string>;

const refusal: RefusalWords<
  | WorkbookRefusal
  | VisitListRefusal
  | { readonly kind: "list_long"; readonly rows: number }
  | { readonly kind: "file_none" }
> = {
  file_none: () => "เลือกไฟล์ก่อน",
  file_empty: () => "ไฟล์ว่างเปล่า",
  file_large: ({ megabytes }) => `ไฟล์ใหญ่เกิน ${megabytes} MB แบ่งเป็นหลายไฟล์แล้วส่งทีละไฟล์`,
  file_no_table: () => "ไฟล์นี้ไม่ใช่ Excel หรือ CSV บันทึกเป็น .xlsx หรือ .csv แล้วส่งใหม่",
  workbook_old: () => "ไฟล์ .xls แบบเก่าเปิดไม่ได้ บันทึกเป็น .xlsx แล้วส่งใหม่",
  workbook_encrypted: () => "ไฟล์มีรหัสผ่าน เอารหัสผ่านออกแล้วส่งใหม่",
  workbook_macros: () => "ไฟล์มีมาโคร บันทึกเป็น .xlsx ที่ไม่มีมาโครแล้วส่งใหม่",
  workbook_bomb: () => "เนื้อหาในไฟล์ใหญ่ผิดปกติ จึงไม่เปิด คัดลอกรายการไปไฟล์ใหม่แล้วส่งอีกครั้ง",
  workbook_nested: () => "มีไฟล์อื่นฝังอยู่ในไฟล์นี้ คัดลอกรายการไปไฟล์ใหม่แล้วส่งอีกครั้ง",
  workbook_broken: () => "ไฟล์เสียหาย เปิดแล้วบันทึกใหม่ด้วย Excel ก่อนส่ง",
  workbook_formula: ({ lines, count }) =>
    `มีสูตรในแถว ${lines.join(", ")}${count > lines.length ? ` และอีก ${count - lines.length} แถว` : ""} คัดลอกแล้ววางเป็นค่าก่อนส่ง`,
  table_long: ({ rows }) => `มีเกิน ${rows} แถว แบ่งเป็นหลายไฟล์แล้วส่งทีละไฟล์`,
  table_wide: ({ columns: most }) => `มีเกิน ${most} คอลัมน์ เหลือเฉพาะคอลัมน์ที่ใช้แล้วส่งใหม่`,
  text_unreadable: () => "อ่านตัวอักษรในไฟล์ไม่ได้ บันทึกเป็น CSV UTF-8 หรือ .xlsx แล้วส่งใหม่",
  csv_quote: ({ line }) => `เครื่องหมายคำพูดในแถว ${line} ไม่ครบคู่`,
  header_missing: ({ missing }) =>
    `ไม่พบคอลัมน์ ${missing.map((column) => columns[column]).join(" และ ")} ใส่ชื่อคอลัมน์ไว้ในแถวแรก`,
  list_empty: () => "ไม่มีรายการใต้ชื่อคอลัมน์",
  list_long: ({ rows }) => `มีเกิน ${rows} รายการ แบ่งเป็นหลายไฟล์แล้วส่งทีละไฟล์`,
};

/** The reconciliation desk, in Thai. */
export const reconcileTh = {
  title: "ตรวจก่อนส่งเบิก",
  lead: "ส่งรายการผู้มารับบริการของวัน แล้วดูว่าใครยังไม่มีรหัส ขอผิดบริการ ซ้ำ หรือยังไม่ปิดสิทธิ",
  file: "ไฟล์รายการ (.xlsx หรือ .csv)",
  fileHint: "ไม่เกิน 20,000 รายการ มีคอลัมน์ เลขบัตร วันที่ รหัสบริการ และ HN",
  upload: "ส่งไฟล์ตรวจ",
  purpose: "ตรวจรายการก่อนส่งเบิก",
  purposeAsk: "ขอให้คุณขอรหัสเข้ารับบริการ",
  lately: "ที่ตรวจล่าสุด",
  none: "ยังไม่มีรายการที่ตรวจ เลือกไฟล์แล้วกด “ส่งไฟล์ตรวจ”",
  madeAt: "เมื่อ",
  fileName: "ไฟล์",
  rows: "รายการ",
  state: "สถานะ",
  open: "ดูผล",
  states: {
    waiting: "รอตรวจ",
    running: "กำลังตรวจ",
    done: "ตรวจแล้ว",
    failed: "ตรวจไม่สำเร็จ",
  } satisfies Record<ReconciliationState, string>,
  progress: (done: string, total: string) => `ตรวจแล้ว ${done} จาก ${total} รายการ`,
  kinds: {
    matched: "ครบถ้วน",
    missing: "ไม่มีรหัส",
    wrong_service: "ผิดบริการ",
    duplicate: "ซ้ำ",
    unclosed: "ยังไม่ปิดสิทธิ",
    bad_row: "อ่านไม่ได้",
  } satisfies Record<ReconciledKind, string>,
  why: {
    matched: "มีรหัสและปิดสิทธิแล้ว",
    missing: "ไม่มีรหัสเข้ารับบริการของวันและบริการนี้",
    wrong_service: (service: string) => `มีรหัสของ ${service} แทน`,
    duplicate: "คน วัน และบริการเดียวกับแถวก่อนหน้า",
    unclosed: "มีรหัสแล้วแต่ยังไม่ปิดสิทธิ",
    expired: "รหัสหมดอายุโดยไม่ได้ใช้ จึงปิดสิทธิไม่ได้แล้ว",
    waiting: "รอตรวจ",
  },
  all: "ทั้งหมด",
  filterLabel: "เลือกดูตามผล",
  line: "แถว",
  number: "เลขประจำตัวประชาชน",
  day: "วันที่",
  service: "บริการ",
  hn: "HN",
  result: "ผล",
  whyTitle: "เหตุ",
  fix: "แก้ไข",
  askCitizen: "ขอให้ขอรหัสใน LINE",
  asked: "แจ้งใน LINE แล้ว",
  issue: "ออกรหัสที่เคาน์เตอร์",
  close: "ปิดสิทธิ",
  askedDone: (line: number) => `แจ้งผู้รับบริการแถว ${line} ใน LINE แล้ว เมื่อได้รหัสแล้วกด “ตรวจอีกครั้ง”`,
  askRefusal: {
    row_settled: "แถวนี้ไม่ต้องขอรหัสแล้ว กด “ตรวจอีกครั้ง” เพื่อดูผลล่าสุด",
    citizen_asked_before: "แจ้งผู้รับบริการแถวนี้ไปแล้ว",
    citizen_not_in_line: "ไม่พบผู้รับบริการแถวนี้ใน LINE ออกรหัสที่เคาน์เตอร์แทนได้",
  },
  closedDone: (line: number, closingCode: string) => `ปิดสิทธิแถว ${line} แล้ว รหัสปิดสิทธิ ${closingCode}`,
  closeRefused: "ปิดสิทธิแถวนี้ไม่ได้ รหัสถูกยกเลิกหรือหมดอายุแล้ว",
  recheck: "ตรวจอีกครั้ง",
  clean: "รายการที่ครบถ้วน",
  wrong: "รายการที่ต้องแก้",
  downloadClean: (rows: string) => `ดาวน์โหลดรายการที่ครบถ้วน (${rows})`,
  downloadWrong: (rows: string) => `ดาวน์โหลดรายการที่ต้องแก้ (${rows})`,
  emptyKind: "ไม่มีรายการในกลุ่มนี้",
  back: "กลับไปส่งไฟล์อื่น",
  refresh: "ดูความคืบหน้าล่าสุด",
  kept: (days: number) => `รายการที่ส่งเก็บแบบเข้ารหัสไว้ ${days} วัน แล้วลบเอง`,
  problems,
  refusal,
};
