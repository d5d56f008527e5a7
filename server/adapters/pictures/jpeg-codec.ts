import type { Pixels } from "./pixels.ts";

/** The compiled codec; workerd takes it from the bundle only, so each host hands it in. */
export interface JpegModules {
  readonly decoder: WebAssembly.Module;
  readonly encoder: WebAssembly.Module;
}

/** How the package opens one half of its codec; its own types name a namespace that it does not bring. */
type Open<T> = { readonly default: (options: ReturnType<typeof optionsOf>) => Promise<T> };

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

/**
 * Decodes a JPEG, turned as its camera says; null: its bytes do not decode. Every picture gets a codec of its own: a
 * broken one leaves it unusable, and its memory never shrinks.
 */
export async function decodeJpeg({ decoder }: JpegModules, bytes: Uint8Array): Promise<Pixels | null> {
  const { default: open } =
    (await import("@jsquash/jpeg/codec/dec/mozjpeg_dec.js")) as unknown as Open<Decoder>;
  const said: string[] = [];
  const codec = await open(optionsOf(decoder, said));
  try {
    const pixels = codec.decode(new Uint8Array(bytes), true);
    return pixels && !said.some((line) => endsEarly.test(line)) ? pixels : null;
  } catch {
    return null;
  }
}

/** Writes pixels as a baseline JPEG that holds nothing else. */
export async function encodeJpeg({ encoder }: JpegModules, pixels: Pixels): Promise<Uint8Array> {
  const { default: open } =
    (await import("@jsquash/jpeg/codec/enc/mozjpeg_enc.js")) as unknown as Open<Encoder>;
  const { defaultOptions } = await import("@jsquash/jpeg/meta.js");
  const codec = await open(optionsOf(encoder, []));
  const { data, width, height } = pixels;
  return Uint8Array.from(
    codec.encode(data, width, height, { ...defaultOptions, quality, progressive: false }),
  );
}

function optionsOf(module: WebAssembly.Module, said: string[]) {
  return {
    noInitialRun: true,
    print: () => {},
    printErr: (line: string) => void said.push(line),
    instantiateWasm: (imports: WebAssembly.Imports, done: (instance: never) => void) => {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance as never);
      return instance.exports;
    },
  };
}
