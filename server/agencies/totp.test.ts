import { createHmac, randomBytes } from "node:crypto";
import fc from "fast-check";
import { Secret, TOTP, URI } from "otpauth";
import { expect, test } from "vitest";
import { matchTotp, totpDigits, totpSecretText, totpStep, totpUri } from "./totp.ts";

const macOf = (secret: Uint8Array) => (counter: Uint8Array) =>
  createHmac("sha1", secret).update(counter).digest();
const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 });
const moments = fc.date({ min: new Date("2020-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });

test("gives the codes that RFC 6238 lists", () => {
  const mac = macOf(Buffer.from("12345678901234567890"));
  const listed = [
    [59, "287082"],
    [1111111109, "081804"],
    [1234567890, "005924"],
    [20000000000, "353130"],
  ] as const;
  for (const [seconds, digits] of listed) {
    expect(totpDigits(mac, totpStep(new Date(seconds * 1000)))).toBe(digits);
  }
});

test("an independent authenticator that scanned the QR gives codes that are taken", () => {
  fc.assert(
    fc.property(secrets, moments, (secret, now) => {
      const app = URI.parse(totpUri("ประตู", "manee.c", secret));
      expect(app).toBeInstanceOf(TOTP);
      expect([app.issuer, app.label]).toEqual(["ประตู", "manee.c"]);
      const typed = (app as TOTP).generate({ timestamp: now.getTime() });
      expect(matchTotp(macOf(secret), typed, null, now)).toBe(totpStep(now));
    }),
    { numRuns: 50 },
  );
});

test("the secret as text is the secret", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (secret) => {
      const text = totpSecretText(secret);
      expect(Buffer.from(Secret.fromBase32(text).bytes)).toEqual(Buffer.from(secret));
    }),
  );
});

test("a code is worth one use, and so is every older one", () => {
  const [mac, now] = [macOf(randomBytes(20)), new Date("2026-11-21T03:00:00Z")];
  const step = totpStep(now);
  expect(matchTotp(mac, totpDigits(mac, step), step, now)).toBeNull();
  expect(matchTotp(mac, totpDigits(mac, step - 1), step, now)).toBeNull();
  expect(matchTotp(mac, totpDigits(mac, step + 1), step, now)).toBe(step + 1);
});

test("takes the step before and after, in any digits and groups, and nothing else", () => {
  const [mac, now] = [macOf(Buffer.from("12345678901234567890")), new Date(1111111109000)];
  const step = totpStep(now);
  for (const near of [-1, 1])
    expect(matchTotp(mac, totpDigits(mac, step + near), null, now)).toBe(step + near);
  for (const far of [-2, 2]) expect(matchTotp(mac, totpDigits(mac, step + far), null, now)).toBeNull();
  expect(matchTotp(mac, " ๐๘๑ ๘๐๔ ", null, now)).toBe(step);
  for (const text of ["", "81804", "0818041", "08180x"]) expect(matchTotp(mac, text, null, now)).toBeNull();
});
