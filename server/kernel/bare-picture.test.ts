import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { drawnJpeg, drawnPng, withSegment } from "../../tests/support/drawn-picture.ts";
import { barePicture } from "./bare-picture.ts";
import { readPictureShape } from "./picture-shape.ts";

const latin = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

/** Exif as a phone writes it: the way up, a camera's name, and a directory of GPS with a place in it. */
function exif(up: number, order: "II" | "MM" = "MM"): Uint8Array {
  const isLittle = order === "II";
  const body = new DataView(new ArrayBuffer(120));
  body.setUint16(0, isLittle ? 0x4949 : 0x4d4d);
  body.setUint16(2, 0x2a, isLittle);
  body.setUint32(4, 8, isLittle);
  body.setUint16(8, 3, isLittle);
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    body.setUint16(at, tag, isLittle);
    body.setUint16(at + 2, type, isLittle);
    body.setUint32(at + 4, count, isLittle);
    if (type === 3) body.setUint16(at + 8, value, isLittle);
    else body.setUint32(at + 8, value, isLittle);
  };
  entry(10, 0x010f, 2, 12, 60);
  entry(22, 0x0112, 3, 1, up);
  entry(34, 0x8825, 4, 1, 80);
  const bytes = new Uint8Array(body.buffer);
  bytes.set(latin("SecretPhone\0"), 60);
  bytes.set(latin("GPS 13.7563N 100.5018E"), 84);
  return Uint8Array.from([...latin("Exif\0\0"), ...bytes]);
}

async function jpegWith(...parts: readonly (readonly [marker: number, content: Uint8Array])[]) {
  return parts.reduceRight(
    (jpeg, [marker, content]) => withSegment(jpeg, marker, content),
    await drawnJpeg(),
  );
}

/** The first bytes of a picture's scan and all behind them: its pixels. */
const pixels = (bytes: Uint8Array) => text(bytes).slice(text(bytes).indexOf("\xff\xda"));

test("of a JPEG place, camera, programs' notes and comments go, and its pixels stay byte for byte", async () => {
  const picture = await jpegWith(
    [0xe1, exif(1)],
    [0xe1, latin("http://ns.adobe.com/xap/1.0/\0<GPSLatitude>13</GPSLatitude>")],
    [0xed, latin("Photoshop 3.0\0by somebody")],
    [0xfe, latin("taken at home")],
    [0xe2, latin("MPF\0preview")],
  );
  const bare = barePicture(picture);
  for (const gone of ["Exif", "GPS", "SecretPhone", "Photoshop", "somebody", "taken at home", "MPF"]) {
    expect(text(picture)).toContain(gone);
    expect(text(bare)).not.toContain(gone);
  }
  expect(pixels(bare)).toBe(pixels(await drawnJpeg()));
  expect(readPictureShape(bare)).toEqual(readPictureShape(picture));
  expect(barePicture(bare)).toEqual(bare);
});

test.each(["II", "MM"] as const)(
  "which way is up is told still, whatever the order of bytes (%s)",
  async (order) => {
    const bare = barePicture(await jpegWith([0xe1, exif(6, order)]));
    expect(text(bare)).not.toContain("GPS");
    expect(text(bare)).toContain("Exif\0\0MM\0*\0\0\0\b\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0");
    expect(readPictureShape(bare)?.isWhole).toBe(true);
    expect(barePicture(bare)).toEqual(bare);
  },
);

test("what colours are drawn with stays", async () => {
  const picture = await jpegWith(
    [0xe2, latin("ICC_PROFILE\0\x01\x01colours")],
    [0xee, latin("Adobe\0d\0\0\0\0\0")],
  );
  expect(text(barePicture(picture))).toContain("ICC_PROFILE\0\x01\x01colours");
  expect(text(barePicture(picture))).toContain("Adobe");
});

test("Exif that lies about its lengths is left out like any other", async () => {
  for (const cut of [7, 12, 20, 30]) {
    const bare = barePicture(await jpegWith([0xe1, exif(6).subarray(0, cut)]));
    expect(readPictureShape(bare)?.isWhole).toBe(true);
  }
});

function chunk(type: string, body: Uint8Array): Uint8Array {
  const head = new DataView(new ArrayBuffer(4));
  head.setUint32(0, body.length);
  return Uint8Array.from([...new Uint8Array(head.buffer), ...latin(type), ...body, 0, 0, 0, 0]);
}

test("of a PNG texts, times and Exif go, and what is drawn stays", () => {
  const plain = drawnPng(8, 8);
  const added = [
    chunk("tEXt", latin("Comment\0at home 13.7563,100.5018")),
    chunk("zTXt", Uint8Array.from([...latin("Author\0\0"), ...deflateSync("somebody")])),
    chunk("iTXt", latin("XML:com.adobe.xmp\0\0\0\0\0<GPSLatitude/>")),
    chunk("eXIf", exif(1).subarray(6)),
    chunk("tIME", Uint8Array.from([7, 234, 1, 1, 1, 1, 1])),
    chunk("prVt", latin("private")),
    chunk("pHYs", Uint8Array.from([0, 0, 11, 19, 0, 0, 11, 19, 1])),
  ];
  const headEnd = 8 + 25;
  const picture = Uint8Array.from([
    ...plain.subarray(0, headEnd),
    ...added.flatMap((one) => [...one]),
    ...plain.subarray(headEnd),
  ]);
  const bare = barePicture(picture);
  for (const gone of ["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "prVt", "GPS"]) {
    expect(text(bare)).not.toContain(gone);
  }
  expect(text(bare)).toContain("pHYs");
  expect(readPictureShape(bare)?.isWhole).toBe(true);
  expect(barePicture(plain)).toEqual(plain);
});

test("what is no whole picture is answered as it came", async () => {
  const cut = (await drawnJpeg()).subarray(0, 200);
  expect(barePicture(cut)).toBe(cut);
  const paper = latin("%PDF-1.7 /Author (somebody)");
  expect(barePicture(paper)).toBe(paper);
});
