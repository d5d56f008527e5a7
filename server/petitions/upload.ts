import { attachmentLimits, type AttachmentRefusal } from "./attachment.ts";
import type { DraftMissing, DraftSent } from "./draft.ts";

/** A file comes in pieces of this many bytes, only the last one smaller: about a second each on a slow phone. */
export const pieceBytes = 192 * 1024;

/** So many files of a draft may be on their way at a time, those that were given up among them. */
export const mostUploads = 2 * attachmentLimits.files;

/** How long an upload may rest before it is purged, finished or not. */
export const uploadKeptHours = 24;

/** Where each piece of a file of that size begins. */
export function pieceOffsets(size: number): readonly number[] {
  return Array.from({ length: Math.ceil(size / pieceBytes) }, (_, at) => at * pieceBytes);
}

export type UploadMissing = { readonly kind: "upload_missing" };

export type BeginUploadRefusal =
  | DraftMissing
  | DraftSent
  /** The form has no such field, or it takes no files. */
  | { readonly kind: "upload_field" }
  | { readonly kind: "files_full" | "files_many" }
  | AttachmentRefusal;

export type TakePieceRefusal =
  | UploadMissing
  /** Not the piece that comes next; `received` says how many bytes are there. */
  | { readonly kind: "piece_elsewhere"; readonly received: number }
  | { readonly kind: "piece_size" }
  | { readonly kind: "file_not_kept" };

export type FinishUploadRefusal =
  | UploadMissing
  | DraftMissing
  | DraftSent
  | { readonly kind: "upload_unfinished"; readonly received: number }
  | { readonly kind: "upload_field" }
  | { readonly kind: "files_full" }
  | { readonly kind: "file_not_kept" }
  | AttachmentRefusal;

/** A file that was kept in a draft, and the draft's version with it. */
export interface KeptFile {
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
  readonly version: number;
}
