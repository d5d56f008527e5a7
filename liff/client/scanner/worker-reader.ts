import type { Picture, QrReader, ReaderFiles } from "./reader.ts";

export type ToWorker =
  | { readonly kind: "load"; readonly wasmUrl: string }
  | { readonly kind: "read"; readonly id: number; readonly picture: ImageBitmap };

export type FromWorker =
  | { readonly kind: "loaded" }
  | { readonly kind: "texts"; readonly id: number; readonly texts: readonly string[] }
  | { readonly kind: "failed"; readonly id: number | null; readonly why: string };

type Waiting = { resolve(texts: readonly string[]): void; reject(why: Error): void };

/** Reads in a worker. Rejects where module workers, their canvas or the decoder are missing. */
export function openWorkerReader({ wasmUrl, workerUrl }: ReaderFiles): Promise<QrReader> {
  const worker = new Worker(workerUrl, { type: "module" });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const reader: QrReader = {
    name: "wasm-worker",
    read: async (picture) => {
      const bitmap = await asBitmap(picture);
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ kind: "read", id, picture: bitmap } satisfies ToWorker, [bitmap]);
      });
    },
  };
  return new Promise((resolve, reject) => {
    worker.addEventListener("error", () => reject(new Error("the worker did not start")));
    worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === "loaded") return resolve(reader);
      if (data.kind === "texts") waiting.get(data.id)?.resolve(data.texts);
      else if (data.id === null) reject(new Error(data.why));
      else waiting.get(data.id)?.reject(new Error(data.why));
      if (data.id !== null) waiting.delete(data.id);
    });
    worker.postMessage({ kind: "load", wasmUrl } satisfies ToWorker);
  });
}

function asBitmap(picture: Picture): Promise<ImageBitmap> {
  return picture instanceof ImageBitmap ? Promise.resolve(picture) : createImageBitmap(picture);
}
