import { expect, test } from "vitest";
import { accountNoticeKinds, type AccountNoticeKind } from "../../identity/account-notice.ts";
import type { AccountSubject } from "../../notices/account-subject.ts";
import { makeMailRenderer } from "./render.tsx";

const at = new Date("2026-11-21T14:05:00+07:00");
const renderer = makeMailRenderer(new URL("https://pratu.example"));

function subjectOf(kind: AccountNoticeKind): AccountSubject {
  return kind === "account_email_proof" || kind === "account_password_reset"
    ? { kind, path: "/liff/new-password/abc123", expiresAt: at }
    : { kind, at };
}

test("has words in both languages for everything people are told about their own account", async () => {
  for (const kind of accountNoticeKinds) {
    const mail = await renderer.mail(subjectOf(kind));
    expect(mail?.subject).toMatch(/^[\p{L}\p{M}\p{N} ]+ · ประตู$/u);
    expect(mail?.text.indexOf("สวัสดี\n")).toBeLessThan(mail?.text.indexOf("Hello\n") ?? -1);
    expect(`${mail?.text ?? ""}${mail?.html ?? ""}`).not.toMatch(/undefined|\[object|NaN/);
  }
});

test("a link says until when it can be used, and stands in text and page", async () => {
  const mail = await renderer.mail(subjectOf("account_password_reset"));
  for (const words of [
    "แจ้งเปลี่ยนรหัสผ่าน",
    "30 นาที",
    "https://pratu.example/liff/new-password/abc123",
    "14:05",
  ]) {
    expect(mail?.text).toContain(words);
    expect(mail?.html).toContain(words);
  }
});
