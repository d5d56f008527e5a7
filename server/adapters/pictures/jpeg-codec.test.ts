import { expect, test } from "vitest";
import { drawnJpeg, drawnPixels } from "../../../tests/support/drawn-picture.ts";
import { testCodec } from "../../../tests/support/pictures.ts";
import { openJpegCodec } from "./jpeg-codec.ts";

const opened = async () => openJpegCodec(await testCodec());

test("one picture after the other comes out as it does from a codec just opened", async () => {
  const [codec, pixels] = [await opened(), drawnPixels(640, 480)];
  const alone = (await opened()).encode(pixels);
  const [first, , third] = [pixels, drawnPixels(1_600, 1_200), pixels].map((each) => codec.encode(each));
  expect([first, third]).toEqual([alone, alone]);
  expect(codec.decode(alone)).toEqual((await opened()).decode(alone));
});

test("a codec is kept after pictures as phones send them", async () => {
  const codec = await opened();
  const jpeg = codec.encode(drawnPixels(1_600, 1_200));
  expect(codec.decode(jpeg)).toMatchObject({ width: 1_600, height: 1_200 });
  expect(codec.isWorthKeeping()).toBe(true);
});

test("a codec is let go after a file that broke it, and after a picture that swelled it", async () => {
  const [broken, swollen] = [await opened(), await opened()];
  const jpeg = await drawnJpeg();
  expect(broken.decode(Buffer.concat([jpeg.subarray(0, 200), Uint8Array.of(0xff, 0xd9)]))).toBeNull();
  swollen.encode(drawnPixels(2_000, 2_000));
  expect([broken.isWorthKeeping(), swollen.isWorthKeeping()]).toEqual([false, false]);
});
