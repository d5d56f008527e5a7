import { readPictureShape } from "../kernel/picture-shape.ts";
import type { PictureShape } from "../kernel/picture-format.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";

export const largestPictureBytes = 1_500_000;
/** A page of ours never sends more than 1,600; decoding more would take the memory of a whole worker. */
export const longestPictureSide = 2_000;
/** Below this no number on a card can be read. */
export const shortestPictureSide = 240;

export const pictureRefusals = [
  "picture_heavy",
  "picture_unreadable",
  "picture_large",
  "picture_small",
  "picture_broken",
] as const;
export type PictureRefusal = { readonly kind: (typeof pictureRefusals)[number] };

export type KeepPictureRefusal =
  | PictureRefusal
  /** Nobody of that number was met yet, or there is no such draft by number and picture here. */
  | { readonly kind: "person_unknown" }
  /** The store of files does not answer; nothing of the picture is anywhere. */
  | { readonly kind: "picture_not_kept" };

/** Under which key a picture's file is kept. */
export function pictureKey(agencyId: string, pictureId: string): string {
  return `pictures/${agencyId}/${pictureId}`;
}

/** Where a picture stands sealed: bound to its row, so that no file can take another's place. */
export function picturePlace(pictureId: string) {
  return { table: "visit_picture", rowId: pictureId };
}

/**
 * Judges a picture of face and card (F3, way 2) by its bytes, before anything is decoded. Refuses more than 1.5 MB,
 * what is neither JPEG nor PNG whatever it is called, sides over 2,000 or under 240 pixels, and files that are cut off
 * or hold something else beside the picture.
 */
export function judgePicture(bytes: Uint8Array): Result<PictureShape, PictureRefusal> {
  if (bytes.length > largestPictureBytes) return refuse({ kind: "picture_heavy" });
  const shape = readPictureShape(bytes);
  if (!shape) return refuse({ kind: "picture_unreadable" });
  const { width, height, isWhole } = shape;
  if (Math.max(width, height) > longestPictureSide) return refuse({ kind: "picture_large" });
  if (Math.min(width, height) < shortestPictureSide) return refuse({ kind: "picture_small" });
  if (!isWhole) return refuse({ kind: "picture_broken" });
  return ok(shape);
}
