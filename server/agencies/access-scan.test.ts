import { expect, test } from "vitest";
import { scannedLetter } from "../../tests/support/access.ts";
import { drawnJpeg, drawnPng } from "../../tests/support/drawn-picture.ts";
import { judgeScan, largestScanBytes } from "./access-scan.ts";

const text = (content: string) => new TextEncoder().encode(content);
const refusalOf = (bytes: Uint8Array) => {
  const answer = judgeScan(bytes);
  return answer.ok ? answer.value : answer.refusal.kind;
};

test("tells PDF, JPEG and PNG by their bytes", async () => {
  expect(refusalOf(scannedLetter)).toBe("pdf");
  expect(refusalOf(await drawnJpeg())).toBe("jpeg");
  expect(refusalOf(drawnPng())).toBe("png");
});

test.each([
  ["an SVG", text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ["a program", Uint8Array.of(0x4d, 0x5a, 0x90, 0x00, ...scannedLetter)],
  ["a page", text("<!doctype html><p>%PDF-1.7 %%EOF")],
  ["an archive", Uint8Array.of(0x50, 0x4b, 0x03, 0x04, ...scannedLetter)],
  ["a PDF behind something else", text("GIF89a%PDF-1.7\n%%EOF")],
])("refuses %s whatever it is called", (_, bytes) => {
  expect(refusalOf(bytes)).toBe("scan_unreadable");
});

test("refuses what is cut off, or carries something behind the picture", async () => {
  expect(refusalOf(scannedLetter.subarray(0, 20))).toBe("scan_broken");
  expect(refusalOf((await drawnJpeg()).subarray(0, 2_000))).toBe("scan_broken");
  expect(refusalOf(Uint8Array.of(...drawnPng(), ...text("MZ hidden")))).toBe("scan_broken");
});

test("takes ten megabytes and not a byte more; an empty file is none", () => {
  const filled = (bytes: number) => {
    const file = new Uint8Array(bytes).fill(0x20);
    file.set(text("%PDF-1.7\n"));
    file.set(text("%%EOF"), bytes - 5);
    return file;
  };
  expect(refusalOf(filled(largestScanBytes))).toBe("pdf");
  expect(refusalOf(filled(largestScanBytes + 1))).toBe("scan_heavy");
  expect(refusalOf(new Uint8Array())).toBe("scan_none");
});
