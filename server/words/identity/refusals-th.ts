import type { BirthDateRefusal } from "../../kernel/birth-date.ts";
import type { CitizenIdRefusal } from "../../kernel/citizen-id.ts";
import type { LaserCodeRefusal } from "../../kernel/laser-code.ts";
import type { PersonNameRefusal } from "../../kernel/person-name.ts";
import type { PhoneRefusal } from "../../kernel/phone.ts";
import type { OtpRefusal, OtpTextRefusal } from "../../identity/otp.ts";
import type { PinTryRefusal, PinWrongRefusal } from "../../identity/pin-throttle.ts";
import type { PinTextRefusal, WeakPinRefusal } from "../../identity/pin.ts";
import { sayNotBefore } from "../not-before.ts";
import type { RefusalWords } from "../refusal-words.ts";
import { unbroken } from "../unbroken.ts";

/** Everything that identity refuses, from a digit too few to an OTP too late. */
export type IdentityRefusal =
  | BirthDateRefusal
  | CitizenIdRefusal
  | LaserCodeRefusal
  | PersonNameRefusal
  | PhoneRefusal
  | PinTextRefusal
  | WeakPinRefusal
  | PinTryRefusal
  | PinWrongRefusal
  | OtpTextRefusal
  | Exclude<OtpRefusal, { readonly kind: "otp_wrong" }>
  | { readonly kind: "otp_wrong"; readonly left: number }
  | { readonly kind: "otp_closed"; readonly until: Date }
  | { readonly kind: "otp_wait"; readonly until: Date }
  | { readonly kind: "otp_busy" | "otp_limit" | "sms_off" }
  | { readonly kind: "card_mismatch" | "card_incomplete" | "card_limit" | "card_changed" }
  | { readonly kind: "consent_version_changed" | "pin_not_same" | "pin_limit" | "registration_elsewhere" }
  | { readonly kind: "recovery_mismatch" | "no_phone" | "no_account" | "no_pin" }
  | { readonly kind: "step_out_of_order" };

const seenAs = (seen: string, digit: string | null) =>
  digit === null
    ? `ใช้ตัวเลขเท่านั้น พบ “${seen}”`
    : `พบ “${seen}” ซึ่งไม่ใช่ตัวเลข หมายถึงเลข ${digit} หรือไม่ กรุณาพิมพ์ใหม่`;

const parts = { day: "วัน", month: "เดือน", year: "ปี" };

