import { openHalf, type CodecHalf } from "./codec-half.ts";
import type { Pixels } from "./pixels.ts";

/** The compiled codec; workerd takes it from the bundle only, so each host hands it in. */
export interface JpegModules {
  readonly decoder: WebAssembly.Module;
  readonly encoder: WebAssembly.Module;
}

/** A codec, opened: one picture after the other, each as if it were the first. */
export interface JpegCodec {
  /** Decodes a JPEG, turned as its camera says; null: its bytes do not decode. */
  decode(bytes: Uint8Array): Pixels | null;
  /** Writes pixels as a baseline JPEG that holds nothing else. */
  encode(pixels: Pixels): Uint8Array;
  /** Whether the next picture may have it: after a fault, or when a large picture has swollen it, it is let go. */
  isWorthKeeping(): boolean;
}

interface Decoder {
  decode(bytes: Uint8Array, turns: boolean): Pixels | null;
}

interface Encoder {
  encode(
    data: Uint8ClampedArray,
    width: number,
    height: number,
    options: typeof import("@jsquash/jpeg/meta.js").defaultOptions,
  ): Uint8Array;
}

/** Good enough for a number on a card, and about a tenth of what a camera writes. */
const quality = 82;
/** The codec goes on with grey where a file ends too early, and only says so. */
const endsEarly = /premature end/i;
/** Of both halves; a picture as phones send it (1,600 × 1,200) needs 50. */
const worthKeeping = 56 * 1_024 * 1_024;
/** Each use leaves a few handles behind in the package's tables. */
const mostUses = 1_000;

/** Opens both halves of the codec. */
export async function openJpegCodec(modules: JpegModules): Promise<JpegCodec> {
  const [decoding, encoding, { defaultOptions }] = await Promise.all([
    import("@jsquash/jpeg/codec/dec/mozjpeg_dec.js"),
    import("@jsquash/jpeg/codec/enc/mozjpeg_enc.js"),
    import("@jsquash/jpeg/meta.js"),
  ]);
  const decoder = await openHalf<Decoder>(decoding.default, modules.decoder);
  const encoder = await openHalf<Encoder>(encoding.default, modules.encoder);
  let [left, isBroken] = [mostUses, false];
  const washed = <T, Made>(half: CodecHalf<T>, work: (calls: T) => Made): Made => {
    isBroken = true;
    left -= 1;
    const made = work(half.calls);
    half.wash();
    isBroken = false;
    return made;
  };
  return {
    decode: (bytes) => {
      try {
        return washed(decoder, ({ decode }) => wholeOnly(decode(bytes, true), decoder.said));
      } catch {
        return null;
      }
    },
    encode: ({ data, width, height }) =>
      washed(encoder, ({ encode }) =>
        encode(data, width, height, { ...defaultOptions, quality, progressive: false }),
      ),
    isWorthKeeping: () =>
      !isBroken && left > 0 && decoder.memory().length + encoder.memory().length <= worthKeeping,
  };
}

function wholeOnly(pixels: Pixels | null, said: readonly string[]): Pixels | null {
  return said.some((line) => endsEarly.test(line)) ? null : pixels;
}
