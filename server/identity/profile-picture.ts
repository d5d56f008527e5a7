import type { PictureRefusal } from "../visits/picture.ts";

/** A profile picture is a square with sides of so many pixels at most: enough for a phone, nothing for a printer. */
export const profilePictureSide = 320;

export type KeepProfilePictureRefusal =
  | PictureRefusal
  | { readonly kind: "session_locked" }
  /** Nothing was chosen. */
  | { readonly kind: "picture_none" }
  | { readonly kind: "pictures_too_many" }
  /** The store of files does not answer; nothing of the picture is anywhere. */
  | { readonly kind: "picture_not_kept" };

/** Under which key a picture's file is kept. */
export function profilePictureKey(pictureId: string): string {
  return `profile-pictures/${pictureId}`;
}

/** Where a picture stands sealed: bound to its own id, so that no file can take another's place. */
export function profilePicturePlace(pictureId: string) {
  return { table: "profile_picture", rowId: pictureId };
}
