import type { ServiceCodeStatus } from "../../visits/service-code.ts";
import type { ApiProblem } from "../../systems/api-problem.ts";
import type { RefusalWords } from "../refusal-words.ts";

const status: Record<ServiceCodeStatus, string> = {
  issued: "ออกแล้ว",
  used: "ใช้แล้ว",
  closed: "ปิดสิทธิแล้ว",
  cancelled: "ยกเลิก",
  expired: "หมดอายุ",
};

/** What a hospital's own system is answered (F8), in Thai. */
export const apiTh = {
  problem: {
    key_invalid: () => "กุญแจ API ไม่ถูกต้อง หมดอายุ หรือถูกยกเลิกแล้ว",
    key_scope: ({ scope }) => `กุญแจ API นี้ไม่มีขอบเขต ${scope}`,
    key_limit: ({ seconds }) => `เรียกถี่เกินไป ลองใหม่ใน ${seconds} วินาที`,
    not_found: () => "ไม่พบสิ่งที่ขอในหน่วยบริการนี้",
    body_too_large: ({ bytes }) => `ข้อมูลใหญ่เกิน ${bytes} ไบต์`,
    body_not_json: () => "ข้อมูลที่ส่งต้องเป็น JSON (content-type: application/json)",
    request_invalid: () => "ข้อมูลที่ส่งไม่ครบหรือผิดรูปแบบ ดูรายการใน errors",
    idempotency_key_missing: () => "ต้องส่งส่วนหัว Idempotency-Key (1–128 ตัวอักษร)",
    idempotency_key_reused: () => "Idempotency-Key นี้ใช้กับคำขออื่นไปแล้ว",
    request_in_flight: () => "คำขอแรกที่ใช้ Idempotency-Key นี้ยังทำไม่เสร็จ ลองใหม่อีกครู่",
    facility_closed: () => "หน่วยบริการนี้ปิดแล้ว จึงออกรหัสไม่ได้",
    service_not_offered: () => "วันนี้หน่วยบริการไม่ได้เปิดบริการที่ขอ",
    person_unknown: () => "ยังไม่มีข้อมูลของเลขนี้",
    codes_there_already: () => "วันนี้ออกรหัสของทุกบริการที่ขอให้คนนี้แล้ว ดูรหัสใน codes",
    visit_not_draft: () => "รายการนี้ยืนยันหรือยกเลิกไปแล้ว",
    draft_changed: () => "มีผู้แก้รายการนี้ไปก่อนแล้ว",
    code_move_refused: ({ status: at }) => `รหัสนี้${status[at]} จึงทำรายการนี้ไม่ได้`,
    cancel_reason_missing: () => "บอกเหตุผลที่ยกเลิก",
    fault: () => "ระบบขัดข้องชั่วคราว ไม่มีข้อมูลที่ยืนยันแล้วสูญหาย ลองใหม่ด้วย Idempotency-Key เดิม",
  } satisfies RefusalWords<ApiProblem>,
  field: {
    expected: (expected: string) => `ต้องเป็น ${expected}`,
    wrong: "ค่านี้ใช้ไม่ได้",
  },
  operation: {
    about: "กุญแจนี้ หน่วยบริการ และบริการที่เปิดวันนี้",
    issue: "ขอรหัสเข้ารับบริการ หนึ่งบริการหนึ่งรหัส",
    code: "ดูรหัสหนึ่งรหัส",
    latest: "รหัสล่าสุดของบุคคลที่หน่วยบริการนี้",
    status: "รหัสของบุคคลในวันและบริการหนึ่ง",
    use: "บันทึกว่ามาใช้รหัสแล้ว",
    close: "ปิดสิทธิ ได้รหัส EP",
    cancel: "ยกเลิกรหัสพร้อมเหตุผล",
    report: "รายงานการเข้ารับบริการ ทีละหน้า",
    reconcile: "ตรวจรายการก่อนส่งเบิก",
  },
  document: {
    unchanged: "ไม่เปลี่ยนจากที่มีอยู่ (If-None-Match)",
    title: "API ของประตู",
    lead: (calls: number) =>
      `เรียกได้ไม่เกิน ${calls} ครั้งต่อนาทีต่อกุญแจ วันเป็น ค.ศ. ตามเวลากรุงเทพฯ เวลาเป็น UTC ข้อมูลบุคคลเห็นเฉพาะของหน่วยบริการตนเอง และประชาชนเห็นทุกครั้งที่เรียกดู`,
    key: (scopes: string) => `กุญแจจากหน้า /console/systems ขอบเขต: ${scopes}`,
  },
  webhook: {
    title: "เหตุการณ์ในชีวิตของรหัส ส่งไปยังปลายทาง webhook",
    header: {
      "webhook-id": "เลขข้อความ เลขเดิมทุกครั้งที่ส่งซ้ำ ใช้ทิ้งข้อความที่เคยรับแล้ว",
      "webhook-timestamp": "เวลาที่ส่ง เป็นวินาที (Unix)",
      "webhook-signature": "ลายเซ็น v1,<base64> หนึ่งลายเซ็นหรือมากกว่า คั่นด้วยช่องว่าง",
    },
    taken: "รับแล้ว",
    unwanted: "ไม่ต้องการข้อความนี้ จะไม่ส่งซ้ำ",
    again: "คำตอบอื่น หรือไม่ตอบใน 10 วินาที จะส่งซ้ำราวสามวัน",
  },
  agent: {
    asked_today: "วันนี้คุณขอ AuthenCode แล้ว",
    citizen_id: "เลขประจำตัวประชาชนไม่ถูกต้อง ต้องมี 13 หลัก",
    claim_type: "ประเภทการเข้ารับบริการ (claimType) นี้ไม่เปิดวันนี้",
    other_facility: "รหัสหน่วยบริการ (hcode) ไม่ตรงกับหน่วยบริการของกุญแจ",
    no_code: "ไม่พบ AuthenCode ของเลขนี้ที่หน่วยบริการนี้",
    no_reader: "ที่อยู่นี้อ่านบัตรไม่ได้ ใช้โปรแกรมอ่านบัตรที่เครื่อง",
    correlation_missing: "ไม่พบ correlationId จากการอ่านบัตร",
    fault: "ระบบขัดข้องชั่วคราว",
  },
};
