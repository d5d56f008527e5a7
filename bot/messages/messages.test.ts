import { expect, test } from "vitest";
import { pushRequest } from "../../scripts/simulator/checks/message.ts";
import { problemsOf } from "../../scripts/simulator/checks/check.ts";
import { otpPurposes } from "../../server/identity/otp.ts";
import { registrationSteps } from "../../server/identity/registration.ts";
import { languages } from "../../server/kernel/language.ts";
import type { BangkokDay } from "../../server/kernel/thai-date.ts";
import {
  isAccountKind,
  isSeatKind,
  isStaffKind,
  mayTravelBy,
  noticeKinds,
} from "../../server/notices/notice.ts";
import { idCheckNoticeKinds } from "../../server/identity/id-check-notice.ts";
import { documentNoticeKinds, type ToldDocument } from "../../server/petitions/document-notice.ts";
import type { HandedPetition } from "../../server/petitions/handed-petition.ts";
import type { ListedPetition } from "../../server/petitions/followed-petition.ts";
import { petitionEventKinds, petitionOutcomes } from "../../server/petitions/petition.ts";
import { petitionStatuses } from "../../server/petitions/petition-status.ts";
import type { OwnDraft } from "../../server/petitions/own-draft.ts";
import type { ToldPetition } from "../../server/petitions/told-petition.ts";
import { makeTrackingNumber } from "../../server/petitions/tracking-number.ts";
import type { Subject, ToldCode } from "../../server/notices/subject.ts";
import { serviceCodeStatuses, type ServiceCode } from "../../server/visits/service-code.ts";
import { makeRenderer } from "../render.ts";
import { nexts, type Say } from "../say.ts";
import { secretKinds } from "../secret.ts";
import { tokenTopics } from "../token-words.ts";

const render = makeRenderer({
  channel: "c",
  liffId: "2000000002-AbcdEfgh",
  publicUrl: new URL("http://localhost:8787"),
});
const now = new Date("2026-11-21T14:05:00+07:00");
const longName = "โรงพยาบาลส่งเสริมสุขภาพตำบลบ้านหนองบัวใต้เฉลิมพระเกียรติ ".repeat(4).trim();

const code = (more: Partial<ToldCode> = {}): ToldCode => ({
  id: "0192f000-0000-7000-8000-000000000001",
  personId: "p",
  code: "PP1234567890" as ServiceCode,
  status: "issued",
  issuedAt: now,
  expiresAt: new Date("2026-11-21T23:59:59.999+07:00"),
  facility: { nameTh: "โรงพยาบาลบ้านนา", nameEn: "Ban Na Hospital" },
  service: { nameTh: "ผู้ป่วยนอกทั่วไป", nameEn: "General outpatient" },
  cancelReason: null,
  forWhom: null,
  delegationId: null,
  ...more,
});

const delegation = {
  id: "0192f000-0000-7000-8000-000000000002",
  askerName: "สมชาย ใจดี",
  forWhom: "มาลี ใจดี",
  untilDay: "2027-11-20" as BangkokDay,
  readByAsker: false,
};

const codes = [...serviceCodeStatuses].map((status, at) => code({ id: `${at}`, status }));
const refs = codes.map(({ id }) => ({ personId: "p", codeId: id }));

const listed: readonly ListedPetition[] = Array.from({ length: 5 }, (_, at) => ({
  agencyId: "0192f000-0000-7000-8000-00000000000a",
  id: `0192f000-0000-7000-8000-0000000001${at}0`,
  number: makeTrackingNumber(2570, at + 1),
  agency: { nameTh: "เทศบาลตำบลบ้านประตู", nameEn: "Ban Pratu" },
  service: { th: longName, en: null },
  status: petitionStatuses[at] ?? "completed",
  outcome: at >= 3 ? "refused" : null,
  pause: at === 1 ? "correction" : null,
  submittedAt: now,
  dueDay: "2026-12-02" as BangkokDay,
  testUntil: null,
}));

const begun: readonly OwnDraft[] = Array.from({ length: 12 }, (_, at) => ({
  id: `0192f000-0000-7000-8000-0000000002${String(at).padStart(2, "0")}`,
  savedAt: now,
  service: { th: longName, en: null },
  town: { agencyId: "a", nameTh: longName, nameEn: longName, slug: "banpratu" },
}));

