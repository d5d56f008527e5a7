import type { SlipDayRefusal } from "../../visits/slip.ts";
import type { ServiceCodeRefusal } from "../../visits/service-code.ts";
import type { RefusalWords } from "../refusal-words.ts";

/** What entering or making void a slip refuses beside the fields of a visit. */
export type SlipRefusal =
  | SlipDayRefusal
  | ServiceCodeRefusal
  | { readonly kind: "slip_count"; readonly fewest: number; readonly most: number }
  | { readonly kind: "slip_missing" | "slip_void" | "slip_one_service" | "slip_reason_missing" }
  | { readonly kind: "slip_entered" };

/** Spare paper slips with codes (N17), in Thai. */
export const slipsTh = {
  title: "ใบรหัสสำรอง",
  lead: "พิมพ์ไว้ล่วงหน้าสำหรับวันที่เครือข่ายใช้ไม่ได้ แล้วนำมากรอกเมื่อใช้ได้อีก รหัสหนึ่งใช้ได้ครั้งเดียว",
  make: "ทำใบรหัสชุดใหม่",
  count: "จำนวนใบ",
  countHint: "10–200 ใบ",
  makeYes: "ทำและเปิดแผ่นพิมพ์",
  blocks: "ชุดที่ทำไว้",
  empty: "ยังไม่มีใบรหัสสำรอง",
  madeAt: "ทำเมื่อ",
  blank: "ยังไม่ใช้",
  entered: "กรอกแล้ว",
  voided: "ยกเลิก",
  actions: "จัดการ",
  print: "พิมพ์",
  enter: "กรอกใบที่ใช้แล้ว",
  code: "รหัสบนใบ",
  codeHint: "เช่น PP 1234 567 890",
  day: "วันที่ใช้",
  dayHint: "วันนี้หรือย้อนหลังไม่เกิน 7 วัน",
  enterYes: "บันทึกใบรหัส",
  enteredNow: "บันทึกใบรหัสแล้ว",
  enteredNowNext: "รหัสนี้มีในรายงานแล้ว และใช้ซ้ำไม่ได้",
  void: "ยกเลิกใบที่เสียหรือหาย",
  reason: "เหตุผล",
  voidYes: "ยกเลิกใบนี้",
  voidedNow: "ยกเลิกใบรหัสแล้ว รหัสนี้จะไม่ถูกใช้อีก",
  sheetTitle: "แผ่นใบรหัสสำรอง",
  sheetLead: "ใช้เมื่อเครือข่ายใช้ไม่ได้เท่านั้น กรอกให้ครบทุกช่อง แล้วนำมาบันทึกภายใน 7 วัน",
  sheetPrint: "ดาวน์โหลด PDF แล้วพิมพ์ หรือสั่งพิมพ์จากเบราว์เซอร์ (Ctrl+P)",
  sheetPdf: "ดาวน์โหลด PDF 8 ใบต่อหน้า",
  citizenId: "เลขประจำตัวประชาชน",
  name: "ชื่อ-สกุล",
  mobile: "โทรศัพท์มือถือ",
  dayTime: "วันที่และเวลา",
  service: "บริการ",
  number: "ใบที่",
  refusal: {
    slip_count: ({ fewest, most }) => `ทำได้ครั้งละ ${fewest}–${most} ใบ`,
    slip_day_shape: () => "เลือกวันที่ใช้ใบรหัส",
    slip_day_future: () => "วันนี้ยังมาไม่ถึง เลือกวันที่ใช้ใบรหัสจริง",
    slip_day_old: ({ days }) => `เกิน ${days} วันแล้ว จึงกรอกไม่ได้ ติดต่อผู้ดูแลหน่วยบริการ`,
    service_code_empty: () => "กรอกรหัสบนใบ",
    service_code_prefix: ({ prefix }) => `รหัสขึ้นต้นด้วย ${prefix}`,
    service_code_length: ({ digits }) => `หลัง PP มีตัวเลข 10 หลัก ตอนนี้มี ${digits} หลัก`,
    service_code_not_digits: ({ seen }) => `หลัง PP เป็นตัวเลขเท่านั้น พบ “${seen}”`,
    slip_missing: () => "ไม่พบรหัสนี้ในใบรหัสสำรองของหน่วยบริการ ตรวจดูตัวเลขอีกครั้ง",
    slip_void: () => "ใบนี้ยกเลิกไปแล้ว จึงใช้ไม่ได้",
    slip_entered: () => "ใบนี้กรอกไปแล้ว ไม่ต้องกรอกซ้ำ",
    slip_one_service: () => "ใบหนึ่งมีหนึ่งรหัส เลือกได้หนึ่งบริการ",
    slip_reason_missing: () => "กรอกเหตุผลที่ยกเลิก",
  } satisfies RefusalWords<SlipRefusal>,
};
