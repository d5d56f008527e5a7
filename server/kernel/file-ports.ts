import type { PictureShape } from "./picture-format.ts";

/**
 * Whole files under keys of our own (`pictures/<agency>/<id>`). They are sealed before they come here (`sealBytes`): the
 * store sees nothing. A key of another shape and a store that fails throw.
 */
export interface Files {
  /** Keeps a file, or replaces the one under that key: readers find the old one or the new one, whole. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** The file's bytes; null: there is none. */
  get(key: string): Promise<Uint8Array | null>;
  /** Ends a file; one that is not there is ended already. */
  delete(key: string): Promise<void>;
}

/** Pictures of people, drawn over and written anew. */
export interface Pictures {
  /**
   * Decodes a picture whose size was judged before (server/visits/picture.ts, server/petitions/judge-attachment.ts), turns it as its camera says, draws the
   * cross-out and answers a new JPEG: nothing of the old file but its pixels is in it, so no place, device or hidden
   * text. With words (server/identity/cross-out.ts) the cross-out is two lines and the words between them, without them
   * one light line; one of more than four million pixels becomes that small. Null: the bytes do not decode, or this host
   * has not the memory to decode them.
   */
  crossOut(bytes: Uint8Array, shape: PictureShape, words?: string): Promise<Uint8Array | null>;
  /**
   * Writes a picture anew as a JPEG with nothing drawn over it (a seal): only its pixels are left, what is transparent
   * becomes white. Null: the bytes do not decode.
   */
  asJpeg(bytes: Uint8Array, shape: PictureShape): Promise<Uint8Array | null>;
  /**
   * The middle square of a picture as a new JPEG with sides of at most so many pixels, turned as its camera says: a
   * picture somebody shows of themselves. Null: the bytes do not decode.
   */
  portrait(bytes: Uint8Array, shape: PictureShape, side: number): Promise<Uint8Array | null>;
  /**
   * Writes a text all over a JPEG or PNG that was kept (who looks at it, and when: N7) and answers a new JPEG, shrunk to
   * four million pixels where it had more. Null: it does not decode, or this host has not the memory to decode it.
   */
  markView(picture: Uint8Array, text: string): Promise<Uint8Array | null>;
}
