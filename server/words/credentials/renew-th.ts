import { unbroken } from "../unbroken.ts";

/** Renewing a Soft Token: the computer's page, in Thai. */
export const renewTh = {
  title: "ต่ออายุ Soft Token",
  ending: (days: number) => `Soft Token จะหมดอายุใน ${days} วัน`,
  endingBody: (day: string) => `ใช้ได้ถึงวันที่ ${unbroken(day)} ต่ออายุตอนนี้ใช้เวลาไม่ถึงหนึ่งนาที`,
  expired: "Soft Token หมดอายุแล้ว",
  expiredBody: "ต้องต่ออายุก่อนจึงเข้าใช้งานได้ รหัสผ่านและรหัส PIN เดิมยังใช้ได้",
  goOn: "เข้าใช้งานระบบต่อ (Continue to GFMIS)",
  now: "ต่ออายุทันที (Renew Soft Token)",
  waiting: "กำลังรอโทรศัพท์",
  steps: [
    "เปิด LINE ในโทรศัพท์ กดข้อความ “ต่ออายุ Soft Token”",
    "กด “อัปเดตโปรไฟล์ (Update Profile)” แล้วใส่รหัส PIN",
    "เมื่อโทรศัพท์บอกว่าสำเร็จ กลับมากด “ตรวจสอบ”",
  ],
  quiet: "ครั้งนี้ไม่มีข้อความเข้าโทรศัพท์",
  quietHow: (until: string) =>
    `เพราะเพิ่งมีการกด “ไม่ใช่ฉัน” ในโทรศัพท์ ถ้าเป็นคุณเอง สแกน QR Code นี้ด้วย LINE แล้วกด “อัปเดตโปรไฟล์” ข้อความจะเข้าตามปกติหลัง ${until}`,
  qrLabel: "QR Code ที่เปิดหน้า Soft Token บนโทรศัพท์",
  phoneGone: "โทรศัพท์ไม่อยู่กับคุณ หรือต่ออายุไม่ได้",
  lost: "โทรศัพท์หาย",
  request: "คำร้องขอใช้บริการ",
  check: "ตรวจสอบ",
  again: "ขอต่ออายุใหม่",
  over: "ยังไม่ได้ต่ออายุ",
  overBody: "หมดเวลา หรือโทรศัพท์ตอบว่าไม่ใช่คุณ Soft Token เดิมไม่เปลี่ยนแปลง",
  done: "ดำเนินการแล้ว",
  doneBody: (day: string) => `Soft Token ใหม่ใช้ได้ถึงวันที่ ${unbroken(day)}`,
  enter: "เข้าสู่ระบบ",
  home: "ไปหน้าหลัก",
  samePhone: "ทำต่อบนโทรศัพท์เครื่องนี้",
  refusal: {
    no_key: () => "ไม่มี Soft Token บนโทรศัพท์แล้ว",
    not_yet: () => "ยังไม่ถึงเวลาต่ออายุ ต่อได้เมื่อเหลือไม่เกิน 30 วัน",
    authority_none: () => "ระบบนี้ยังไม่ได้ตั้งค่าการออกใบรับรอง กรุณาแจ้งผู้ดูแลระบบ",
  },
};
