import type { ResetReason, ResetSecondStepRefusal } from "../../agencies/second-step-reset.ts";
import type { RefusalWords } from "../refusal-words.ts";

/** Setting somebody's second step anew, in Thai. */
export const secondStepResetTh = {
  title: "ตั้งการยืนยันขั้นที่สองใหม่",
  lead: "ใช้เมื่อเจ้าของบัญชีแจ้งด้วยตนเองว่าไม่มีแอปหรือพาสคีย์เดิมแล้ว ดูให้แน่ใจว่าเป็นเจ้าของบัญชีจริง",
  what: "แอปยืนยันตัวตนและพาสคีย์ทั้งหมดจะใช้ไม่ได้ เครื่องที่เข้าสู่ระบบอยู่จะออกจากระบบ เจ้าของบัญชีได้รับอีเมล และตั้งแอปใหม่เมื่อเข้าสู่ระบบครั้งต่อไป",
  name: "ชื่อ-สกุล",
  username: "ชื่อผู้ใช้",
  level: "ระดับสิทธิ",
  reason: "เหตุผล",
  yes: "ยืนยันตั้งใหม่",
  no: "ไม่ตั้งใหม่",
  doneTitle: "ตั้งใหม่แล้ว",
  doneBody: "แจ้งเจ้าของบัญชีให้เข้าสู่ระบบด้วยรหัสผ่านเดิม แล้วตั้งแอปยืนยันตัวตนใหม่ตามหน้าจอ",
  back: "กลับ",
  reasons: {
    lost: "โทรศัพท์หรืออุปกรณ์หาย",
    replaced: "เปลี่ยนโทรศัพท์หรืออุปกรณ์",
    broken: "โทรศัพท์หรืออุปกรณ์เสีย",
    suspected: "สงสัยว่าผู้อื่นใช้",
  } satisfies Record<ResetReason, string>,
  refusal: {
    staff_missing: () => "ไม่พบบัญชีนี้",
    reset_reason_missing: () => "เลือกเหตุผล",
  } satisfies RefusalWords<ResetSecondStepRefusal>,
};
