import { encode } from "fast-png";
import { openJpegCodec } from "../../server/adapters/pictures/jpeg-codec.ts";
import { testCodec } from "./pictures.ts";

/** Pixels of a made-up face in front of a wall: soft colours, some edges, nobody. */
export function drawnPixels(width: number, height: number) {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const inFace = Math.hypot((x - width / 2) / width, (y - height / 2) / height) < 0.25;
      const colour = inFace ? [214, 170, 140] : [60 + (120 * x) / width, 90 + (60 * y) / height, 120];
      data.set([...colour, 255], (y * width + x) * 4);
    }
  }
  return { width, height, data };
}

/** A whole JPEG of that size. */
export async function drawnJpeg(width = 640, height = 480): Promise<Uint8Array> {
  return (await openJpegCodec(await testCodec())).encode(drawnPixels(width, height));
}

/** The same as PNG. */
export function drawnPng(width = 640, height = 480): Uint8Array {
  return new Uint8Array(encode(drawnPixels(width, height)));
}

/** Puts a segment right behind the beginning of a JPEG. */
export function withSegment(jpeg: Uint8Array, marker: number, content: Uint8Array): Uint8Array {
  const length = content.length + 2;
  const head = Uint8Array.of(0xff, marker, length >> 8, length & 0xff);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}

/** An EXIF segment's content: which way up the camera was held, and where on earth that was. */
export function exif(orientation: number, place: string): Uint8Array {
  const tiff = Buffer.alloc(80);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(2, 8);
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    tiff.writeUInt16BE(tag, at);
    tiff.writeUInt16BE(type, at + 2);
    tiff.writeUInt32BE(count, at + 4);
    if (type === 3) tiff.writeUInt16BE(value, at + 8);
    else tiff.writeUInt32BE(value, at + 8);
  };
  entry(10, 0x0112, 3, 1, orientation);
  entry(22, 0x8825, 4, 1, 38);
  tiff.writeUInt16BE(1, 38);
  entry(40, 0x0001, 2, place.length, 60);
  tiff.write(place, 60, "latin1");
  return Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
}
