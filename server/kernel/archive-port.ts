/** Many files as one. */
export interface Archive {
  /** Writes a zip while its entries arrive, one in memory at a time. Cancelling the stream ends `entries`. */
  write(entries: AsyncIterable<ArchiveEntry>): ReadableStream<Uint8Array>;
}

export interface ArchiveEntry {
  /** A path of our own, with slashes; never one that somebody typed. */
  readonly name: string;
  readonly bytes: Uint8Array;
}