/** What an officer has: one to receive, one to start, one that is worked on. */
const work: readonly HandedPetition[] = (["submitted", "received", "in_progress"] as const).map(
  (status, at) => ({
    id: `01960000-0000-7000-8000-0000000000a${at}`,
    number: makeTrackingNumber(2570, 200 + at),
    service: { th: longName, en: null },
    status,
    dueDay: at === 2 ? null : ("2026-12-02" as BangkokDay),
  }),
);
const saysWork = (subject: Subject) =>
  subject.kind === "chat_reply" && (subject.say as readonly Say[]).some(({ kind }) => kind === "work");

const says: readonly Say[] = [
  ...nexts.flatMap((next): Say[] => [
    { kind: "greeting", again: false, next },
    { kind: "greeting", again: true, next },
    { kind: "menu", next },
    { kind: "help", next },
    { kind: "not_understood", why: "words", more: false, next },
    { kind: "not_understood", why: "media", more: true, next },
    { kind: "not_understood", why: "old_button", more: true, next },
  ]),
  ...registrationSteps.map((step, at): Say => ({ kind: "resume", step, left: 9 - at })),
  ...secretKinds.flatMap((what): Say[] => [
    { kind: "secret", what, next: "register" },
    { kind: "secret", what, next: "resume" },
    { kind: "secret", what, next: "unlock" },
  ]),
  { kind: "register" },
  { kind: "join_first", what: "petitions" },
  { kind: "join_first", what: "documents" },
  { kind: "postponed" },
  { kind: "ask_code" },
  { kind: "codes", codes: refs },
  { kind: "codes", codes: refs.slice(0, 1) },
  { kind: "no_codes" },
  { kind: "code_not_found" },
  { kind: "cancel_code", codes: refs },
  { kind: "cancelled", what: "asked" },
  { kind: "cancelled", what: "registration" },
  { kind: "cancelled", what: "nothing" },
  { kind: "status_clear" },
  { kind: "petitions", petitions: listed.map(({ agencyId, id }) => ({ agencyId, petitionId: id })) },
  {
    kind: "petitions",
    petitions: listed.slice(0, 1).map(({ agencyId, id }) => ({ agencyId, petitionId: id })),
  },
  { kind: "drafts", drafts: begun.map(({ id }) => ({ draftId: id })) },
  { kind: "drafts", drafts: begun.slice(0, 1).map(({ id }) => ({ draftId: id })) },
  { kind: "no_petitions" },
  { kind: "petition_not_found" },
  { kind: "services" },
  {
    kind: "services_found",
    services: [
      {
        townSlug: "banpratu",
        slug: "street-light",
        name: { th: "แจ้งไฟฟ้าสาธารณะขัดข้อง ไฟถนนดับ", en: "Report a street light" },
      },
    ],
  },
  { kind: "work", work: work.map(({ id }) => ({ agencyId: "a", petitionId: id, staffId: "s" })) },
  { kind: "work", work: [] },
  { kind: "work", work: null },
  { kind: "documents" },
  { kind: "account" },
  { kind: "forgot_pin" },
  { kind: "phone_lost", keyed: true, linked: true },
  { kind: "phone_lost", keyed: false, linked: true },
  { kind: "phone_lost", keyed: false, linked: false },
  ...tokenTopics.flatMap((topic): Say[] =>
    [true, false].map((keyed): Say => ({ kind: "soft_token", topic, keyed })),
  ),
  { kind: "thanks" },
];

const petition: ToldPetition = {
  agencyId: "0192f000-0000-7000-8000-00000000000a",
  id: "0192f000-0000-7000-8000-00000000000b",
  number: makeTrackingNumber(2570, 123),
  agency: { nameTh: "เทศบาลตำบลบ้านประตู", nameEn: "Ban Pratu" },
  service: { th: longName, en: null },
  step: "submitted",
  status: "submitted",
  outcome: null,
  words: {},
  submittedAt: now,
  deemedReceivedAt: now,
  dueDay: "2026-12-02" as BangkokDay,
  asked: [],
  testUntil: null,
};

