import fc from "fast-check";
import { expect, test } from "vitest";
import { testMac } from "../../tests/support/mac.ts";
import { readVectors } from "../../tests/vectors/read-vectors.ts";
import {
  checkOtp,
  checkResend,
  otpDigits,
  otpExpiresAt,
  otpReference,
  parseOtp,
  type KeptOtp,
  type OtpDigits,
} from "./otp.ts";

const mac = testMac("otp key of the tests");
const createdAt = new Date("2026-11-21T01:00:00Z");
const id = "0199a000-0000-7000-8000-000000000001";
const otp: KeptOtp = { id, createdAt, expiresAt: otpExpiresAt(createdAt), usedAt: null, replacedAt: null };
const right = otpDigits(mac, id) as OtpDigits;
const wrong = (right === "000000" ? "000001" : "000000") as OtpDigits;

test.each(readVectors("otp.txt"))("reads %j as %s", (text, expected, named = "") => {
  const read = parseOtp(text);
  const digits = !read.ok && read.refusal.kind === "otp_length" ? String(read.refusal.digits) : "";
  expect(read.ok ? [read.value, ""] : [read.refusal.kind, digits]).toEqual([expected, named]);
});

test("makes six digits and four letters of every id, and reads its own digits back", () => {
  fc.assert(
    fc.property(fc.uuid(), (anyId) => {
      const digits = otpDigits(mac, anyId);
      expect(digits).toMatch(/^[0-9]{6}$/);
      expect(parseOtp(`OTP: ${digits}`)).toEqual({ ok: true, value: digits });
      expect(otpReference(mac, anyId)).toMatch(/^[BCDFGHJKMNPQRTVWXYZ]{4}$/);
      expect(otpDigits(mac, anyId)).toBe(digits);
    }),
  );
});

test("passes over words of the hash that would favour small numbers", () => {
  const words = [0xffffffff, 4_294_000_000, 1_234_567_890];
  const tag = new Uint8Array(32);
  words.forEach((word, at) => new DataView(tag.buffer).setUint32(at * 4, word));
  expect(otpDigits(() => tag, id)).toBe("567890");
});

test("spreads over all leading digits alike", () => {
  const counts = new Array<number>(10).fill(0);
  for (let n = 0; n < 10_000; n += 1) {
    const first = Number(otpDigits(mac, `otp-${n}`)[0]);
    counts[first] = (counts[first] ?? 0) + 1;
  }
  const chiSquared = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(chiSquared).toBeLessThan(28);
});

test("takes the right digits within five minutes and not after", () => {
  const at = (seconds: number) => new Date(createdAt.getTime() + seconds * 1000);
  expect(checkOtp(mac, otp, right, at(299)).ok).toBe(true);
  expect(checkOtp(mac, otp, right, at(300))).toEqual({ ok: false, refusal: { kind: "otp_expired" } });
});

test.each([
  ["otp_wrong", otp, wrong],
  ["otp_used", { ...otp, usedAt: createdAt }, right],
  ["otp_replaced", { ...otp, replacedAt: createdAt }, right],
] as const)("refuses with %s", (kind, kept, typed) => {
  expect(checkOtp(mac, kept, typed, createdAt)).toEqual({ ok: false, refusal: { kind } });
});

test("sends a new OTP no sooner than a minute after the last", () => {
  const at = (seconds: number) => new Date(createdAt.getTime() + seconds * 1000);
  expect(checkResend(null, createdAt).ok).toBe(true);
  expect(checkResend(createdAt, at(59))).toEqual({ ok: false, refusal: { kind: "otp_wait", until: at(60) } });
  expect(checkResend(createdAt, at(60)).ok).toBe(true);
});
