import { campaignNoticesTh } from "./campaign-th.ts";
import { keyNoticesTh } from "./key-notices-th.ts";
import { registrationNoticesTh } from "./registration-notices-th.ts";
import { grantedBodiesTh, requestNoticesTh, requestWaitsTh } from "./request-notices-th.ts";

/** What somebody in a seat is told by mail and in LINE, in Thai. */
export const noticesTh = {
  facts: {
    userCode: "รหัสผู้ใช้งาน",
    right: "สิทธิ",
    agency: "หน่วยงาน",
    linkUntil: "ลิงก์ใช้ได้ถึง",
    lastDay: "ใช้งานได้ถึงวันที่",
    reason: "เหตุผล",
    when: "เวลา",
  },
  ends: {
    resigned: "ลาออก",
    transferred: "โอน/ย้าย",
    holder_changed: "เปลี่ยนผู้ถือสิทธิ",
    email_changed: "เปลี่ยน email ที่ลงทะเบียน",
    other: "อื่น\u00a0ๆ",
    not_taken_up: "ยกเลิกการแต่งตั้งก่อนลงทะเบียน",
    time_over: "ครบกำหนดตามคำสั่ง",
  },
  /** The old password ended before the link was sent. */
  passwordOver: {
    title: "ตั้งรหัสผ่านใหม่ก่อนเข้าสู่ระบบ",
    body: "รหัสผ่านเดิมใช้ไม่ได้แล้ว ตั้งรหัสผ่านใหม่ด้วยลิงก์นี้ แล้วเข้าสู่ระบบเพื่อเปิดใช้งาน Soft Token ลิงก์ใช้ได้ครั้งเดียว อย่าส่งต่อให้ผู้อื่น",
    button: "ตั้งรหัสผ่านใหม่",
    notAsked: "ถ้าคุณไม่ได้ขอหรือไม่ได้ลงทะเบียน อย่าส่งต่อลิงก์นี้ และแจ้งหัวหน้าหน่วยงานและส่วนกลางทันที",
  },
  grantedBodies: grantedBodiesTh,
  requestWaits: requestWaitsTh,
  kinds: {
    ...keyNoticesTh.kinds,
    ...campaignNoticesTh,
    ...registrationNoticesTh.kinds,
    ...requestNoticesTh,
    seat_named: {
      title: "คุณได้รับแต่งตั้งเป็นผู้ถือสิทธิ",
      body: "ตั้งรหัสผ่านของคุณเองด้วยลิงก์นี้ แล้วเข้าสู่ระบบเพื่อลงทะเบียน Soft Token ลิงก์ใช้ได้ครั้งเดียว อย่าส่งต่อให้ผู้อื่น",
      button: "ตั้งรหัสผ่าน",
      notAsked: "ถ้าคุณไม่ได้รับแต่งตั้ง ไม่ต้องกดลิงก์ และแจ้งหัวหน้าหน่วยงานตามชื่อข้างต้น",
    },
    seat_password_link: {
      title: "ตั้งรหัสผ่านใหม่",
      body: "ลิงก์นี้ใช้ตั้งรหัสผ่านใหม่ได้ครั้งเดียว อย่าส่งต่อให้ผู้อื่น",
      button: "ตั้งรหัสผ่านใหม่",
      notAsked: "ถ้าคุณไม่ได้ขอ ไม่ต้องกดลิงก์ รหัสผ่านเดิมยังใช้ได้ และแจ้งหัวหน้าหน่วยงานให้ทราบ",
    },
    seat_naming_withdrawn: {
      title: "ยกเลิกการแต่งตั้งแล้ว",
      body: "หัวหน้าหน่วยงานยกเลิกการแต่งตั้งคุณก่อนลงทะเบียนเสร็จ รหัสผ่านและลิงก์ที่ได้รับใช้ไม่ได้แล้ว",
      button: null,
      notAsked: "ถ้ามีข้อสงสัย สอบถามหัวหน้าหน่วยงาน",
    },
    seat_taken: {
      title: "คุณเป็นผู้ถือสิทธิแล้ว",
      body: "ส่วนกลางอนุมัติแล้ว เข้าสู่ระบบเพื่อเปิดใช้งาน Soft Token บนโทรศัพท์ของคุณ ถ้าระบบให้เปลี่ยนรหัสผ่าน ทำตามที่หน้าจอบอก",
      button: "เข้าสู่ระบบ",
      notAsked: "ถ้าคุณไม่ได้ลงทะเบียน แจ้งหัวหน้าหน่วยงานทันที",
    },
    seat_end_planned: {
      title: "กำหนดวันสิ้นสุดสิทธิของคุณแล้ว",
      body: "หัวหน้าหน่วยงานกำหนดวันสุดท้ายที่คุณใช้สิทธินี้ไว้ ระหว่างนี้ยังใช้งานได้ตามปกติ",
      button: null,
      notAsked: "ถ้าเห็นว่าไม่ถูกต้อง แจ้งหัวหน้าหน่วยงานก่อนถึงวันนั้น",
    },
    seat_phone_lost: {
      title: "รับแจ้งโทรศัพท์หาย ระงับ Soft Token แล้ว",
      body: "Soft Token เครื่องที่เข้าสู่ระบบไว้ และรายการที่รอยืนยัน หยุดทั้งหมดแล้ว สิทธิของคุณยังอยู่ เมื่อได้เครื่องใหม่ ยื่นคำร้องขอใช้บริการข้อ 3 “มือถือหาย”",
      button: null,
      notAsked: "ถ้าโทรศัพท์ไม่ได้หาย แจ้งหัวหน้าหน่วยงานหรือส่วนกลางทันที",
    },
    seat_ended: {
      title: "สิทธิของคุณสิ้นสุดแล้ว",
      body: "คุณไม่ได้เป็นผู้ถือสิทธินี้แล้ว Soft Token และเครื่องที่เข้าสู่ระบบไว้ใช้ไม่ได้อีก งานที่ทำไว้ยังอยู่ครบ",
      button: null,
      notAsked: "ถ้าเห็นว่าไม่ถูกต้อง แจ้งหัวหน้าหน่วยงานทันที",
    },
  },
};
