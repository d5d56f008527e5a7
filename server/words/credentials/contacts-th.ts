import type { HelpFaultKind, HelpField } from "../../credentials/token-help.ts";
import type { CampaignDay } from "../../credentials/token-campaign.ts";

/** Whom holders ask, and where the central office says so together with the campaign's days, in Thai. */
export const contactsTh = {
  help: {
    title: "ติดต่อสอบถาม",
    phone: "โทรศัพท์",
    line: "LINE Official Account",
    email: "อีเมล",
    chat: "แชตบอต",
    openChat: "เปิดแชตบอต",
  },
  title: "ช่องทางติดต่อและกำหนดวัน",
  lead: "ช่องทางติดต่อแสดงทุกหน้าของผู้ถือสิทธิ หัวหน้าหน่วยงาน และเจ้าหน้าที่ส่วนกลาง",
  contacts: "ติดต่อสอบถาม",
  fields: {
    phone: "โทรศัพท์",
    hours: "เวลาที่ติดต่อได้",
    lineId: "LINE Official Account",
    email: "อีเมล",
    chatUrl: "ที่อยู่ของแชตบอต",
  } satisfies Record<HelpField, string>,
  hints: {
    phone: "เช่น 0 2032 2636 หรือ 02-127-7000 ต่อ 6512",
    hours: "เช่น ในวันและเวลาราชการ 8.30–16.30 น.",
    lineId: "เช่น @cgdgfmis",
    email: "เช่น help@example.go.th",
    chatUrl: "ขึ้นต้นด้วย https://",
  } satisfies Record<HelpField, string>,
  faults: {
    phone_shape: "เบอร์โทรศัพท์ไม่ถูกต้อง ใส่เบอร์ในประเทศไทย เช่น 0 2032 2636",
    hours_long: "ยาวเกิน 120 ตัวอักษร",
    hours_alone: "ใส่เบอร์โทรศัพท์ด้วย",
    line_shape: "ชื่อ LINE ใช้ตัวอักษรอังกฤษ ตัวเลข . _ - เช่น @cgdgfmis",
    email_shape: "อีเมลไม่ครบ ต้องมีรูปแบบเหมือน help@example.go.th",
    url_shape: "ใส่ที่อยู่เว็บที่ขึ้นต้นด้วย https://",
  } satisfies Record<HelpFaultKind, string>,
  optional: "เว้นว่างช่องที่ไม่มีได้",
  save: "บันทึกช่องทางติดต่อ",
  savedHelp: "บันทึกช่องทางติดต่อแล้ว ทุกหน้าแสดงข้อมูลใหม่ภายใน 1 นาที",
  campaign: "กำหนดวันย้ายมาใช้ Soft Token",
  days: {
    readyBy: "เตรียมความพร้อมภายใน",
    switchFrom: "เปลี่ยนผ่านตั้งแต่",
    switchUntil: "เปลี่ยนผ่านถึง",
    returnBy: "ส่งคืนอุปกรณ์เดิมภายใน",
  } satisfies Record<CampaignDay, string>,
  dayBefore: "วันนี้ต้องไม่ก่อนกำหนดวันก่อนหน้า",
  remindDays: "เตือนผู้ที่ยังไม่ได้ทำ",
  remindChoice: (days: number) => (days === 0 ? "ไม่เตือนอัตโนมัติ" : `${days} วันก่อนถึงแต่ละกำหนด`),
  saveCampaign: "บันทึกกำหนดวัน",
  savedCampaign: "บันทึกกำหนดวันแล้ว",
};
