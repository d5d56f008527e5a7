import fc from "fast-check";
import { expect, test } from "vitest";
import { isUuid, uuidV7 } from "./uuid.ts";

const ten = fc.uint8Array({ minLength: 10, maxLength: 10 });
const moments = fc.date({ min: new Date(0), max: new Date("2500-01-01"), noInvalidDate: true });

test("makes a UUID of version 7 and the RFC's variant, with the time in front", () => {
  fc.assert(
    fc.property(moments, ten, (now, random) => {
      const id = uuidV7(now, random);
      expect(isUuid(id)).toBe(true);
      expect(id[14]).toBe("7");
      expect(parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(now.getTime());
    }),
  );
});

test("agrees with the example of RFC 9562, appendix A.6", () => {
  const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  expect(uuidV7(new Date(0x017f22e279b0), random)).toBe("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
});

test("sorts by time and leaves the caller's bytes alone", () => {
  const random = new Uint8Array(10).fill(0xff);
  const earlier = uuidV7(new Date(1_000), random);
  expect(earlier < uuidV7(new Date(1_001), new Uint8Array(10))).toBe(true);
  expect([...random]).toEqual(new Array(10).fill(0xff));
});

test("throws for another number of random bytes", () => {
  expect(() => uuidV7(new Date(0), new Uint8Array(16))).toThrow(RangeError);
});

test("takes no other text for a UUID", () => {
  for (const text of ["", "1", "017F22E2-79B0-7CC3-98C4-DC0C0C07398F", "017f22e279b07cc398c4dc0c0c07398f"]) {
    expect(isUuid(text), text).toBe(false);
  }
});
