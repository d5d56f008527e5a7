import { zlibSync } from "fflate";
import { crc32 } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { drawnJpeg, drawnPixels, drawnPng, exif, withSegment } from "../../../tests/support/drawn-picture.ts";
import { testCodec, testPictures } from "../../../tests/support/pictures.ts";
import { readPictureShape } from "../../kernel/picture-shape.ts";
import { judgePicture } from "../../visits/picture.ts";
import { drawCrossOutLine } from "./cross-out-line.ts";
import { openJpegCodec, type JpegCodec } from "./jpeg-codec.ts";

let codec: JpegCodec;
let jpeg: Uint8Array;
beforeAll(async () => {
  codec = await openJpegCodec(await testCodec());
  jpeg = await drawnJpeg();
});

const text = (value: string) => new TextEncoder().encode(value);

async function crossedOut(bytes: Uint8Array): Promise<Uint8Array | null> {
  const shape = readPictureShape(bytes);
  if (!shape) throw new Error("no picture");
  return testPictures.crossOut(bytes, shape);
}

function pixelsOf(bytes: Uint8Array | null) {
  const pixels = bytes && codec.decode(bytes);
  if (!pixels) throw new Error("the picture that was made does not decode");
  const at = (x: number, y: number) => [...pixels.data.subarray((y * pixels.width + x) * 4).subarray(0, 3)];
  return { ...pixels, at };
}

/** How far two colours lie apart, at most over the channels. */
const apart = (one: number[], other: number[]) =>
  Math.max(...one.map((value, at) => Math.abs(value - (other[at] ?? 0))));

test("EXIF, the place it was taken at and hidden text do not survive, and the picture stands upright", async () => {
  const told = withSegment(
    withSegment(jpeg, 0xe1, exif(6, "N 13.7563 E 100.5018")),
    0xfe,
    text("<script>hidden"),
  );
  expect(judgePicture(told)).toMatchObject({ ok: true });
  const made = await crossedOut(told);
  const kept = Buffer.from(made ?? []).toString("latin1");
  for (const gone of ["Exif", "13.7563", "hidden", "<script>"]) expect(kept).not.toContain(gone);
  expect(pixelsOf(made)).toMatchObject({ width: 480, height: 640 });
});

test("what is made is a whole picture by the same rules that judge one", async () => {
  expect(judgePicture((await crossedOut(jpeg)) ?? new Uint8Array())).toEqual({
    ok: true,
    value: { format: "jpeg", width: 640, height: 480, isWhole: true },
  });
});

test("one light line goes from corner to corner; everything beside it is as it was", async () => {
  const [before, after] = [pixelsOf(jpeg), pixelsOf(await crossedOut(jpeg))];
  for (const [x, y] of [
    [64, 431],
    [320, 240],
    [576, 47],
  ] as const) {
    const difference = apart(before.at(x, y), after.at(x, y));
    expect(difference).toBeGreaterThan(40);
    expect(difference).toBeLessThan(130);
  }
  for (const [x, y] of [
    [64, 48],
    [320, 300],
    [600, 400],
  ] as const) {
    expect(apart(before.at(x, y), after.at(x, y))).toBeLessThan(12);
  }
});

test("letters under the line keep most of their contrast", () => {
  const pixels = drawnPixels(200, 200);
  for (let at = 0; at < pixels.data.length; at += 4)
    pixels.data.fill((at / 4) % 2 === 0 ? 20 : 235, at, at + 3);
  drawCrossOutLine(pixels);
  for (let at = 0; at < pixels.data.length; at += 8) {
    expect((pixels.data[at + 4] ?? 0) - (pixels.data[at] ?? 0)).toBeGreaterThan(30);
  }
});

test("words crossed out a second time fall on the first ones: no pixel beside them changes", async () => {
  const words = "ใช้สำหรับการยืนยันตัวตน กับเทศบาลตำบลตัวอย่าง (จำลอง) เท่านั้น 22 พ.ย. 2569";
  const shape = { format: "jpeg", width: 640, height: 480, isWhole: true } as const;
  const once = await testPictures.crossOut(jpeg, shape, words);
  const twice = await testPictures.crossOut(once ?? new Uint8Array(), shape, words);
  const [plain, first, second] = [pixelsOf(jpeg), pixelsOf(once), pixelsOf(twice)];
  let [written, beside] = [0, 0];
  for (let y = 0; y < 480; y += 1) {
    for (let x = 0; x < 640; x += 1) {
      const before = apart(plain.at(x, y), first.at(x, y));
      if (before > 40) written += 1;
      if (before < 8 && apart(plain.at(x, y), second.at(x, y)) > 40) beside += 1;
    }
  }
  expect(written).toBeGreaterThan(3_000);
  expect(beside).toBe(0);
});

test("a PNG becomes a JPEG of the same size and colours", async () => {
  const made = pixelsOf(await crossedOut(drawnPng()));
  const drawn = drawnPixels(640, 480);
  expect([made.width, made.height]).toEqual([640, 480]);
  const colour = [...drawn.data.subarray((300 * 640 + 320) * 4).subarray(0, 3)];
  expect(apart(made.at(320, 300), colour)).toBeLessThan(12);
});

test("a JPEG whose pixels end early does not decode, though its last bytes are in place", async () => {
  const ended = Buffer.concat([jpeg.subarray(0, Math.floor(jpeg.length / 2)), Uint8Array.of(0xff, 0xd9)]);
  expect(judgePicture(ended)).toMatchObject({ ok: true });
  expect(await crossedOut(ended)).toBeNull();
});

test("a PNG that unpacks into more than its pixels is not unpacked", async () => {
  const bomb = pngWith(640, 480, zlibSync(new Uint8Array(20_000_000), { level: 9 }));
  expect(judgePicture(bomb)).toMatchObject({ ok: true });
  expect(await crossedOut(bomb)).toBeNull();
});

test("a PNG with a wrong checksum, or too few pixels, does not decode", async () => {
  const wrong = drawnPng();
  wrong[wrong.length - 20] = (wrong[wrong.length - 20] ?? 0) ^ 1;
  expect(await crossedOut(wrong)).toBeNull();
  expect(await crossedOut(pngWith(640, 480, zlibSync(new Uint8Array(1_000))))).toBeNull();
});

test("after a broken picture, and among many at once, each comes out right", async () => {
  const broken = Buffer.concat([jpeg.subarray(0, 700), Uint8Array.of(0xff, 0xd9)]);
  const made = await Promise.all([jpeg, broken, drawnPng(), broken, jpeg].map(crossedOut));
  expect(made.map((each) => each !== null)).toEqual([true, false, true, false, true]);
  expect(made[0]).toEqual(made[4]);
});

/** A PNG of three colours whose pixels are packed as given. */
function pngWith(width: number, height: number, packed: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, content: Uint8Array) => {
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", packed),
    chunk("IEND", new Uint8Array()),
  ]);
}
