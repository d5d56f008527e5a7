import type { ImportRowState, ImportState } from "../../credentials/holder-import.ts";
import type { HolderColumn, HolderFaultKind } from "../../credentials/holder-list-fault.ts";
import type { HolderListRefusal } from "../../credentials/holder-list.ts";
import type { RefusalWords } from "../refusal-words.ts";

const columns = {
  agency: "หน่วยงาน",
  userCode: "รหัสผู้ใช้งาน",
  citizenId: "เลขประจำตัวประชาชน",
  firstName: "ชื่อ",
  lastName: "นามสกุล",
  position: "ตำแหน่ง",
  email: "อีเมล",
  mobile: "โทรศัพท์",
  device: "อุปกรณ์เดิม",
} satisfies Record<HolderColumn, string>;

const faults = {
  agency_empty: "ไม่มีชื่อหน่วยงาน",
  agency_unknown: "ไม่พบหน่วยงานนี้ ใช้ชื่อเต็มตามระบบ หรือ 11 หลักแรกของรหัสผู้ใช้งาน",
  agency_several: "มีหลายหน่วยงานชื่อนี้ ใช้ 11 หลักแรกของรหัสผู้ใช้งานแทนชื่อ",
  agency_foreign: "หน่วยงานนี้อยู่ในความดูแลของส่วนกลางอื่น",
  user_code_empty: "ไม่มีรหัสผู้ใช้งาน ผู้ถือ GFMIS Token Key ต้องขอรหัสก่อน",
  user_code_shape: "รหัสผู้ใช้งานต้องเป็นตัวอักษรอังกฤษและตัวเลขรวม 15 หลัก",
  code_twice: "รหัสนี้ซ้ำกับแถวก่อนหน้า",
  code_taken: "รหัสนี้ออกให้หน่วยงานอื่นแล้ว",
  seat_occupied: "รหัสนี้มีผู้ถือสิทธิหรือผู้ได้รับแต่งตั้งอยู่แล้ว",
  citizen_id_empty: "ไม่มีเลขประจำตัวประชาชน",
  citizen_id_rounded: "เลขถูก Excel ปัดเป็นเลขยกกำลัง ตั้งคอลัมน์เป็นข้อความแล้ววางเลขใหม่",
  citizen_id_not_digits: "มีตัวอักษรปนในเลขประจำตัวประชาชน",
  citizen_id_length: "เลขประจำตัวประชาชนต้องมี 13 หลัก",
  citizen_id_checksum: "เลขประจำตัวประชาชนผิดอย่างน้อยหนึ่งหลัก",
  person_named: "คนนี้ได้รับแต่งตั้งในรหัสนี้อยู่แล้ว ไม่ต้องนำเข้าอีก",
  both_approvals: "ผู้อนุมัติเบิกเงินและผู้อนุมัติจ่ายเงินของหน่วยงานเดียวกันเป็นบุคคลเดียวกันไม่ได้",
  name_empty: "ไม่ได้กรอก",
  name_too_long: "ยาวเกิน 100 ตัวอักษร",
  name_character: "มีตัวเลขหรือเครื่องหมายที่ใช้ในชื่อไม่ได้",
  position_empty: "ไม่มีตำแหน่ง",
  position_long: "ตำแหน่งยาวเกิน 150 ตัวอักษร",
  email_shape: "อีเมลไม่ครบหรือมีเครื่องหมายผิด ต้องเหมือน name@example.go.th",
  email_twice: "อีเมลนี้ซ้ำกับคนอื่นในแถวก่อนหน้า อีเมลหนึ่งใช้ได้คนเดียว",
  email_taken: "อีเมลนี้เป็นของคนอื่นในระบบแล้ว",
  mobile_wrong: "ต้องเป็นเบอร์มือถือไทย 10 หลัก หรือเว้นว่าง",
  device_empty: "ไม่ได้บอกอุปกรณ์เดิม",
  device_unknown: "ใส่หมายเลขเครื่อง GFMIS Token Key หรือคำว่า Username/Password",
  serial_twice: "หมายเลขเครื่องซ้ำกับแถวก่อนหน้า",
} satisfies Record<HolderFaultKind, string>;

const refusal: RefusalWords<
  HolderListRefusal | { readonly kind: "file_none" } | { readonly kind: "file_empty" }