const document: ToldDocument = {
  id: petition.id,
  number: "12/2570",
  title: { nameTh: longName, nameEn: longName },
  agency: petition.agency,
  validUntil: null,
  endReason: "ข้อมูลไม่ถูกต้อง",
};

const nameDiffers = [{ slot: "card_front", fault: "name_differs" }] as const;

const replies = says.map((say): Subject => ({
  kind: "chat_reply",
  say: [say],
  codes,
  petitions: listed,
  drafts: begun,
  handed: work,
  displayName: say.kind === "greeting" ? "ปู่น้ำฝน" : null,
}));

const notices: readonly Subject[] = [
  { kind: "petition_filed", petition },
  ...petitionEventKinds.map((step): Subject => ({ kind: "petition_moved", petition: { ...petition, step } })),
  {
    kind: "petition_moved",
    petition: { ...petition, step: "correction_asked", words: { untilDay: "2026-12-01" as BangkokDay } },
  },
  ...petitionOutcomes.map((outcome): Subject => ({
    kind: "petition_completed",
    petition: { ...petition, step: "completed", status: "completed", outcome },
  })),
  { kind: "petition_answered", petition },
  {
    kind: "petition_handed",
    handed: {
      id: "01960000-0000-7000-8000-00000000000a",
      number: petition.number,
      service: petition.service,
      status: "submitted",
      dueDay: null,
    },
  },
  ...documentNoticeKinds.map((kind): Subject => ({ kind, document })),
  ...idCheckNoticeKinds.map((kind): Subject => ({
    kind,
    check: {
      agency: petition.agency,
      slug: "banpratu",
      addressTh: "",
      phone: "02 000 0009",
      faults: nameDiffers,
    },
  })),
  { kind: "email_unreachable" },
  ...otpPurposes.map((purpose): Subject => ({
    kind: "otp_sms",
    purpose,
    digits: "012345",
    reference: "BCDF",
    askerName: purpose === "companion" ? "มาลี ใจดี" : null,
  })),
  ...registrationSteps.map((step, at): Subject => ({ kind: "reminder", step, left: 9 - at })),
  { kind: "registration_step", step: "otp", left: 1 },
  { kind: "code_issued", code: code() },
  { kind: "code_issued", code: code({ forWhom: "มาลี ใจดี", delegationId: "d" }) },
  { kind: "code_issued", code: code({ facility: { nameTh: longName, nameEn: longName } }) },
  { kind: "code_cancelled", code: code({ status: "cancelled" }) },
  { kind: "code_cancelled", code: code({ status: "cancelled", cancelReason: "ก".repeat(300) }) },
  {
    kind: "code_wanted",
    wanted: { facility: { nameTh: longName, nameEn: longName }, service: code().service },
  },
  { kind: "companion_asked", delegation: { ...delegation, forWhom: "1-xxxx-xxxxx-12-1" } },
  { kind: "companion_agreed", delegation: { ...delegation, readByAsker: true } },
  {
    kind: "companion_refused",
    delegation: { ...delegation, forWhom: "1-xxxx-xxxxx-12-1", readByAsker: true },
  },
  { kind: "companion_ended", delegation },
  { kind: "companion_ended", delegation: { ...delegation, readByAsker: true } },
  { kind: "companion_used", delegation, code: code() },
  { kind: "registered" },
  { kind: "registration_elsewhere" },
  { kind: "link_moved" },
  { kind: "consent_withdrawn" },
  { kind: "look_answered" },
  { kind: "pin_changed" },
  { kind: "pin_disabled" },
  { kind: "phone_changed" },
];

const readers = languages.map((language) => ({ language, now }));

test("makes a message that LINE takes of everything the chat says and every notice, in each language", () => {
  for (const reader of readers) {
    for (const subject of [...replies, ...notices.filter(({ kind }) => mayTravelBy(kind, "line"))]) {
      const messages = render.line(subject, reader);
      expect(messages.length, JSON.stringify(subject)).toBeGreaterThan(0);
      expect(problemsOf(pushRequest, { to: "U1", messages }), JSON.stringify(subject)).toEqual([]);
    }
  }
});

