import type {
  DecideRequestRefusal,
  FileRequestRefusal,
  NoteCallRefusal,
  PaperRefusal,
  ProveRequestEmailRefusal,
  SayInRequestRefusal,
  SendRequestCodeRefusal,
  SignOnPhoneRefusal,
  SignRefusal,
} from "../../credentials/request-refusal.ts";
import type {
  CallOutcome,
  Requester,
  RequestState,
  ServiceCase,
  SigningWay,
} from "../../credentials/service-request.ts";
import type { PinTextRefusal } from "../../identity/pin.ts";
import type { PinTryRefusal, PinWrongRefusal } from "../../identity/pin-throttle.ts";
import type { RequestFaultKind } from "../../credentials/typed-request.ts";
import { formsTh } from "../forms/th.ts";
import type { RefusalWords } from "../refusal-words.ts";
import { registrationTh } from "./registration-th.ts";
import { requestDecideTh } from "./request-decide-th.ts";

/** The PIN's own refusals are said as everywhere. */
type PinRefusal = PinTextRefusal | PinTryRefusal | PinWrongRefusal;

type Refused =
  | Exclude<FileRequestRefusal, { readonly kind: "request_wrong" }>
  | SignRefusal
  | PaperRefusal
  | DecideRequestRefusal
  | NoteCallRefusal
  | ProveRequestEmailRefusal
  | SendRequestCodeRefusal
  | Exclude<SignOnPhoneRefusal, PinRefusal | { readonly kind: "request_wrong" }>
  | SayInRequestRefusal;

