import type { RequestPaperWords } from "../../credentials/request-form.ts";
import { requestsTh } from "../credentials/requests-th.ts";

/** "แบบคำร้องขอใช้บริการ Soft Token". It goes to a Thai office, so there is no other language of it. */
export const requestFormTh: RequestPaperWords = {
  title: "แบบคำร้องขอใช้บริการ Soft Token",
  number: "เลขที่คำร้อง",
  parts: [
    "ส่วนที่ 1 ข้อมูลหน่วยเบิกจ่าย",
    "ส่วนที่ 2 ข้อมูลผู้ใช้งาน",
    "ส่วนที่ 3 ผู้ใช้งานมีความประสงค์",
    "ส่วนที่ 4 สำหรับเจ้าหน้าที่กรมบัญชีกลาง",
  ],
  labels: {
    payingUnit: "รหัสหน่วยเบิกจ่าย",
    agency: "ชื่อหน่วยเบิกจ่าย",
    name: "ชื่อ – นามสกุล",
    citizenId: "เลขประจำตัวประชาชน",
    registeredEmail: "email ที่ใช้ลงทะเบียน Soft Token",
    mobile: "เบอร์โทรศัพท์มือถือ",
    division: "หน่วยงานสังกัด (สำนัก/กองหรือเทียบเท่า)",
    department: "ส่วนราชการ (กรมหรือเทียบเท่า)",
    ministry: "กระทรวง",
    userCode: "รหัสผู้ใช้งาน (15 หลัก)",
  },
  cases: requestsTh.cases,
  newEmail: { holder: "email รับรหัสผ่านใหม่", own: "email ใหม่" },
  requesterSigns: "ลงชื่อ ผู้ใช้งาน",
  headSigns: "ลงชื่อ หัวหน้าหน่วยงาน",
  granted: "อนุมัติ",
  refused: "ไม่อนุมัติ",
  reason: "เหตุผล",
  registrarSigns: (name, at) => `เจ้าหน้าที่ ${name} วันที่ ${at}`,
};