test("has words for every kind of notice by LINE and SMS, as it may take them", () => {
  const kinds = new Set<string>([...notices, ...replies].map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(
    noticeKinds.filter((kind) => !isStaffKind(kind) && !isAccountKind(kind) && !isSeatKind(kind)).sort(),
  );
  for (const reader of readers) {
    for (const subject of notices) {
      expect(render.sms(subject, reader) !== null, subject.kind).toBe(mayTravelBy(subject.kind, "sms"));
    }
  }
});

test("lets every text and button follow the reader's own size", () => {
  for (const subject of [...replies, ...notices]) {
    for (const part of partsOf(render.line(subject, { language: "th", now }))) {
      if (part["type"] === "button" || (part["type"] === "text" && "size" in part)) {
        expect(part["scaling"], JSON.stringify(part)).toBe(true);
      }
    }
  }
});

test("tells the whole story of a code in the text that is read aloud", () => {
  const [message] = render.line(
    { kind: "code_issued", code: code({ forWhom: "มาลี ใจดี" }) },
    { language: "th", now },
  );
  for (const told of [
    "PP 1234 567 890",
    "โรงพยาบาลบ้านนา",
    "ผู้ป่วยนอกทั่วไป",
    "21 พ.ย. 2569 23:59 น.",
    "มาลี ใจดี",
  ]) {
    expect(message?.["altText"]).toContain(told);
  }
});

test("shows a code of yesterday as expired", () => {
  const tomorrow = new Date("2026-11-22T00:00:00+07:00");
  const [message] = render.line({ kind: "code_issued", code: code() }, { language: "en", now: tomorrow });
  expect(message?.["altText"]).toContain("Expired");
});

test("opens every page inside LINE, by LINE's own address, and what is done on a computer outside of it", () => {
  // An officer's cards lead into the console.
  const toOfficers = (subject: Subject) => subject.kind === "petition_handed" || saysWork(subject);
  const toCitizens = [...replies, ...notices].filter((subject) => !toOfficers(subject));
  for (const subject of toCitizens) {
    for (const part of partsOf(render.line(subject, { language: "en", now }))) {
      const inLine = /^https:\/\/liff\.line\.me\/2000000002-AbcdEfgh\/[a-z]/;
      const outside = /^http:\/\/localhost:8787\/seat\/[a-z-]+\?openExternalBrowser=1$/;
      if (part["type"] === "uri")
        expect(
          [inLine, outside].some((own) => own.test(String(part["uri"]))),
          String(part["uri"]),
        ).toBe(true);
    }
  }
});

test("writes an OTP that phones offer to our own pages only, and one to be read out without that line", () => {
  const otp = { kind: "otp_sms", digits: "012345", reference: "BCDF" } as const;
  const say = (subject: Subject) => render.sms(subject, { language: "th", now });
  const own = say({ ...otp, purpose: "registration", askerName: null });
  expect(own?.split("\n").at(-1)).toBe("@localhost #012345");
  expect(own).toContain("BCDF");
  const readOut = say({ ...otp, purpose: "companion", askerName: "มาลี ใจดี" });
  expect(readOut).not.toContain("@localhost");
  expect(readOut).toContain("มาลี ใจดี");
});

test("a draft is told by its service and when it was saved, and its button opens it in LINE", () => {
  const [one] = begun;
  const reply: Subject = {
    kind: "chat_reply",
    say: [{ kind: "drafts", drafts: [{ draftId: one?.id }] }],
    ...{ codes: [], petitions: [], drafts: begun, handed: [], displayName: null },
  };
  const told = JSON.stringify(render.line(reply, { language: "th", now }));
  for (const part of [
    "คำร้องที่ค้างอยู่",
    longName,
    "14:05",
    `liff.line.me/2000000002-AbcdEfgh/drafts/${one?.id}`,
  ]) {
    expect(told).toContain(part);
  }
});

test("of more petitions than a carousel holds those due first are shown, and a last card leads to the queue", () => {
  const many = Array.from({ length: 12 }, (_, at) => ({
    ...{ id: `p${at}`, service: { th: "ไฟถนนดับ", en: null }, status: "in_progress" as const, dueDay: null },
    number: makeTrackingNumber(2570, 300 + at),
  }));
  const reply = (handed: readonly HandedPetition[]): Subject => ({
    kind: "chat_reply",
    say: [{ kind: "work", work: handed.map(({ id }) => ({ agencyId: "a", petitionId: id, staffId: "s" })) }],
    ...{ codes: [], petitions: [], drafts: [], handed, displayName: null },
  });
  const said = (handed: readonly HandedPetition[]) =>
    JSON.stringify(render.line(reply(handed), { language: "th", now }));
  expect(said(many).match(/"type":"bubble"/g)).toHaveLength(12);
  expect(said(many)).toContain('/console/petitions?openExternalBrowser=1"');
  expect(said(many.slice(1)).match(/"type":"bubble"/g)).toHaveLength(11);
  expect(said(many.slice(1))).not.toContain('/console/petitions?openExternalBrowser=1"');
});

test("leaves out codes that are gone, and drafts that were sent meanwhile", () => {
  const gone: Subject = {
    kind: "chat_reply",
    say: [
      { kind: "codes", codes: refs },
      { kind: "drafts", drafts: [{ draftId: "sent" }] },
    ],
    codes: [],
    petitions: [],
    drafts: [],
    handed: [],
    displayName: null,
  };
  expect(render.line(gone, { language: "th", now })).toEqual([]);
});

type Part = Readonly<Record<string, unknown>>;

/** Every object inside a message, however deep. */
function partsOf(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== "object" || value === null) return [];
  return [value as Part, ...Object.values(value).flatMap(partsOf)];
}

