import { expect, test } from "vitest";
import { makeRenderer } from "../../../bot/render.ts";
import { seatNoticeKinds, type SeatDetails, type SeatNoticeKind } from "../../credentials/seat-notice.ts";
import type { ServiceCase } from "../../credentials/service-request.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import { pushRequest } from "../../../scripts/simulator/checks/message.ts";
import { problemsOf } from "../../../scripts/simulator/checks/check.ts";
import { seatNoticeWords } from "../../words/seat-notice-words.ts";
import { wordsIn } from "../../words/words.ts";
import { mayTravelBy } from "../../notices/notice.ts";
import type { SeatSubject } from "../../notices/seat-subject.ts";
import { makeMailRenderer } from "./render.tsx";

const at = new Date("2026-11-21T14:05:00+07:00");
const publicUrl = new URL("https://pratu.example");
const mails = makeMailRenderer(publicUrl);
const bot = makeRenderer({ liffId: "1", publicUrl, channel: "c" });
const link = { path: "/seat/set-password/abc123", expiresAt: at };

function subjectOf(kind: SeatNoticeKind, details: SeatDetails = {}): SeatSubject {
  const agency = { nameTh: "เทศบาลตำบลบ้านนา", nameEn: "Ban Na Town" };
  const seat = { name: "มานี ชูใจ", userCode: "A75XXX000008001", right: "recorder", agency } as const;
  return { kind, seat, at, details };
}

test("has words by mail, in both languages, for everything somebody in a seat is told by mail", async () => {
  for (const kind of seatNoticeKinds.filter((each) => mayTravelBy(each, "mail"))) {
    const mail = await mails.mail(subjectOf(kind));
    expect(mail?.text, kind).toContain("A75XXX000008001");
    expect(mail?.text, kind).toContain("เทศบาลตำบลบ้านนา");
    expect(mail?.text, kind).toContain("Ban Na Town");
    expect(`${mail?.text ?? ""}${mail?.html ?? ""}`, kind).not.toMatch(/undefined|\[object|NaN/);
  }
});

test("a link that sets a password stands in the mail until when it works, and never in LINE", async () => {
  const subject = subjectOf("seat_named", { link });
  const mail = await mails.mail(subject);
  expect(mail?.text).toContain("https://pratu.example/seat/set-password/abc123");
  expect(mail?.text).toContain("21 พ.ย. 2569 14:05 น.");
  expect(bot.line(subject, { language: "th", now: at })).toEqual([]);
});

test("whoever said that it was not them is led to where the password is changed", async () => {
  const mail = await mails.mail(subjectOf("seat_sign_in_denied"));
  expect(mail?.text).toContain("https://pratu.example/seat/sign-in?next=%2Fseat%2Fpassword");
});

test("a mail with a link says whether the password before it still works", async () => {
  const text = async (isOldOver: boolean) => {
    const mail = await mails.mail(subjectOf("seat_password_link", { link: { ...link, isOldOver } }));
    return mail?.text ?? "";
  };
  expect(await text(false)).toContain("รหัสผ่านเดิมยังใช้ได้");
  expect(await text(true)).toContain("รหัสผ่านเดิมใช้ไม่ได้แล้ว");
  expect(await text(true)).not.toContain("รหัสผ่านเดิมยังใช้ได้");
});

test("a grant tells whoever lost or changed the phone to set a new password first", async () => {
  const told = async (of: ServiceCase) => {
    const mail = await mails.mail(
      subjectOf("seat_request_granted", { request: { number: "R-1", case: of, waitsForHead: false } }),
    );
    return mail?.text ?? "";
  };
  for (const of of ["phone_changed", "phone_lost", "email_changed"] as const)
    expect(await told(of), of).toContain("ตั้งรหัสผ่านใหม่จากลิงก์ในอีเมลอีกฉบับก่อน");
  expect(await told("other")).toContain("รหัสผ่านของคุณไม่เปลี่ยนแปลง");
});

test("whoever is out is told why, by mail and in LINE", async () => {
  const subject = subjectOf("seat_ended", { endReason: "transferred" });
  expect((await mails.mail(subject))?.text).toContain("เหตุผล: โอน/ย้าย");
  expect(JSON.stringify(bot.line(subject, { language: "th", now: at }))).toContain("โอน/ย้าย");
});

test("a last day that is set is told as a day", async () => {
  const day = "2026-11-30" as BangkokDay;
  const mail = await mails.mail(subjectOf("seat_end_planned", { day }));
  expect(mail?.text).toContain("ใช้งานได้ถึงวันที่: 30 พ.ย. 2569");
});

test("every card in LINE tells which seat of which agency, when, and what to do if it was not them, however long the names", () => {
  const long = "องค์การบริหารส่วนตำบลบ้านหนองบัวใต้เฉลิมพระเกียรติ ".repeat(4).trim();
  for (const kind of seatNoticeKinds.filter((each) => mayTravelBy(each, "line"))) {
    const subject = subjectOf(kind);
    const seat = { ...subject.seat, name: long, agency: { nameTh: long, nameEn: long } };
    for (const language of ["th", "en"] as const) {
      const messages = bot.line({ ...subject, seat }, { language, now: at });
      expect(problemsOf(pushRequest, { to: "U1", messages }), kind).toEqual([]);
      const told = JSON.stringify(messages);
      const { credentials } = wordsIn(language);
      expect(told, kind).toContain("A75XXX000008001");
      expect(told, kind).toContain(long);
      expect(told, kind).toContain(language === "th" ? "21 พ.ย. 2569 14:05 น." : "14:05");
      const { notAsked } = seatNoticeWords(kind, {}, credentials);
      expect(told, kind).toContain(JSON.stringify(notAsked).slice(1, -1));
    }
  }
});
