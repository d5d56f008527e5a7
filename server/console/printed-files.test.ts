import { decode } from "fast-png";
import { expect, test } from "vitest";
import { readQr } from "../../tests/support/read-qr.ts";
import { qrPng, qrSvg } from "./printed-files.ts";

const text = "HTTPS://PRATU.EXAMPLE.GO.TH/Q/0A1B2C3D4E5F6G7H8J9K0MNP";
const shortCode = "012345678";

test("the PNG is read by another decoder", async () => {
  const { width, height, data } = decode(qrPng(text, shortCode));
  expect(await readQr(Uint8Array.from(data), width, height)).toBe(text);
});

test("the SVG, drawn at 8 pixels a cell, is read by another decoder", async () => {
  const { grey, width, height } = drawn(qrSvg(text, shortCode), 8);
  expect(await readQr(grey, width, height)).toBe(text);
});

test("both draw the same, and another number under the QR differently", () => {
  const { grey } = drawn(qrSvg(text, shortCode), 16);
  expect(Buffer.from(decode(qrPng(text, shortCode)).data).equals(grey)).toBe(true);
  expect(qrSvg(text, "012345679")).not.toBe(qrSvg(text, shortCode));
});

test("the text of a QR stays in 29 modules with a host of 26 characters", () => {
  const long = `HTTPS://${"A".repeat(17)}.GO.TH.TH/Q/0A1B2C3D4E5F6G7H8J9K0MNP`;
  const { width } = decode(qrPng(long, shortCode));
  expect(width / 32).toBeLessThanOrEqual(29 + 8);
});

/** Paints the one path of our SVG, whose every part is a rectangle "Mx yhlv1h-lz". */
function drawn(svg: string, scale: number): { grey: Uint8Array; width: number; height: number } {
  const [left = 0, top = 0, across = 0, down = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? "")
    .split(" ")
    .map(Number);
  const [width, height] = [across * scale, down * scale];
  const grey = new Uint8Array(width * height).fill(255);
  for (const [, x = "", y = "", length = ""] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = 0; row < scale; row += 1) {
      const from = ((Number(y) - top) * scale + row) * width + (Number(x) - left) * scale;
      grey.fill(0, from, from + Number(length) * scale);
    }
  }
  return { grey, width, height };
}
