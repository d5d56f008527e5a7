import { choice, line, plain, say, story, when } from "../petitions/packs/asking.ts";
import { free, usualDefinition } from "../petitions/packs/usual.ts";
import type { ServiceDefinition } from "../petitions/service-definition.ts";

/** By which slug the service stands at every central office. */
export const requestSlug = "soft-token-request";

/** The category of the service at a central office. */
export const requestCategory = { nameTh: "สิทธิและ Soft Token", nameEn: "Rights and Soft Tokens" };

/**
 * "แบบคำร้องขอใช้บริการ Soft Token" as a service of the central office: parts 1–3 are its form, part 4 is the petition's
 * end. It is filed on its own pages, by people in seats, and decided where it takes effect.
 */
export const requestDefinition: ServiceDefinition = {
  ...usualDefinition,
  name: say(["คำร้องขอใช้บริการ Soft Token", "Request for a Soft Token service"]),
  summary: say([
    "ลืมรหัสผ่าน เปลี่ยนมือถือ มือถือหาย เปลี่ยนผู้ใช้งาน หรือเปลี่ยนอีเมลที่ลงทะเบียน",
    "A forgotten password, another phone, a lost phone, another holder, another e-mail",
  ]),
  documents: [],
  fee: free,
  law: [],
  form: {
    format: 1,
    fields: [
      line("paying_unit", ["รหัสหน่วยเบิกจ่าย", "Code of the paying unit"]),
      line("agency", ["ชื่อหน่วยเบิกจ่าย", "Paying unit"]),
      line("name", ["ชื่อ - นามสกุล", "Name"]),
      plain("citizen_id", "citizen_id", ["เลขประจำตัวประชาชน", "Citizen ID"]),
      plain("email", "registered_email", ["email ที่ใช้ลงทะเบียน Soft Token", "Registered e-mail"], {
        optional: true,
      }),
      plain("phone", "mobile", ["เบอร์โทรศัพท์มือถือ", "Mobile"]),
      line("division", ["หน่วยงานสังกัด (สำนัก/กองหรือเทียบเท่า)", "Division"]),
      line("department", ["ส่วนราชการ (กรมหรือเทียบเท่า)", "Government agency"]),
      line("ministry", ["กระทรวง", "Ministry"]),
      line("user_code", ["รหัสผู้ใช้งาน (15 หลัก)", "User code"]),
      choice("case", ["ผู้ใช้งานมีความประสงค์", "What is asked for"], {
        password_forgotten: ["ขอ reset รหัสผ่าน/ลืมรหัสผ่าน", "A new password"],
        phone_changed: ["เปลี่ยนมือถือ", "Another phone"],
        phone_lost: ["มือถือหาย", "The phone was lost"],
        other: ["อื่น ๆ (โปรดระบุ)", "Something else"],
        holder_resigned: ["เปลี่ยนผู้ใช้งาน เนื่องจากผู้ใช้งานเดิม ลาออก", "Another holder: the one before resigned"],
        holder_moved: ["เปลี่ยนผู้ใช้งาน เนื่องจากผู้ใช้งานเดิม ย้ายสังกัด", "Another holder: the one before moved"],
        holder_other: ["เปลี่ยนผู้ใช้งาน เนื่องจากผู้ใช้งานเดิม อื่น ๆ", "Another holder: another reason"],
        email_changed: ["เปลี่ยน email ที่ลงทะเบียนไว้", "Another e-mail"],
      }),
      saidWhen("said", ["โปรดระบุ", "What is asked for"], "other"),
      saidWhen("said_change", ["เหตุผลที่เปลี่ยนผู้ใช้งาน", "Why the holder changes"], "holder_other"),
      plain("email", "new_email", ["email ใหม่ / email รับรหัสผ่านใหม่", "New e-mail"], { optional: true }),
    ],
  },
  ends: "decision",
  promised: { days: 3, unit: "working" },
  assurance: "phone",
  isDecidedApart: true,
};

function saidWhen(key: string, label: readonly [string, string], of: string) {
  const field = story(key, label, { showIf: when("case", of) });
  return field.type === "long_text" ? { ...field, minLength: 1 } : field;
}