/** The sentences of identity's refusals, in Thai: what is wrong, and what to do. */
export const identityRefusalsTh = {
  birth_date_year_missing: () => "กรอกปีเกิด พ.ศ. ถ้าบัตรไม่มีวันหรือเดือน เลือก “ไม่ทราบ”",
  birth_date_month_missing: () => "เลือกวันแล้ว กรุณาเลือกเดือนด้วย",
  birth_date_not_digits: ({ part, seen, digit }) => `${parts[part]}: ${seenAs(seen, digit)}`,
  birth_date_year_not_buddhist: ({ suggestedBe }) =>
    suggestedBe === null ? "ปีเกิดเป็น พ.ศ. 4 หลัก เช่น 2498" : `ปีเกิดต้องเป็น พ.ศ. หมายถึง พ.ศ. ${suggestedBe} หรือไม่`,
  birth_date_impossible: ({ part }) => `ไม่มี${parts[part]}นี้ในปฏิทิน ตรวจดูวันเดือนปีเกิดบนบัตรอีกครั้ง`,
  birth_date_future: () => "วันเกิดยังมาไม่ถึง ตรวจดูปี พ.ศ. อีกครั้ง",
  birth_date_too_old: ({ years }) => `อายุเกิน ${years} ปี ตรวจดูปี พ.ศ. อีกครั้ง`,
  citizen_id_empty: () => "กรอกหมายเลขบัตรประจำตัวประชาชน 13 หลัก",
  citizen_id_length: ({ digits }) => `เลขบัตรมี 13 หลัก ตอนนี้มี ${digits} หลัก`,
  citizen_id_not_digits: ({ seen, digit }) => seenAs(seen, digit),
  citizen_id_checksum: () => "เลขบัตรไม่ถูกต้อง มีบางหลักพิมพ์ผิด ตรวจดูกับบัตรอีกครั้ง",
  laser_code_empty: () => `กรอกเลขหลังบัตร เช่น ${unbroken("JT0-1234567-89")}`,
  laser_code_length: ({ characters }) => `เลขหลังบัตรมีตัวอักษร 2 ตัวและตัวเลข 10 หลัก ตอนนี้มี ${characters} ตัว`,
  laser_code_letters: ({ seen }) => `สองตัวแรกเป็นตัวอักษรอังกฤษ พบ “${seen}”`,
  laser_code_digits: ({ seen, digit }) => `หลังตัวอักษรสองตัวแรก ${seenAs(seen, digit)}`,
  name_empty: () => "กรอกตามที่เห็นบนบัตรประชาชน",
  name_too_long: ({ limit }) => `ยาวเกิน ${limit} ตัวอักษร`,
  name_character: ({ seen }) => `ใช้ตัวอักษรไทยหรืออังกฤษเท่านั้น พบ “${seen}”`,
  phone_empty: () => "กรอกหมายเลขโทรศัพท์มือถือ 10 หลัก",
  phone_not_digits: ({ seen, digit }) => seenAs(seen, digit),
  phone_foreign: () => "ใช้ได้เฉพาะหมายเลขในประเทศไทย",
  phone_length: ({ digits }) => `หมายเลขมี 10 หลัก ตอนนี้มี ${digits} หลัก`,
  phone_not_mobile: () => "หมายเลขมือถือขึ้นต้นด้วย 06, 08 หรือ 09",
  pin_empty: () => "กรอกรหัสผ่าน 6 หลัก",
  pin_length: ({ digits }) => `รหัสผ่านมี 6 หลัก ตอนนี้มี ${digits} หลัก`,
  pin_not_digits: () => "รหัสผ่าน 6 หลักใช้ตัวเลขเท่านั้น",
  pin_all_same: () => "เลขเดียวกันทั้งหกหลักเดาง่ายเกินไป ตั้งใหม่",
  pin_run: () => "เลขเรียงกันเดาง่ายเกินไป ตั้งใหม่",
  pin_birth_date: () => "ใกล้กับวันเกิดเกินไป ตั้งเลขอื่น",
  pin_citizen_id: () => "ตรงกับเลขบัตรของคุณ ตั้งเลขอื่น",
  pin_phone: () => "ตรงกับหกหลักท้ายของโทรศัพท์ ตั้งรหัสผ่านใหม่ ข้อมูลอื่นยังอยู่ครบ",
  pin_common: () => "เลขนี้มีคนใช้มาก เดาง่าย ตั้งเลขอื่น",
  pin_wait: ({ until }) => `ใส่ผิดหลายครั้ง ลองใหม่ได้หลัง ${sayNotBefore(until, "th")}`,
  pin_disabled: () => "ใส่ผิดครบ 10 ครั้ง รหัสผ่านนี้ถูกปิด กด “ลืมรหัสผ่าน” เพื่อตั้งใหม่",
  pin_wrong: ({ left, until }) =>
    until === null
      ? `รหัสผ่านไม่ถูกต้อง เหลืออีก ${left} ครั้ง`
      : `รหัสผ่านไม่ถูกต้อง เหลืออีก ${left} ครั้ง ลองใหม่ได้หลัง ${sayNotBefore(until, "th")}`,
  pin_not_same: () => "สองครั้งไม่เหมือนกัน ตั้งรหัสผ่านใหม่ ข้อมูลอื่นยังอยู่ครบ",
  pin_limit: () => "ตั้งรหัสผ่านหลายครั้งเกินไป ข้อมูลของคุณยังอยู่ ลองใหม่ในอีกหนึ่งชั่วโมง",
  otp_empty: () => "กรอกรหัส OTP 6 หลักจาก SMS",
  otp_length: ({ digits }) => `รหัส OTP มี 6 หลัก ตอนนี้มี ${digits} หลัก`,
  otp_not_digits: () => "รหัส OTP เป็นตัวเลข 6 หลัก ดูจาก SMS ล่าสุด",
  otp_wrong: ({ left }) => `รหัส OTP ไม่ถูกต้อง เหลืออีก ${left} ครั้ง ดูรหัสอ้างอิงให้ตรงกัน`,
  otp_expired: () => "รหัส OTP หมดอายุแล้ว กด “ขอรหัสใหม่”",
  otp_used: () => "รหัส OTP นี้ใช้ไปแล้ว กด “ขอรหัสใหม่”",
  otp_replaced: () => "มีรหัสใหม่กว่านี้ ใช้รหัสจาก SMS ล่าสุด",
  otp_closed: ({ until }) => `ใส่ผิดหลายครั้ง ลองใหม่ได้หลัง ${sayNotBefore(until, "th")}`,
  otp_wait: ({ until }) => `ส่งรหัสไปแล้ว ขอใหม่ได้หลัง ${sayNotBefore(until, "th")}`,
  otp_limit: () => "ขอรหัสหลายครั้งเกินไป ลองใหม่ในอีกหนึ่งชั่วโมง หรือติดต่อเจ้าหน้าที่",
  otp_busy: () => "ระบบพักการตรวจรหัสชั่วคราว ข้อมูลของคุณยังอยู่ ลองใหม่ในอีกหนึ่งชั่วโมง",
  sms_off: () => "ขณะนี้ส่ง SMS ไม่ได้ ข้อมูลของคุณยังอยู่ กรุณาติดต่อเจ้าหน้าที่ที่เคาน์เตอร์",
  card_mismatch: () => "ข้อมูลไม่ตรงกับทะเบียนบัตร ตรวจดูเลขบัตร ชื่อ วันเกิด และเลขหลังบัตร",
  card_incomplete: () => "ข้อมูลบัตรไม่ครบ ตรวจดูทุกช่องอีกครั้ง",
  card_limit: () => "ตรวจบัตรหลายครั้งเกินไป ลองใหม่ในอีกหนึ่งชั่วโมง",
  card_changed: () => "มีการแก้เลขบัตรหรือชื่อจากอีกหน้าจอ กรุณายืนยันวันเกิดและเลขหลังบัตรอีกครั้ง",
  consent_version_changed: () => "ข้อตกลงเพิ่งปรับปรุง กรุณาอ่านฉบับปัจจุบันแล้วตอบอีกครั้ง",
  registration_elsewhere: () => "หมายเลขนี้ลงทะเบียนไว้กับโทรศัพท์อื่น กรุณาติดต่อเจ้าหน้าที่",
  recovery_mismatch: () => "เลขบัตรหรือเลขหลังบัตรไม่ตรงกับบัญชีนี้ ตรวจดูกับบัตรอีกครั้ง",
  no_phone: () => "บัญชีนี้ยังไม่มีหมายเลขโทรศัพท์ กรุณาติดต่อเจ้าหน้าที่ที่เคาน์เตอร์",
  no_account: () => "ยังไม่มีบัญชี กรุณาลงทะเบียนก่อน",
  no_pin: () => "ยังไม่ได้ตั้งรหัสผ่าน 6 หลัก กรุณาเข้าสู่ระบบด้วยรหัสผ่านก่อน",
  step_out_of_order: () => "ยังมีขั้นตอนก่อนหน้านี้ที่ต้องทำ",
} as const satisfies RefusalWords<IdentityRefusal>;
