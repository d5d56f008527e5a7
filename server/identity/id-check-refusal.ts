import type { PictureRefusal } from "../visits/picture.ts";
import type { IdPictureSlot } from "./id-check.ts";

/** Why no picture is taken now. */
export type IdPictureNotWanted =
  | { readonly kind: "session_locked" }
  | { readonly kind: "agency_unknown" }
  /** The agency does not ask for this one. */
  | { readonly kind: "id_picture_not_asked" }
  /** An officer is to look at what was sent. */
  | { readonly kind: "id_check_waiting" }
  /** Checked photos, or more, stand already. */
  | { readonly kind: "id_checked_already" }
  /** Too many in an hour. */
  | { readonly kind: "id_pictures_too_many" };

export type KeepIdPictureRefusal =
  | PictureRefusal
  | IdPictureNotWanted
  /** The store of files does not answer; nothing of the picture is anywhere. */
  | { readonly kind: "picture_not_kept" };

export type SendIdCheckRefusal =
  | Extract<IdPictureNotWanted, { kind: "session_locked" | "agency_unknown" | "id_checked_already" }>
  | { readonly kind: "id_pictures_missing"; readonly slots: readonly IdPictureSlot[] };

/** Everything a citizen's page of ID pictures may have to say. */
export type IdPictureRefusal =
  KeepIdPictureRefusal | SendIdCheckRefusal | { readonly kind: "id_picture_none" };
