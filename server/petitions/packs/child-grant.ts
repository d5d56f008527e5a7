import type { ServicePack } from "../service-pack.ts";
import { choice, day, files, line, money, number, plain, say, when } from "./asking.ts";
import { socialWelfare, welfare } from "./places.ts";
import {
  declaredTrue,
  documents,
  exampleAddress,
  exampleFile,
  exampleNotes,
  free,
  paperFields,
  usualDefinition,
} from "./usual.ts";

/** เงินอุดหนุนเพื่อการเลี้ยงดูเด็กแรกเกิด (ดร.01, with ดร.02 on the household). */
export const childGrantPack: ServicePack = {
  format: 1,
  slug: "child-grant",
  category: welfare,
  unit: socialWelfare,
  notes: exampleNotes,
  definition: {
    ...usualDefinition,
    name: say(["ลงทะเบียนรับเงินอุดหนุนเด็กแรกเกิด (ดร.01)", "Grant for a newborn child (form Dor.Ror.01)"]),
    summary: say([
      "สำหรับผู้ปกครองที่เลี้ยงดูเด็กแรกเกิดและมีรายได้ครัวเรือนตามเกณฑ์",
      "For who raises a newborn child in a household whose income meets the rule",
    ]),
    audience: say(["มารดา บิดา หรือผู้ปกครองของเด็ก", "Mother, father or guardian of the child"]),
    documents: documents(
      ["idCard", "house"],
      ["สูติบัตรของเด็ก", "Birth certificate of the child"],
      ["หลักฐานการเป็นผู้ปกครอง (ถ้าไม่ใช่มารดาหรือบิดา)", "Proof that you raise the child, if you are not a parent"],
      ["สมุดบัญชีหน้าแรก (ถ้ารับเงินทางบัญชีธนาคาร)", "First page of the bank book, if you are paid into an account"],
      ["แบบรับรองสถานะของครัวเรือน (ดร.02)", "Statement on the household (Dor.Ror.02)"],
    ),
    fee: free,
    law: [
      say([
        "ระเบียบว่าด้วยการจ่ายเงินอุดหนุนเพื่อการเลี้ยงดูเด็กแรกเกิด",
        "Regulation on the grant for raising newborn children",
      ]),
    ],
    ends: "decision",
    promised: { days: 30, unit: "working" },
    assurance: "photo_checked",
    tellsBySms: true,
    form: {
      format: 1,
      fields: [
        choice("relation", ["คุณเป็นอะไรกับเด็ก", "What you are to the child"], {
          mother: ["มารดา", "Mother"],
          father: ["บิดา", "Father"],
          guardian: ["ผู้ปกครอง", "Guardian"],
        }),
        files("guardian_paper", ["หลักฐานการเป็นผู้ปกครอง", "Proof that you raise the child"], {
          showIf: when("relation", "guardian"),
        }),
        line("child_name", ["ชื่อ-สกุลของเด็ก", "Name of the child"]),
        plain("citizen_id", "child_id", ["เลขประจำตัวประชาชนของเด็ก", "Citizen id of the child"], {
          help: ["ดูที่สูติบัตรหรือทะเบียนบ้าน", "It stands on the birth certificate or house registration"],
        }),
        day("child_born", ["วันเกิดของเด็ก", "Birth date of the child"], "past"),
        files("birth_paper", ["สูติบัตร", "Birth certificate"]),
        plain("address", "home", ["ที่อยู่ที่เด็กอาศัยจริง", "Where the child lives"]),
        number("household", ["จำนวนคนในครัวเรือน", "People in the household"], { min: 1, max: 50 }),
        money("income", ["รายได้ทั้งครัวเรือนต่อปี (บาท)", "Income of the household in a year, in baht"]),
        files("household_paper", [
          "แบบรับรองสถานะของครัวเรือน (ดร.02)",
          "Statement on the household (Dor.Ror.02)",
        ]),
        choice("bank", ["รับเงินทาง", "How you are paid"], {
          promptpay: ["พร้อมเพย์ที่ผูกกับเลขบัตร", "PromptPay of your citizen id"],
          account: ["บัญชีธนาคาร", "A bank account"],
        }),
        files("bank_book", ["สมุดบัญชีหน้าแรก", "First page of the bank book"], {
          showIf: when("bank", "account"),
        }),
        ...paperFields("house"),
        declaredTrue,
      ],
    },
    templates: [
      {
        key: "result_letter",
        kind: "letter",
        title: say(["หนังสือแจ้งผลการลงทะเบียน", "Answer to a registration"]),
        paragraphs: [
          "เรียน {{name}}",
          "ตามที่ลงทะเบียนขอรับเงินอุดหนุนเพื่อการเลี้ยงดูเด็กแรกเกิดของ {{child_name}} คำร้องเลขที่ {{petition_number}} นั้น",
          "{{agency}} ตรวจสอบแล้ว คุณสมบัติครบถ้วน และได้ส่งรายชื่อเพื่อรับเงินอุดหนุนแล้ว",
          "วันที่ {{issued_day}}",
        ],
        validity: null,
        isListed: false,
      },
    ],
  },
  examples: [
    {
      title: say(["มารดาลงทะเบียน รับเงินทางพร้อมเพย์", "A mother, paid by PromptPay"]),
      answers: {
        relation: "mother",
        child_name: "เด็กหญิงขวัญ ใจดี",
        child_id: "1-2345-67890-12-1",
        child_born: { day: "5", month: "6", year: "2568" },
        birth_paper: [exampleFile],
        home: exampleAddress,
        household: "4",
        income: "96,000",
        household_paper: [exampleFile],
        bank: "promptpay",
        declared_true: "yes",
      },
      wrong: [],
    },
    {
      title: say(["ผู้ปกครอง เลขเด็กผิด ไม่ได้รับรอง", "A guardian, a wrong id, nothing declared"]),
      answers: {
        relation: "guardian",
        guardian_paper: [exampleFile],
        child_name: "เด็กชายดี",
        child_id: "1234",
        child_born: { day: "5", month: "6", year: "2568" },
        birth_paper: [exampleFile],
        home: exampleAddress,
        household: "4",
        income: "96000",
        household_paper: [exampleFile],
        bank: "account",
        bank_book: [exampleFile],
      },
      wrong: ["child_id", "declared_true"],
    },
  ],
};
