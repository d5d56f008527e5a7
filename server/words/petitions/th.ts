import type { PetitionEventKind, PetitionOutcome } from "../../petitions/petition.ts";
import type { PetitionStatus } from "../../petitions/petition-status.ts";
import type { TakeStepRefusal } from "../../petitions/take-step-refusal.ts";
import type { RefusalWords } from "../refusal-words.ts";

const refusals: RefusalWords<TakeStepRefusal> = {
  step_not_yours: () => "ขั้นตอนนี้ทำจากที่นี่ไม่ได้ ข้อมูลเดิมยังอยู่ครบ",
  step_out_of_order: () => "สถานะเปลี่ยนไปแล้ว ขั้นตอนนี้จึงทำไม่ได้ โหลดหน้าใหม่เพื่อดูสถานะล่าสุด",
  already_waiting: ({ pause }) => (pause === "correction" ? "กำลังรอผู้ยื่นแก้ไขอยู่แล้ว" : "กำลังรอการชำระเงินอยู่แล้ว"),
  nothing_awaited: () => "คำร้องนี้ไม่ได้รออะไรจากคุณในตอนนี้",
  outcome_missing: () => "เลือกผลการพิจารณาก่อน",
  outcome_not_here: () => "ผลนี้ใช้กับสถานะปัจจุบันไม่ได้",
  closure_not_tested: () => "คำร้องที่จบแบบนี้ไม่มีการตรวจรับผล",
  test_over: () => "พ้นระยะเวลาตรวจรับผลแล้ว ยื่นคำร้องใหม่ได้",
  petition_changed: () => "มีผู้แก้ไขคำร้องนี้ก่อนคุณ โหลดหน้าใหม่เพื่อดูข้อมูลล่าสุดก่อนทำต่อ",
};

/** What pages and messages say of petitions (E4), in Thai. */
export const petitionsTh = {
  statuses: {
    submitted: "ส่งคำร้อง",
    received: "เจ้าหน้าที่รับเรื่อง",
    in_progress: "กำลังดำเนินการ",
    completed: "ดำเนินการสำเร็จ",
  } satisfies Record<PetitionStatus, string>,
  outcomes: {
    granted: "อนุญาต/อนุมัติ",
    refused: "ไม่อนุญาต/ไม่อนุมัติ",
    done: "ดำเนินการเสร็จแล้ว",
    withdrawn: "ผู้ยื่นถอนคำร้อง",
    not_ours: "ไม่อยู่ในอำนาจของหน่วยงานนี้",
  } satisfies Record<PetitionOutcome, string>,
  /** What happened, as the citizen reads it. */
  events: {
    submitted: "ส่งคำร้องแล้ว",
    received: "เจ้าหน้าที่รับเรื่องแล้ว",
    assigned: "มอบหมายผู้รับผิดชอบ",
    started: "เริ่มดำเนินการแล้ว",
    correction_asked: "ขอให้แก้ไขเพิ่มเติม",
    correction_given: "ได้รับการแก้ไขแล้ว",
    forwarded: "ส่งต่อหน่วยที่รับผิดชอบ",
    payment_asked: "รอการชำระเงิน",
    payment_seen: "ได้รับการชำระเงินแล้ว",
    completed: "ดำเนินการสำเร็จ",
    withdrawn: "ถอนคำร้องแล้ว",
    closure_confirmed: "ผู้ยื่นยืนยันว่าเรียบร้อย",
    reopened: "เปิดเรื่องดำเนินการอีกครั้ง",
    delay_told: "แจ้งเหตุที่ล่าช้า",
  } satisfies Record<PetitionEventKind, string>,
  /** The result first, where a petition ended. */
  resultOf: (number: string, outcome: string) => `ผลคำร้อง ${number}: ${outcome}`,
  /** Above the title of a card in chat. */
  card: "คำร้องของคุณ",
  number: "เลขที่คำร้อง",
  service: "เรื่อง",
  status: "สถานะ",
  receivedByLaw: "ถือว่าได้รับเมื่อ",
  due: "แจ้งผลภายใน",
  open: "ดูคำร้อง",
  outcome: "ผล",
  answerBy: "แก้ไขภายใน",
  /** On a card in chat: the questions to answer anew, and by when the result can be tested. */
  toCorrect: "ข้อที่ต้องแก้",
  testBy: "บอกเราว่าเรียบร้อยหรือไม่ ภายใน",
  correct: "แก้ไขคำร้อง",
  test: "ตรวจดูและตอบ",
  appealBy: "อุทธรณ์ได้ถึง",
  refusals,
};
