import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import type { Archive, ArchiveEntry } from "../ports.ts";

/** What gains nothing by being packed again. */
const packedAlready = /\.(jpg|jpeg|png|pdf|zip)$/;

/**
 * A zip as a stream: one entry in memory at a time, read when the receiver wants more. Ended by the receiver, it ends the
 * entries too; an entry that throws breaks the file off, so that nobody takes a part for the whole.
 */
export const archive: Archive = {
  write: (entries) => {
    const source = entries[Symbol.asyncIterator]();
    let zip: Zip;
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        zip = new Zip((error, chunk, isLast) => {
          if (error) return controller.error(error);
          if (chunk.length > 0) controller.enqueue(chunk);
          if (isLast) controller.close();
        });
      },
      pull: async () => {
        const next = await source.next();
        if (next.done) return zip.end();
        add(zip, next.value);
      },
      cancel: async () => {
        zip.terminate();
        await source.return?.();
      },
    });
  },
};

function add(zip: Zip, { name, bytes }: ArchiveEntry): void {
  const entry = packedAlready.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
  zip.add(entry);
  entry.push(bytes, true);
}
