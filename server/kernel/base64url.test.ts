import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeBase64url, encodeBase64url } from "./base64url.ts";

test("writes what the platform writes and reads it back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const text = encodeBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString("base64url"));
      expect(decodeBase64url(text)).toEqual(bytes);
    }),
  );
});

test("reads one text only for one value", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."AQgwB_-=+/ "), maxLength: 8 }), (text) => {
      const bytes = decodeBase64url(text);
      if (bytes) expect(encodeBase64url(bytes)).toBe(text);
    }),
  );
  for (const text of ["A", "AB", "AA==", "A+/A", "ก"]) expect(decodeBase64url(text), text).toBeNull();
});
