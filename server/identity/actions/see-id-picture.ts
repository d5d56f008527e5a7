import { listStaffNames } from "../../agencies/store/staff-names.ts";
import type { Citizen, Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { findAgencyOfSlug } from "../../petitions/store/local-government.ts";
import { viewMark } from "../cross-out.ts";
import { idPicturePlace } from "../id-check.ts";
import { findOwnIdPicture, openIdPicture, type OpenedIdPicture } from "../store/id-picture.ts";

export type SeeIdPictureRefusal =
  /** There is none, or none for whoever asks: the same answer. */
  | { readonly kind: "picture_not_found" }
  /** The row is there, the file is not, or the store of files does not answer. */
  | { readonly kind: "picture_unavailable" };

/**
 * A picture of a check that waits, for an officer of its agency: a JPEG with that officer's name and the moment written all
 * over it (N7). Each opening is a look its person is shown, and an audit entry. Refuses everything else as not found, a
 * decided check's too.
 */
export async function seeIdPicture(
  ports: Ports,
  actor: Staff,
  asked: { readonly checkId: string; readonly pictureId: string },
): Promise<Result<Uint8Array, SeeIdPictureRefusal>> {
  if (!isUuid(asked.checkId) || !isUuid(asked.pictureId)) return refuse({ kind: "picture_not_found" });
  const opened = await ports.db.as(actor, async (tx) => {
    const found = await openIdPicture(ports, tx, actor, asked);
    const names = found ? await listStaffNames(ports, tx, [actor.staffId]) : null;
    return found && { ...found, name: names?.get(actor.staffId) ?? "" };
  });
  const bytes = await bytesOf(ports, asked.pictureId, opened);
  if (!bytes.ok || !opened) return bytes;
  const mark = viewMark(opened.name, actor.staffId, ports.clock.now());
  const marked = await ports.pictures.markView(bytes.value, mark);
  if (!marked) throw new Error("a picture that was kept does not decode");
  return ok(marked);
}

/** A picture that the citizen sent, crossed out as it is kept: a JPEG. Refuses anybody else's as not found. */
export async function seeOwnIdPicture(
  ports: Ports,
  actor: Citizen,
  asked: { readonly slug: string; readonly pictureId: string },
): Promise<Result<Uint8Array, SeeIdPictureRefusal>> {
  if (!actor.unlocked || !isUuid(asked.pictureId)) return refuse({ kind: "picture_not_found" });
  const opened = await ports.db.as(actor, async (tx) => {
    const agencyId = await findAgencyOfSlug(tx, asked.slug);
    return agencyId && findOwnIdPicture(tx, { agencyId, personId: actor.personId }, asked.pictureId);
  });
  return bytesOf(ports, asked.pictureId, opened || null);
}

async function bytesOf(
  ports: Ports,
  id: string,
  opened: OpenedIdPicture | null,
): Promise<Result<Uint8Array, SeeIdPictureRefusal>> {
  if (!opened) return refuse({ kind: "picture_not_found" });
  const sealed = await ports.files.get(opened.fileKey).catch((error: unknown) => {
    ports.log.error("id_picture.not_read", error);
    return null;
  });
  if (!sealed) return refuse({ kind: "picture_unavailable" });
  return ok(ports.vault.openBytes(opened.dataKey, idPicturePlace(id), sealed));
}
