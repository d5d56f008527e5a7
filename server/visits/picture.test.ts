import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { drawnJpeg, drawnPng, withSegment } from "../../tests/support/drawn-picture.ts";
import { judgePicture, largestPictureBytes } from "./picture.ts";

let jpeg: Uint8Array;
let png: Uint8Array;
beforeAll(async () => {
  jpeg = await drawnJpeg();
  png = drawnPng();
});

const verdict = (bytes: Uint8Array) => {
  const judged = judgePicture(bytes);
  return judged.ok ? judged.value.format : judged.refusal.kind;
};
const text = (value: string) => new TextEncoder().encode(value);
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
/** The beginning of a JPEG whose header claims that size. */
const claiming = (width: number, height: number) =>
  Uint8Array.of(
    0xff,
    0xd8,
    0xff,
    0xc0,
    0,
    17,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    3,
    ...Array<number>(9).fill(1),
  );

test("a whole JPEG or PNG is taken, with its size", () => {
  expect(judgePicture(jpeg)).toEqual({
    ok: true,
    value: { format: "jpeg", width: 640, height: 480, isWhole: true },
  });
  expect(judgePicture(png)).toEqual({
    ok: true,
    value: { format: "png", width: 640, height: 480, isWhole: true },
  });
});

test.each([
  ["an executable of Windows", text("MZ\u0090\0\u0003This program cannot be run in DOS mode")],
  ["an executable of Linux", text("\u007fELF\u0002\u0001\u0001")],
  ["a web page", text("<!doctype html><script>alert(1)</script>")],
  ["a drawing with scripts", text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ["a document", text("%PDF-1.7")],
  ["an archive", text("PK\u0003\u0004")],
  ["a GIF", text("GIF89a")],
  ["a WebP", text("RIFF\u0010\0\0\0WEBPVP8 ")],
  ["nothing", new Uint8Array()],
])("%s is no picture, whatever it is called", (_, bytes) => {
  expect(verdict(bytes)).toBe("picture_unreadable");
});

test("forty megapixels are refused by the header alone, in either format", () => {
  expect(verdict(claiming(8000, 5000))).toBe("picture_large");
  const large = Uint8Array.from(png);
  new DataView(large.buffer).setUint32(16, 8000);
  expect(verdict(large)).toBe("picture_large");
});

test("the limits: 2,000 pixels pass and 2,001 do not, 240 pass and 239 do not", () => {
  expect([2000, 2001].map((side) => verdict(claiming(side, 300)))).toEqual([
    "picture_broken",
    "picture_large",
  ]);
  expect([240, 239].map((side) => verdict(claiming(side, 300)))).toEqual(["picture_broken", "picture_small"]);
});

test("more than 1.5 MB is refused before it is looked at", () => {
  expect(verdict(new Uint8Array(largestPictureBytes + 1))).toBe("picture_heavy");
  const padded = joined(jpeg, new Uint8Array(largestPictureBytes - jpeg.length));
  expect(verdict(padded)).toBe("jpeg");
});

test("a picture cut off anywhere is not whole", () => {
  for (const whole of [jpeg, png]) {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        expect(verdict(whole.subarray(0, length))).toMatch(/broken|unreadable/);
      }),
    );
  }
});

test("something behind the picture, or a second one, is refused", () => {
  for (const more of [text("PK\u0003\u0004"), text("<script>"), text("MZ"), jpeg]) {
    expect(verdict(joined(jpeg, more))).toBe("picture_broken");
    expect(verdict(joined(png, more))).toBe("picture_broken");
  }
});

test("a JPEG with a second frame, or more scans than a camera writes, is refused", () => {
  expect(verdict(withSegment(jpeg, 0xc0, claiming(640, 480).subarray(6)))).toBe("picture_broken");
  const from = Buffer.from(jpeg).indexOf(Uint8Array.of(0xff, 0xda));
  const scan = jpeg.subarray(from, from + 20);
  const repeated = joined(jpeg.subarray(0, -2), ...Array<Uint8Array>(64).fill(scan), jpeg.subarray(-2));
  expect(verdict(repeated)).toBe("picture_broken");
});

test("a comment of any content leaves it whole: what is written anew will not hold it", () => {
  expect(verdict(withSegment(jpeg, 0xfe, text("<script>alert(1)</script>")))).toBe("jpeg");
});

test("whatever the bytes, the answer is a verdict", () => {
  const any = fc.uint8Array({ maxLength: 400 });
  const begun = any.map((rest) => joined(jpeg.subarray(0, 200), rest));
  const changed = fc
    .array(fc.tuple(fc.nat(jpeg.length - 1), fc.nat(255)), { maxLength: 8 })
    .map((changes) => {
      const bytes = Uint8Array.from(jpeg);
      for (const [at, value] of changes) bytes[at] = value;
      return bytes;
    });
  fc.assert(
    fc.property(fc.oneof(any, begun, changed), (bytes) => {
      expect(verdict(bytes)).toMatch(/^(jpeg|png|picture_[a-z]+)$/);
    }),
    { numRuns: 500 },
  );
});
