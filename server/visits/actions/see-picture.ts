import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { picturePlace } from "../picture.ts";
import type { PictureSearch } from "../picture-search.ts";
import { findPictureOfCode, openPicture, type OpenedPicture } from "../store.ts";

export type SeePictureRefusal =
  /** There is none, or none for this member of staff: the same answer. */
  | { readonly kind: "picture_not_found" }
  /** The row is there, the file is not, or the store of files does not answer. */
  | { readonly kind: "picture_unavailable" };

/**
 * The picture behind a code, for the registrar of the region (F3): its bytes, a JPEG. The opening is a look with the
 * reason, shown to the person, and an audit entry. Refuses what lies outside the region as not found.
 */
export async function seePicture(
  ports: Ports,
  actor: Staff,
  { reason, ...asked }: PictureSearch,
): Promise<Result<Uint8Array, SeePictureRefusal>> {
  const opened = await ports.db.as(actor, async (tx) => {
    const id = await findPictureOfCode(tx, asked);
    const found = id && (await openPicture(ports, tx, actor, { pictureId: id, purpose: reason }));
    return id && found ? { ...found, id } : null;
  });
  return bytesOf(ports, opened);
}

/**
 * The picture a clerk took, until its visit is confirmed: to see that face and card are clear. Refuses anybody else's,
 * and a confirmed visit's, as not found.
 */
export async function seeOwnPicture(
  ports: Ports,
  actor: Staff,
  { pictureId }: { readonly pictureId: string },
): Promise<Result<Uint8Array, SeePictureRefusal>> {
  if (!isUuid(pictureId)) return refuse({ kind: "picture_not_found" });
  const opened = await ports.db.as(actor, (tx) =>
    openPicture(ports, tx, actor, { pictureId, purpose: "own_picture" }),
  );
  return bytesOf(ports, opened && { ...opened, id: pictureId });
}

async function bytesOf(
  ports: Ports,
  opened: (OpenedPicture & { readonly id: string }) | null,
): Promise<Result<Uint8Array, SeePictureRefusal>> {
  if (!opened) return refuse({ kind: "picture_not_found" });
  const sealed = await ports.files.get(opened.fileKey).catch((error: unknown) => {
    ports.log.error("picture.not_read", error);
    return null;
  });
  if (!sealed) return refuse({ kind: "picture_unavailable" });
  return ok(ports.vault.openBytes(opened.dataKey, picturePlace(opened.id), sealed));
}
