import type { RequestNoticeKind } from "../../credentials/request-notice.ts";
import type { ServiceCase } from "../../credentials/service-request.ts";

/** What is mailed about a request for service, in Thai. */
export const requestNoticesTh = {
  seat_request_sent: {
    title: "ส่วนกลางได้รับคำร้องขอใช้บริการ Soft Token แล้ว",
    body: "เจ้าหน้าที่จะตรวจคำร้องและแจ้งผลทางอีเมลนี้ ระหว่างรอ สิทธิและงานของคุณยังอยู่ครบ",
    button: null,
    notAsked: "ถ้าคุณไม่ได้ขอ และไม่ทราบว่าหัวหน้าหน่วยงานขอให้ แจ้งหัวหน้าหน่วยงานและส่วนกลางทันที",
  },
  seat_request_granted: {
    title: "คำร้องขอใช้บริการ Soft Token ได้รับอนุมัติ",
    body: "ส่วนกลางอนุมัติคำร้องแล้ว ถ้าต้องตั้งรหัสผ่านใหม่ ลิงก์อยู่ในอีเมลอีกฉบับ",
    button: "เข้าสู่ระบบ",
    notAsked: "ถ้าคุณไม่ได้ขอ แจ้งหัวหน้าหน่วยงานและส่วนกลางทันที",
  },
  seat_request_refused: {
    title: "คำร้องขอใช้บริการ Soft Token ไม่ได้รับอนุมัติ",
    body: "ส่วนกลางไม่อนุมัติคำร้อง เหตุผลอยู่ด้านล่าง แก้ไขตามเหตุผลแล้วยื่นคำร้องใหม่ได้ สิทธิของคุณไม่เปลี่ยนแปลง",
    button: "เข้าสู่ระบบ",
    notAsked: "ถ้าคุณไม่ได้ขอ แจ้งหัวหน้าหน่วยงาน",
  },
  seat_request_answered: {
    title: "มีข้อความใหม่ในคำร้องขอใช้บริการ Soft Token",
    body: "ส่วนกลางหรือหัวหน้าหน่วยงานเขียนข้อความในคำร้องของคุณ เข้าสู่ระบบเพื่ออ่านและตอบ ข้อความไม่แสดงในอีเมลนี้",
    button: "เข้าสู่ระบบ",
    notAsked: "ถ้าคุณไม่ได้ยื่นคำร้อง แจ้งหัวหน้าหน่วยงานและส่วนกลาง",
  },
  seat_request_code: {
    title: "รหัสยืนยันอีเมลใหม่",
    body: "นำรหัส 6 หลักนี้ไปกรอกในหน้าคำร้องเปลี่ยนอีเมล ภายใน 10 นาที อย่าบอกรหัสแก่ผู้อื่น",
    button: null,
    notAsked: "ถ้าคุณไม่ได้ขอเปลี่ยนอีเมล ไม่ต้องทำอะไร",
  },
} satisfies Record<RequestNoticeKind, object>;

/** A request that the head has still to sign, instead of "ได้รับคำร้องแล้ว": the central office decides after that. */
export const requestWaitsTh = {
  title: "คำร้องขอใช้บริการ Soft Token รอหัวหน้าลงนามก่อน",
  body: "ส่งคำร้องแล้ว ขั้นต่อไปหัวหน้าหน่วยงานลงนามในระบบ เมื่อลงนามแล้ว ส่วนกลางจึงพิจารณาและแจ้งผลทางอีเมลนี้ ระหว่างรอ สิทธิและงานของคุณยังอยู่ครบ",
  button: null,
  notAsked: requestNoticesTh.seat_request_sent.notAsked,
};

const newPhone =
  "ส่วนกลางอนุมัติแล้ว รหัสผ่านเดิมและ Soft Token ในเครื่องเดิมใช้ไม่ได้แล้ว ตั้งรหัสผ่านใหม่จากลิงก์ในอีเมลอีกฉบับก่อน แล้วเข้าสู่ระบบเพื่อเปิดใช้งาน Soft Token ในเครื่องใหม่";
const newHolder =
  "ส่วนกลางอนุมัติการเปลี่ยนผู้ใช้งานแล้ว ถ้ายังไม่ได้ลงทะเบียน ลิงก์ตั้งรหัสผ่านอยู่ในอีเมลอีกฉบับ ตั้งรหัสผ่านแล้วเข้าสู่ระบบเพื่อลงทะเบียน Soft Token";

/** What a grant means, of each case: what ended, and what comes next. */
export const grantedBodiesTh: Readonly<Record<ServiceCase, string>> = {
  password_forgotten: "ส่วนกลางอนุมัติแล้ว ตั้งรหัสผ่านใหม่จากลิงก์ในอีเมลอีกฉบับ ถ้าไม่เห็นอีเมลนั้น ดูในกล่องจดหมายขยะด้วย",
  phone_changed: newPhone,
  phone_lost: newPhone,
  other: "ส่วนกลางอนุมัติคำร้องแล้ว และติดต่อคุณตามเบอร์โทรที่แจ้งไว้ในคำร้อง สิทธิและรหัสผ่านของคุณไม่เปลี่ยนแปลง",
  holder_resigned: newHolder,
  holder_moved: newHolder,
  holder_other: newHolder,
  email_changed:
    "ส่วนกลางอนุมัติแล้ว รหัสผ่านและ Soft Token เดิมใช้ไม่ได้แล้ว ตั้งรหัสผ่านใหม่จากลิงก์ในอีเมลอีกฉบับก่อน แล้วเข้าสู่ระบบเพื่อเปิดใช้งาน Soft Token ใหม่",
};
