import { expect, test } from "vitest";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import { lostNoticeKinds } from "../../credentials/lost-notice.ts";
import { clockNoticeKinds } from "../../petitions/clock-mark.ts";
import { staffNoticeKinds } from "../../notices/notice.ts";
import type { StaffSubject, ToldRequest, ToldStaff } from "../../notices/staff-subject.ts";
import { makeMailRenderer } from "./render.tsx";

const agency = { nameTh: "รพ.สต. บ้านหนองน้ำใส", nameEn: "Ban Nong Nam Sai Health Centre" };
const staff: ToldStaff = {
  name: "มานี ชูใจ",
  username: "manee.c",
  level: "clerk",
  state: "active",
  agency,
};
const at = new Date("2026-11-21T14:05:00+07:00");
const path = "/console/set-password/abc123";

const petition = {
  id: "0192f000-0000-7000-8000-000000000001",
  number: "2570-000123-3V",
  service: { th: "แจ้งไฟฟ้าสาธารณะเสีย", en: null },
  dueDay: "2026-12-02" as BangkokDay,
};

const seat = { name: "มานี ชูใจ", userCode: "A75XXX000008001", right: "recorder", agency } as const;

const request: ToldRequest = {
  ...{ id: petition.id, number: "2569-000123" },
  ...{ case: "phone_changed", waitsForHead: true },
};

const subjects: readonly StaffSubject[] = [
  { kind: "staff_invited", staff, path, expiresAt: at },
  { kind: "staff_password_reset", staff, path, expiresAt: at },
  { kind: "staff_refused", applicant: { name: staff.name, agency, reason: "ยังไม่แนบหนังสือ" } },
  { kind: "staff_idle_warning", staff, lastDay: "2026-12-05" as BangkokDay },
  { kind: "staff_revoked", staff: { ...staff, state: "revoked" }, at },
  { kind: "staff_session_elsewhere", staff, at },
  { kind: "staff_locked", staff, at },
  { kind: "staff_line_plan", staff, percent: 80 },
  { kind: "staff_seat_denied", staff, seat, at, purpose: "sign_in" },
  { kind: "staff_seat_denied", staff, seat, at, purpose: "renew" },
  { kind: "staff_key_disabled", staff, seat, at, purpose: "sign_in" },
  { kind: "staff_key_disabled", staff, seat, at, purpose: "sign_in", ended: "resigned" },
  { kind: "staff_request_said", staff, seat, request, at, what: "said" },
  { kind: "staff_request_said", staff, seat, request, at, what: "sign" },
  ...lostNoticeKinds.map((kind): StaffSubject => ({
    ...{ kind, staff, seat, lostPhoneId: petition.id },
    letterDue: "2026-11-25" as BangkokDay,
  })),
  ...clockNoticeKinds.map((kind): StaffSubject => ({ kind, staff, petition })),
  { kind: "staff_petition_reopened", staff, petition, isYours: false },
  { kind: "staff_petition_answered", staff, petition, what: "said" },
  { kind: "staff_petition_answered", staff, petition, what: "corrected" },
  { kind: "staff_petition_answered", staff, petition, what: "withdrawn" },
  { kind: "staff_sign_in_changed", staff, at, what: "passkey_added" },
  { kind: "staff_second_step_reset", staff, at, reason: "lost" },
  { kind: "staff_level_changed", staff, at },
  { kind: "staff_code_answered", staff, codeAskId: petition.id, askedAt: at, userCode: seat.userCode },
  { kind: "staff_code_answered", staff, codeAskId: petition.id, askedAt: at, userCode: null },
  { kind: "staff_token_demanded", staff, fromDay: "2026-12-05" as BangkokDay },
  {
    ...{ kind: "staff_power_changed", staff: { ...staff, level: "local_admin" }, at },
    ...{ of: "ปิติ มานะดี", by: "สมชาย ใจดี", level: "seat_head", what: "given" },
  },
];

const renderer = makeMailRenderer(new URL("https://pratu.example"));

async function mailOf(subject: StaffSubject) {
  const mail = await renderer.mail(subject);
  if (mail === null) throw new Error("no words");
  return mail;
}

test("has words for every kind that members of staff are told", async () => {
  expect([...new Set(subjects.map(({ kind }) => kind))].sort()).toEqual([...staffNoticeKinds].sort());
  for (const subject of subjects) {
    const { subject: line, text, html } = await mailOf(subject);
    expect(line).toMatch(/^[\p{L}\p{M}\p{N} ]+ · ประตู$/u);
    expect(text.indexOf("สวัสดี คุณ")).toBeLessThan(text.indexOf("Dear "));
    expect(html).toMatch(/^<!doctype html><html lang="th">/);
    expect(`${text}${html}`).not.toMatch(/undefined|\[object|NaN/);
  }
});

test("says the same in text as in HTML, and names the person and what it is about", async () => {
  const { text, html } = await mailOf(subjects[0] as StaffSubject);
  const facts = [
    "มานี ชูใจ",
    "manee.c",
    "รพ.สต. บ้านหนองน้ำใส",
    "ผู้ปฏิบัติงาน",
    "21 พ.ย. 2569 14:05 น.",
    "Ban Nong Nam Sai Health Centre",
    "Clerk",
    "21 Nov 2026 14:05",
    "https://pratu.example/console/set-password/abc123",
  ];
  for (const fact of facts) {
    expect(text).toContain(fact);
    expect(html).toContain(fact);
  }
});

test("leads to our own pages only, and fetches nothing", async () => {
  for (const subject of subjects) {
    const { html } = await mailOf(subject);
    const links = [...html.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, link]) => link);
    for (const link of links) expect(link).toMatch(/^https:\/\/pratu\.example\/console\//);
    expect(html).not.toMatch(/<(img|script|style|link|form|iframe)\b|url\(/);
  }
});

test("never carries a password, and says so", async () => {
  for (const subject of subjects) {
    expect((await mailOf(subject)).text).toContain("เราไม่ขอรหัสผ่านทางอีเมล");
  }
});

test("what somebody typed cannot become markup", async () => {
  const reason = '<img src=x onerror="alert(1)">';
  const hostile = { name: "<b>มานี</b>", agency, reason };
  const { html, text } = await mailOf({ kind: "staff_refused", applicant: hostile });
  expect(html).not.toMatch(/<img|<b>/);
  expect(html).toContain("&lt;img src=x");
  expect(text).toContain(reason);
});

test("leaves out a reason that was not given", async () => {
  const applicant = { name: staff.name, agency, reason: "" };
  expect((await mailOf({ kind: "staff_refused", applicant })).text).not.toContain("เหตุผล:");
});

test("tells whose right was taken back from whose ran out", async () => {
  const text = async (state: "revoked" | "ended") =>
    (await mailOf({ kind: "staff_revoked", staff: { ...staff, state }, at })).text;
  expect(await text("revoked")).toContain("60 วัน");
  expect(await text("ended")).not.toContain("60 วัน");
});
