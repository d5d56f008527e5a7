import { readFile } from "node:fs/promises";
import { compileCodec, makePictures } from "../../server/adapters/pictures/pictures.ts";

const folder = "node_modules/@jsquash/jpeg/codec";
const files: Readonly<Record<string, string>> = {
  "mozjpeg_dec.wasm": `${folder}/dec/mozjpeg_dec.wasm`,
  "mozjpeg_enc.wasm": `${folder}/enc/mozjpeg_enc.wasm`,
};

/** The real codec for pictures, read out of the package. */
export const testCodec = compileCodec((name) => readFile(files[name] ?? name));

const fontFile = "Sarabun_700Bold.ttf";

/** The real maker of pictures. */
export const testPictures = makePictures(testCodec, () =>
  readFile(`node_modules/@expo-google-fonts/sarabun/700Bold/${fontFile}`),
);