> = {
  file_empty: () => "ไฟล์นี้ว่าง ไม่มีข้อมูลอยู่ในไฟล์ เลือกไฟล์อื่น ยังไม่มีอะไรถูกนำเข้า",
  file_none: () => "เลือกไฟล์ก่อน",
  header_missing: ({ missing }) =>
    `ไม่พบคอลัมน์ ${missing.map((column) => columns[column]).join(", ")} ใช้ชื่อคอลัมน์ตามแบบฟอร์ม`,
  list_empty: () => "ไม่มีรายชื่อใต้ชื่อคอลัมน์",
  list_long: ({ rows }) => `มีเกิน ${rows.toLocaleString("en")} รายชื่อ แบ่งเป็นหลายไฟล์แล้วส่งทีละไฟล์`,
};

/** Bringing holders from a spreadsheet, in Thai. */
export const importTh = {
  title: "นำเข้าผู้ถือสิทธิ",
  lead: "ส่งรายชื่อผู้ถือสิทธิเดิมเป็นไฟล์ ระบบตรวจทุกแถวให้ดูก่อน ยังไม่มีอะไรถูกสร้างจนกว่าจะกด “นำเข้า”",
  file: "ไฟล์รายชื่อ (.xlsx หรือ .csv)",
  fileHint: "ไม่เกิน 10,000 รายชื่อ ใช้แบบฟอร์มที่ดาวน์โหลดจากหน้านี้",
  template: "ดาวน์โหลดแบบฟอร์ม (.xlsx)",
  templateName: "แบบฟอร์มผู้ถือสิทธิ",
  send: "ส่งไฟล์ตรวจ",
  lately: "ไฟล์ที่ส่งล่าสุด",
  none: "ยังไม่มีไฟล์ที่ส่ง ดาวน์โหลดแบบฟอร์ม กรอก แล้วส่งที่นี่",
  madeAt: "เมื่อ",
  fileName: "ไฟล์",
  rows: "รายชื่อ",
  state: "สถานะ",
  open: "ดูผล",
  states: {
    judged: "ตรวจแล้ว รอกดนำเข้า",
    running: "กำลังนำเข้า",
    done: "นำเข้าแล้ว",
  } satisfies Record<ImportState, string>,
  rowStates: {
    ready: "พร้อมนำเข้า",
    faulty: "ต้องแก้",
    made: "นำเข้าแล้ว",
  } satisfies Record<ImportRowState, string>,
  all: "ทั้งหมด",
  filterLabel: "เลือกดูตามผลตรวจ",
  line: "แถว",
  name: "ชื่อ – นามสกุล",
  result: "ผล",
  why: "ต้องแก้",
  columns,
  faults,
  fault: (column: string, why: string) => `${column}: ${why}`,
  progress: (done: string, total: string) => `นำเข้าแล้ว ${done} จาก ${total} รายชื่อ`,
  refresh: "ดูความคืบหน้าล่าสุด",
  runs: "ปิดหน้านี้ได้ ระบบนำเข้าต่อเอง กลับมาดูผลได้ที่หน้านี้",
  make: (rows: string) => `นำเข้า ${rows} รายชื่อ`,
  makeLead: (rows: string, faulty: string) =>
    faulty === "0"
      ? `จะออกรหัสและแต่งตั้งผู้ถือสิทธิ ${rows} รายชื่อ และส่งลิงก์ตั้งรหัสผ่านทางอีเมลให้แต่ละคน`
      : `จะออกรหัสและแต่งตั้งผู้ถือสิทธิ ${rows} รายชื่อ และส่งลิงก์ตั้งรหัสผ่านทางอีเมลให้แต่ละคน อีก ${faulty} แถวที่ต้องแก้จะไม่นำเข้า แก้ในไฟล์แล้วส่งใหม่ภายหลังได้`,
  nothingReady: "ไม่มีแถวที่นำเข้าได้ แก้ตามที่บอกแล้วส่งไฟล์ใหม่",
  download: "ดาวน์โหลดผลทุกแถว (.xlsx)",
  downloadName: "ผลนำเข้าผู้ถือสิทธิ",
  emptyKind: "ไม่มีแถวในกลุ่มนี้",
  next: "แถวถัดไป",
  first: "กลับไปแถวแรก",
  back: "กลับไปส่งไฟล์อื่น",
  kept: (days: number) => `ไฟล์ที่ส่งเก็บแบบเข้ารหัสไว้ ${days} วัน แล้วลบเอง ผู้ถือสิทธิที่นำเข้าแล้วยังอยู่`,
  refusal,
};