const refusal: RefusalWords<Refused> = {
  ...formsTh.attachment,
  ...registrationTh.refusal.code,
  paper_missing: () => "แนบแบบคำร้องที่ลงนามแล้ว 1 ไฟล์",
  seat_not_found: () => "ไม่พบผู้ถือสิทธิของรหัสนี้ในความดูแลของคุณ ตรวจรหัสและผู้ถืออีกครั้ง ยังไม่มีอะไรถูกส่ง",
  holding_over: () => "เรื่องนี้ทำกับสิทธินี้ไม่ได้แล้ว เพราะสิ้นสุดไปแล้วหรือยังไม่เริ่มใช้ ไม่มีอะไรเปลี่ยนแปลง",
  case_not_yours: () => "เรื่องนี้ต้องให้หัวหน้าหน่วยงานหรือผู้ถือสิทธิรายใหม่เป็นผู้ยื่น เลือกเรื่องอื่น",
  lost_report_missing: () =>
    "ต้องแจ้งโทรศัพท์หายก่อน เพื่อหยุดใช้งานเครื่องที่หายทันที แจ้งที่หน้า “แจ้งโทรศัพท์หาย” แล้วกลับมายื่นคำร้องนี้",
  successor_missing: () => "ยังไม่มีผู้ถือสิทธิรายใหม่ หัวหน้าหน่วยงานต้องแต่งตั้งด้วยคำสั่งก่อน แล้วจึงยื่นคำร้องนี้",
  email_taken: () => "อีเมลนี้ผูกกับเลขประจำตัวประชาชนอื่นแล้ว ใช้ร่วมกันไม่ได้ กรอกอีเมลอื่น",
  request_open: () =>
    "มีคำร้องเรื่องเดียวกันรอส่วนกลางอยู่แล้ว ไม่ต้องยื่นซ้ำ ผลแจ้งทางอีเมล และดูได้ในรายการคำร้องเมื่อเข้าสู่ระบบด้วย Soft Token",
  password_wrong: ({ left }) => `รหัสผ่านไม่ถูกต้อง ยังไม่ได้ส่ง ลองได้อีก ${left} ครั้ง`,
  totp_wrong: ({ left }) => `รหัสจากแอปไม่ถูกต้อง ยังไม่ได้บันทึก รอรหัสใหม่แล้วลองอีก ${left} ครั้ง`,
  sign_in_wait: () => "กรอกผิดหลายครั้ง รอสักครู่แล้วลองใหม่ ข้อมูลที่กรอกยังอยู่ครบ",
  account_locked: () => "รหัสนี้ถูกล็อกเพราะกรอกผิดหลายครั้ง ให้หัวหน้าหน่วยงานหรือส่วนกลางช่วย",
  account_missing: () => "บัญชีนี้ใช้ไม่ได้แล้ว ออกจากระบบแล้วเข้าใหม่",
  seat_missing: () => "สิทธินี้ใช้ไม่ได้แล้ว ออกจากระบบแล้วเข้าใหม่",
  key_over: () => "Soft Token นี้สิ้นสุดหรือหมดอายุแล้ว ยังไม่ได้ส่ง เข้าสู่ระบบที่คอมพิวเตอร์ใหม่เพื่อต่ออายุ หรือลงนามด้วยรหัสผ่าน",
  signature_wrong: () => "โทรศัพท์นี้ลงนามไม่ได้ ยังไม่ได้ส่ง กรุณากดอีกครั้ง ถ้ายังไม่ได้ ลงนามที่คอมพิวเตอร์แทน",
  request_unsigned: () => "คำร้องนี้ยังไม่ได้ลงนาม ลงนามและส่งก่อน แล้วจึงเขียนถึงส่วนกลางได้",
  words_missing: () => "เขียนข้อความก่อนกดส่ง",
  words_long: ({ most }) => `ข้อความยาวเกิน ${most} ตัวอักษร ย่อให้สั้นลง ข้อความที่เขียนยังอยู่ครบ`,
  messages_many: () => "ส่งข้อความหลายครั้งแล้ว รอ 1 ชั่วโมงแล้วส่งใหม่ ข้อความที่เขียนยังอยู่ครบ",
  outcome_missing: () => "เลือกว่ามีผู้รับสายหรือไม่",
  request_not_found: () => "ไม่พบคำร้องนี้",
  request_decided: () => "คำร้องนี้มีผลหรือถูกถอนไปแล้ว ดูผลด้านล่าง ไม่มีอะไรเปลี่ยนแปลงจากการกดครั้งนี้",
  head_unsigned: () => "หัวหน้าหน่วยงานยังไม่ลงนาม อนุมัติไม่ได้จนกว่าจะลงนาม",
  not_called: () => "บันทึกการโทรกลับก่อน แล้วจึงอนุมัติ",
  email_unproven: () => "ผู้ถือสิทธิยังไม่ได้ยืนยันอีเมลใหม่ด้วยรหัส อนุมัติไม่ได้จนกว่าจะยืนยัน",
  no_email: () => "ไม่มีอีเมลที่ลงทะเบียนไว้ จึงส่งลิงก์ไม่ได้ ออกจดหมายปิดผนึกแทน แล้วปฏิเสธคำร้องนี้พร้อมเหตุผล",
  entered_by_you: () =>
    "คุณเป็นผู้บันทึกคำร้องนี้จากแบบกระดาษ จึงพิจารณาเองไม่ได้ ให้เจ้าหน้าที่ส่วนกลางอีกคนหนึ่งพิจารณา ยังไม่มีอะไรเปลี่ยนแปลง",
  codes_many: () => "วันนี้ส่งรหัสครบจำนวนแล้ว รหัสฉบับล่าสุดยังใช้ได้ภายใน 10 นาที หรือขอใหม่พรุ่งนี้",
  successor_email_other: () =>
    "ผู้ถือสิทธิรายใหม่ลงทะเบียนด้วยอีเมลอื่นแล้ว ไม่ตรงกับอีเมลในคำร้อง จึงอนุมัติไม่ได้ ปฏิเสธพร้อมเหตุผล แล้วให้หัวหน้าหน่วยงานยื่นใหม่ด้วยอีเมลที่ลงทะเบียน",
  successor_gone: () => "การแต่งตั้งผู้ถือสิทธิรายใหม่เปลี่ยนไปแล้ว ให้หัวหน้าหน่วยงานยื่นใหม่",
  reason_missing: () => "เขียนเหตุผลที่ไม่อนุมัติ ผู้ยื่นจะได้อ่าน",
  reason_long: ({ limit }) => `เหตุผลยาวเกินไป เขียนไม่เกิน ${limit} ตัวอักษร`,
  mobile_wrong: () => "เบอร์โทรไม่ครบ กรอกเบอร์ที่โทรกลับ 9–10 หลัก",
  mobile_of_request: () => "เบอร์นี้มาจากคำร้องฉบับนี้เอง โทรกลับเบอร์ที่ลงทะเบียนไว้เดิม หรือเบอร์ของหน่วยงาน แล้วบันทึกเบอร์นั้น",
  too_long: () => "ข้อความยาวเกินไป ย่อให้สั้นลง",
};

