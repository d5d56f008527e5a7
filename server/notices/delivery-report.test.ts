import fc from "fast-check";
import { expect, test } from "vitest";
import { deliveryReport } from "../../tests/support/delivery-report.ts";
import { readLateBounce } from "./delivery-report.ts";

const noticeId = "0190a3a0-0000-7000-8000-000000000001";
const recipient = "somjai@example.com";
const report = (more: Parameters<typeof deliveryReport>[0] = {}) =>
  deliveryReport({ noticeId, recipient, ...more });

test("names the mail that did not arrive and its address", () => {
  expect(readLateBounce(report())).toEqual({ noticeId, recipient });
});

test("is read however it is folded, quoted and spelt", () => {
  const folded = report()
    .replace("Content-Type: multipart/report; ", "content-TYPE: multipart/report;\r\n\t")
    .replace('boundary="=_report"', "boundary==_report")
    .replace("Final-Recipient: rfc822; somjai@example.com", "final-recipient: RFC822;<Somjai@Example.com>")
    .replace("Action: failed", "ACTION: Failed");
  expect(readLateBounce(folded)).toEqual({ noticeId, recipient });
  expect(readLateBounce(report().replaceAll("\r\n", "\n"))).toEqual({ noticeId, recipient });
});

test.each([
  ["a delay", report({ action: "delayed", status: "4.4.1" })],
  ["a failure for now", report({ status: "4.2.2" })],
  ["a delivery", report({ action: "delivered", status: "2.0.0" })],
  ["another kind of report", report().replace("report-type=delivery-status", "report-type=feedback-report")],
  ["a report without its mail", report().replace("Message-ID: ", "X-Other: ")],
  ["a mail that is not ours", report({ noticeId: "CAF123" })],
  ["a mail of a person", `From: ${recipient}\r\nSubject: ลาพัก\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n`],
  ["an address of another kind", report().replace("rfc822;", "x-unix;")],
  ["two addresses in one", report({ recipient: "a@example.com, b@example.com" })],
  ["nothing", ""],
])("%s says nothing", (_, message) => {
  expect(readLateBounce(message)).toBeNull();
});

test("what speaks of two recipients says nothing: one mail of ours has one", () => {
  const second = "\r\n\r\nFinal-Recipient: rfc822; other@example.com\r\nAction: failed\r\nStatus: 5.1.1";
  expect(readLateBounce(report().replace("Status: 5.1.1", `Status: 5.1.1${second}`))).toBeNull();
});

test("whatever comes, the answer is a bounce or nothing, never a throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.nat(600), (noise, at) => {
      const whole = report();
      const broken = whole.slice(0, at) + noise + whole.slice(at);
      const read = readLateBounce(broken);
      if (read !== null) expect(read.noticeId).toMatch(/^[0-9a-f-]{36}$/);
      expect(readLateBounce(noise)).toBeNull();
    }),
  );
});
