import { expect, test } from "vitest";
import type { MailEntry } from "../world/state.ts";
import { mailPage } from "./mail-page.ts";

const mail: MailEntry = {
  id: "1",
  at: 0,
  messageId: "",
  from: { name: "", address: "a@b.example" },
  to: "c@d.example",
  subject: "<Subject>",
  text: "1 < 2 & 'so on'",
  html: null,
  unread: true,
};

test("a mail without HTML is set as its text, and nothing in it becomes markup", () => {
  const page = mailPage(mail);
  expect(page).toMatch(/^<!doctype html><base target="_blank"><title>&#60;Subject&#62;<\/title>/);
  expect(page).toContain("1 &#60; 2 &#38; 'so on'");
});

test("HTML without a head is given what makes its links open apart", () => {
  expect(mailPage({ ...mail, html: "<!DOCTYPE html>\n<p>x</p>" })).toBe(
    '<!doctype html><base target="_blank">\n<p>x</p>',
  );
});
