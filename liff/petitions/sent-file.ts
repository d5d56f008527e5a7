import type { SentFile } from "../../server/petitions/sent-file.ts";

/** A chosen file with its bytes; null: none was chosen. */
export async function sentFile(file: File | null): Promise<SentFile | null> {
  return file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
