import type { QrReader, ReaderFiles } from "./reader.ts";

/**
 * Opens the best reader this phone has: WebAssembly in a worker, WebAssembly on the page, the decoder of
 * html5-qrcode. Each is fetched only when its turn comes.
 */
export async function openReader(files: ReaderFiles): Promise<QrReader> {
  if (typeof WebAssembly === "object") {
    if (workersCanDraw()) {
      const { openWorkerReader } = await import("./worker-reader.ts");
      const reader = await openWorkerReader(files).catch(() => null);
      if (reader) return reader;
    }
    const { openPageReader } = await import("./page-reader.ts");
    const reader = await openPageReader(files.wasmUrl).catch(() => null);
    if (reader) return reader;
  }
  const { openHtml5Reader } = await import("./html5-reader.ts");
  return openHtml5Reader();
}

function workersCanDraw(): boolean {
  return (
    typeof Worker === "function" &&
    typeof OffscreenCanvas === "function" &&
    typeof createImageBitmap === "function"
  );
}
