import fc from "fast-check";
import { expect, test } from "vitest";
import { testMac } from "../../tests/support/mac.ts";
import { readVectors } from "../../tests/vectors/read-vectors.ts";
import { makeScreenToken, qrNumberLimit } from "./facility-qr.ts";
import { parseQrText, qrText } from "./qr-text.ts";

const mac = testMac("qr key of the tests");
const tokens = fc
  .tuple(fc.integer({ min: 0, max: qrNumberLimit - 1 }), fc.nat())
  .map(([number, step]) => makeScreenToken(mac, number, step));
const hosts = fc.constantFrom(
  "pratu.example",
  "Pratu.Example",
  "pratu.example:8443",
  "localhost:8787",
  "phone1.localhost:8787",
  "127.0.0.1:8787",
);

test.each(readVectors("qr-text.txt"))("reads %j as %s", (text, expected, named = "") => {
  const read = parseQrText(text, "demo.pratu.example");
  const host = !read.ok && read.refusal.kind === "qr_other_host" ? read.refusal.host : "";
  expect(read.ok ? [read.value, ""] : [read.refusal.kind, host]).toEqual([expected, named]);
});

test("reads back what it writes for its own host", () => {
  fc.assert(
    fc.property(hosts, tokens, (host, token) => {
      expect(parseQrText(qrText(host, token), host)).toEqual({ ok: true, value: token });
    }),
  );
});

test("stays in the alphanumeric mode of QR codes", () => {
  fc.assert(
    fc.property(hosts, tokens, (host, token) => {
      expect(qrText(host, token)).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
    }),
  );
});

test("gives plain HTTP to this machine's own names only", () => {
  expect(qrText("pratu.example", "T")).toBe("HTTPS://PRATU.EXAMPLE/Q/T");
  expect(qrText("phone2.localhost:8787", "T")).toBe("HTTP://PHONE2.LOCALHOST:8787/Q/T");
  expect(qrText("localhost.example", "T")).toBe("HTTPS://LOCALHOST.EXAMPLE/Q/T");
});

test("never throws, whatever was scanned", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.webUrl()), (text) => {
      expect(parseQrText(text, "pratu.example").ok).toBe(false);
    }),
  );
});