test("a code that the facility cancelled is told with the facility and the reason, the citizen's own without", () => {
  for (const reader of readers) {
    const told = (cancelReason: string | null) =>
      JSON.stringify(
        render.line({ kind: "code_cancelled", code: code({ status: "cancelled", cancelReason }) }, reader),
      );
    const here = told("บันทึกผิดคน");
    expect(here).toContain("“บันทึกผิดคน”");
    expect(here).toContain(
      reader.language === "th" ? "โรงพยาบาลบ้านนา ยกเลิกรหัส" : "Ban Na Hospital cancelled",
    );
    expect(told(null)).not.toContain("“");
  }
});

test("the card of a correction names what to correct and by when, and opens the page to do it on", () => {
  const words = { text: "ความลับ", untilDay: "2026-12-01" as BangkokDay };
  const asked = [{ th: "ภาพถ่ายจุดที่ชำรุด", en: null }];
  const told = { ...petition, step: "correction_asked", words, asked } as const;
  const messages = render.line({ kind: "petition_moved", petition: told }, { language: "th", now });
  const card = JSON.stringify(messages);
  for (const said of ["ภาพถ่ายจุดที่ชำรุด", "1 ธ.ค. 2569", "/correct"]) expect(card).toContain(said);
  expect(card).not.toContain("ความลับ");
});

test("the card of a completed petition says until when its citizen may tell whether all is well", () => {
  const testUntil = "2026-11-29" as BangkokDay;
  const told = { ...petition, step: "completed", status: "completed", outcome: "done", testUntil } as const;
  const messages = render.line({ kind: "petition_completed", petition: told }, { language: "th", now });
  expect(JSON.stringify(messages)).toContain("29 พ.ย. 2569");
});

test("the card of a check whose name differs says how the name registered is put right, and how they are reached", () => {
  const where = { slug: "banpratu", addressTh: "9 ถนนทดสอบ", phone: "02 000 0009" };
  const check = { agency: petition.agency, ...where, faults: nameDiffers };
  const card = JSON.stringify(render.line({ kind: "id_check_sent_back", check }, { language: "th", now }));
  for (const said of ["ระบบจะใช้ชื่อตาม ThaID", "9 ถนนทดสอบ 02 000 0009"]) expect(card).toContain(said);
  const other = { ...check, faults: [{ slot: "card_front", fault: "unclear" }] as const };
  const plain = render.line({ kind: "id_check_sent_back", check: other }, { language: "th", now });
  expect(JSON.stringify(plain)).not.toContain("ชื่อตาม ThaID");
});
