import { expect, test } from "vitest";
import { drawnJpeg } from "../../../tests/support/drawn-picture.ts";
import { testCodec } from "../../../tests/support/pictures.ts";
import { openHalf } from "./codec-half.ts";

test("a washed half holds nothing of the picture before, and its memory is as when it was opened", async () => {
  const { default: open } = await import("@jsquash/jpeg/codec/dec/mozjpeg_dec.js");
  const { decoder } = await testCodec();
  const half = await openHalf<{ decode(bytes: Uint8Array, turns: boolean): unknown }>(open, decoder);
  const opened = half.memory().slice();
  const jpeg = Buffer.from(await drawnJpeg());
  const holdsPicture = () => Buffer.from(half.memory()).includes(jpeg.subarray(-40));
  half.calls.decode(jpeg, true);
  expect(holdsPicture()).toBe(true);
  half.wash();
  expect(holdsPicture()).toBe(false);
  expect(Buffer.compare(half.memory().subarray(0, opened.length), opened)).toBe(0);
});
