import { loadDecoder, type Decode } from "./scanner/decoder.ts";
import { pixelsOf } from "./scanner/pixels.ts";
import type { FromWorker, ToWorker } from "./scanner/worker-reader.ts";

/** Decodes off the page's thread, so that the picture on the screen never stops. */
const port = self as unknown as {
  postMessage(message: FromWorker): void;
  addEventListener(kind: "message", listener: (event: MessageEvent<ToWorker>) => void): void;
};

let decode: Promise<Decode> | null = null;

port.addEventListener("message", (event) => void answer(event.data));

async function answer(message: ToWorker): Promise<void> {
  try {
    if (message.kind === "load") {
      decode = loadDecoder(message.wasmUrl);
      await decode;
      return port.postMessage({ kind: "loaded" });
    }
    const texts = await (await decode)?.(pixelsOf(message.picture));
    message.picture.close();
    port.postMessage({ kind: "texts", id: message.id, texts: texts ?? [] });
  } catch (error) {
    port.postMessage({ kind: "failed", id: message.kind === "read" ? message.id : null, why: String(error) });
  }
}
