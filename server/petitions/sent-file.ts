/** A file as a browser sent it. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