/** Requests for service (T6), in Thai. */
export const requestsTh = {
  title: "คำร้องขอใช้บริการ Soft Token",
  lead: {
    own: "ใช้เมื่อทำเองในระบบไม่ได้ เช่น มือถือเครื่องเดิมใช้ไม่ได้แล้ว หรือเปลี่ยนอีเมล ส่วนกลางแจ้งผลทางอีเมล",
    head: "คำร้องของผู้ถือสิทธิในหน่วยงาน คำร้องที่ผู้ถือสิทธิส่งเองต้องให้คุณลงนามก่อน ส่วนกลางจึงอนุมัติได้",
    office: "คำร้องที่ส่งถึงส่วนกลาง เมื่ออนุมัติ ระบบดำเนินการตามเรื่องที่ขอทันที",
  },
  phoneGone: "โทรศัพท์ใช้ไม่ได้แล้ว ยื่นคำร้องขอใช้บริการ Soft Token",
  newOwn: "ยื่นคำร้อง",
  newHead: "ยื่นคำร้องแทนผู้ถือสิทธิ",
  newOffice: "บันทึกคำร้องจากแบบกระดาษ",
  empty: "ยังไม่มีคำร้อง",
  caption: "คำร้อง",
  number: "เลขที่คำร้อง",
  asked: "เรื่องที่ขอ",
  agency: "หน่วยงาน",
  sentAt: "ส่งเมื่อ",
  due: "กำหนดตอบ",
  state: "สถานะ",
  reason: "เหตุผล",
  states: {
    unsigned: "รอลงนาม ยังไม่ได้ส่ง",
    sent: "รอส่วนกลาง",
    granted: "อนุมัติแล้ว",
    refused: "ไม่อนุมัติ",
    withdrawn: "ถอนคำร้องแล้ว",
  } satisfies Record<RequestState, string>,
  unsigned: "รอหัวหน้าลงนาม",
  cases: {
    password_forgotten: "ขอ reset รหัสผ่าน/ลืมรหัสผ่าน",
    phone_changed: "เปลี่ยนมือถือ",
    phone_lost: "มือถือหาย",
    other: "อื่น\u00a0ๆ (โปรดระบุ)",
    holder_resigned: "เปลี่ยนผู้ใช้งาน เนื่องจากผู้ใช้งานเดิม ลาออก",
    holder_moved: "เปลี่ยนผู้ใช้งาน เนื่องจากผู้ใช้งานเดิม ย้ายสังกัด",
    holder_other: "เปลี่ยนผู้ใช้งาน เนื่องจากผู้ใช้งานเดิม อื่น\u00a0ๆ (โปรดระบุ)",
    email_changed: "เปลี่ยน email ที่ลงทะเบียนไว้",
  } satisfies Record<ServiceCase, string>,
  caseHints: {
    password_forgotten: "ได้ลิงก์ตั้งรหัสผ่านใหม่ทางอีเมลที่ลงทะเบียน",
    phone_changed: "เครื่องเดิมใช้ไม่ได้แล้ว เมื่ออนุมัติ ตั้งรหัสผ่านใหม่จากลิงก์ในอีเมล แล้วเปิดใช้งานเครื่องใหม่โดยไม่ต้องพิสูจน์ตัวตนซ้ำ",
    phone_lost: "ต้องแจ้งโทรศัพท์หายก่อน เมื่ออนุมัติ ตั้งรหัสผ่านใหม่จากลิงก์ในอีเมล แล้วเปิดใช้งานเครื่องใหม่",
    other: "เช่น ลงทะเบียนใช้งาน Soft Token ในขั้นตอนที่ 5 ไม่สำเร็จ ส่วนกลางโทรกลับ",
    holder_resigned: "สิทธิของคนเดิมสิ้นสุดเมื่ออนุมัติ คนใหม่ได้ลิงก์ทางอีเมล",
    holder_moved: "สิทธิของคนเดิมสิ้นสุดเมื่ออนุมัติ คนใหม่ได้ลิงก์ทางอีเมล",
    holder_other: "เช่น ลาไปปฏิบัติงานต่างประเทศ",
    email_changed: "ส่วนกลางโทรกลับ ต้องยืนยันอีเมลใหม่ด้วยรหัส เมื่ออนุมัติ ลิงก์ตั้งรหัสผ่านใหม่ส่งไปที่อีเมลนั้น",
  } satisfies Record<ServiceCase, string>,
  form: {
    userCode: "รหัสผู้ใช้งาน (15 หลัก)",
    part: "ผู้ที่ขอให้",
    about: "ผู้ใช้งาน",
    case: "ผู้ใช้งานมีความประสงค์",
    citizenId: "เลขประจำตัวประชาชน",
    registeredEmail: "email ที่ใช้ลงทะเบียน Soft Token",
    noEmail: "ไม่มี",
    payingUnit: "รหัสหน่วยเบิกจ่าย",
    payingUnitHint: "ตัวเลข 15 หลัก",
    mobile: "เบอร์โทรศัพท์มือถือ",
    mobileHint: "10 หลัก ส่วนกลางอาจโทรกลับเบอร์นี้",
    division: "หน่วยงานสังกัด (สำนัก/กองหรือเทียบเท่า)",
    ministry: "กระทรวง",
    ministryUsual: "กระทรวงมหาดไทย",
    said: "โปรดระบุ",
    saidHint: "เฉพาะข้อ 4 และข้อ 7 เขียนว่าขออะไร หรือเปลี่ยนเพราะเหตุใด",
    newEmail: "email รับรหัสผ่านใหม่ / email ใหม่",
    newEmailHint: "เฉพาะข้อ 5–7 ต้องเป็นอีเมลที่ผู้ถือสิทธิรายใหม่จะใช้ลงทะเบียน และข้อ 8 เป็นอีเมลใหม่ของผู้ถือสิทธิ",
    ownSaidHint: "เฉพาะข้อ 4 เขียนว่าขออะไร",
    ownEmailHint: "เฉพาะข้อ 8 กรอกอีเมลใหม่ของคุณเอง",
    signTitle: "ลงลายมือชื่อ",
    password: "รหัสผ่านของคุณ",
    passwordHint: "กรอกอีกครั้งเพื่อลงนามในคำร้องนี้",
    proof: "รหัสจากแอปยืนยันตัวตน",
    proofHint: "6 หลักจากแอปที่ใช้เข้าสู่ระบบ ถ้าไม่มีแอป กรอกรหัสผ่าน เพื่อลงนามในคำร้องนี้",
    paper: "แบบคำร้องที่ลงนามแล้ว",
    paperHint: "PDF JPG หรือ PNG ไม่เกิน 10 MB มีลายมือชื่อผู้ใช้งานและหัวหน้าหน่วยงาน",
    send: "ลงนามและส่งคำร้อง",
    enter: "บันทึกคำร้อง",
  },
  faults: {
    case_missing: "เลือกเรื่องที่ขอ 1 ข้อ",
    paying_unit_missing: "กรอกรหัสหน่วยเบิกจ่าย ตัวเลข 15 หลัก",
    paying_unit_wrong: "รหัสหน่วยเบิกจ่ายต้องเป็นตัวเลข 15 หลัก",
    mobile_wrong: "เบอร์โทรศัพท์มือถือต้องมี 10 หลัก",
    division_missing: "กรอกหน่วยงานสังกัด เช่น กองคลัง",
    ministry_missing: "กรอกกระทรวง",
    said_missing: "ข้อนี้ต้องเขียนระบุ",
    too_long: "ข้อความยาวเกินไป ย่อให้สั้นลง",
    email_missing: "ข้อนี้ต้องกรอกอีเมล",
    email_wrong: "อีเมลนี้ไม่ครบ ต้องมีรูปแบบเหมือน name@example.go.th",
  } satisfies Record<RequestFaultKind, string>,
  refusal,
  told: {
    sent: "ส่งคำร้องแล้ว",
    sentBody: "ส่วนกลางแจ้งผลทางอีเมล ดูในกล่องจดหมายขยะด้วย",
    signed: "ลงนามแล้ว",
    called: "บันทึกการโทรกลับแล้ว",
    granted: "อนุมัติแล้ว และดำเนินการตามคำร้องเรียบร้อย",
    refused: "ไม่อนุมัติคำร้องแล้ว ผู้ยื่นได้รับเหตุผลทางอีเมล",
    code: "ส่งรหัสไปที่อีเมลใหม่แล้ว",
    proven: "ยืนยันอีเมลใหม่แล้ว",
  },
  waitHead: "ขั้นต่อไป หัวหน้าหน่วยงานลงนามในระบบ แล้วส่วนกลางจึงพิจารณา",
  requester: "ผู้ยื่น",
  requesters: {
    holder: "ผู้ถือสิทธิ",
    head: "หัวหน้าหน่วยงาน",
    new_holder: "ผู้ถือสิทธิรายใหม่",
    office: "ส่วนกลางบันทึกจากแบบกระดาษ",
  } satisfies Record<Requester, string>,
  signedBy: "ลายมือชื่อผู้ยื่น",
  headSigned: "ลายมือชื่อหัวหน้าหน่วยงาน",
  notSigned: "ยังไม่ลงนาม",
  ways: {
    password: "รหัสผ่าน",
    soft_token: "เข้าสู่ระบบด้วย Soft Token และรหัสผ่าน",
    device: "Soft Token ในโทรศัพท์ และ PIN",
    second_step: "ยืนยันตัวตนขั้นที่สอง",
    paper: "ลงนามด้วยมือในแบบที่พิมพ์ และแนบไฟล์",
  } satisfies Record<SigningWay, string>,
  called: "โทรกลับ",
  emailProven: "อีเมลใหม่",
  isProven: "ยืนยันแล้ว",
  notProven: "ยังไม่ยืนยัน",
  pdf: "พิมพ์แบบคำร้อง (PDF)",
  openPaper: { requester: "เปิดแบบที่ผู้ยื่นลงนาม", head: "เปิดแบบที่หัวหน้าลงนาม" },
  thread: "ดูเรื่องและข้อความในคำร้อง",
  sign: { title: "ลงนามในคำร้องนี้", lead: "ตรวจข้อความด้านบน แล้วลงนามในฐานะหัวหน้าหน่วยงาน", button: "ลงนาม" },
  call: {
    title: "โทรกลับ",
    lead: "บันทึกทุกครั้งที่โทร ทั้งที่มีและไม่มีผู้รับสาย เรื่องเปลี่ยนอีเมลให้โทรเบอร์ที่ลงทะเบียนไว้เดิมหรือเบอร์ของหน่วยงาน",
    number: "เบอร์ที่โทร",
    given: (number: string) => `เบอร์ที่แจ้งไว้ในคำร้อง ${number}`,
    outcome: "ผลการโทร",
    outcomes: { reached: "มีผู้รับสาย", no_answer: "ไม่มีผู้รับสาย หรือติดต่อไม่ได้" } satisfies Record<
      CallOutcome,
      string
    >,
    note: "คุยกับใคร ได้ความว่าอย่างไร",
    history: "การโทรกลับ",
    line: (outcome: string, number: string, by: string) =>
      `${outcome} · ${number}${by === "" ? "" : ` · โดย ${by}`}`,
    button: "บันทึกการโทรกลับ",
  },
  lostReport: "ดูรายการที่แจ้ง",
  decide: requestDecideTh,
  email: {
    title: "ยืนยันอีเมลใหม่",
    lead: (email: string) => `ต้องยืนยันว่า ${email} เป็นของคุณ ส่วนกลางจึงอนุมัติได้`,
    send: "ส่งรหัสไปที่อีเมลใหม่",
    code: "รหัส 6 หลัก",
    confirm: "ยืนยัน",
    taken:
      "อีเมลใหม่นี้ผูกกับเลขประจำตัวประชาชนอื่นแล้ว จึงใช้ร่วมกันไม่ได้ คำร้องยังไม่มีอะไรเปลี่ยนแปลง เขียนถึงส่วนกลางในคำร้องนี้ ขอให้ปิดคำร้อง แล้วยื่นใหม่ด้วยอีเมลของคุณเอง",
  },
};
