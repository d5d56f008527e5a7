import { listStaffNames } from "../../agencies/store/staff-names.ts";
import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { Staff } from "../../kernel/actor.ts";
import { readPictureShape } from "../../kernel/picture-shape.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { attachmentPlace } from "../attachment.ts";
import { findReached } from "../desk/reach.ts";
import { findOwnFile } from "../store/own-file.ts";

/** A file as it is sent to the officer's browser. */
export interface OpenedFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly name: string;
  /** True: a picture with the officer's name and the time all over it, to be looked at in the browser. */
  readonly isMarked: boolean;
}

export type DeskFileRefusal =
  | { readonly kind: "file_not_found" }
  | { readonly kind: "file_unavailable" }
  /** The petition's time was over, or its citizen asked for it: its content was destroyed. */
  | { readonly kind: "file_destroyed" };

/** Past this a picture is not drawn over here: it would need more memory than the server gives to one look. */
const mostMarkedPixels = 4_000_000;

/**
 * A file of a petition within the officer's reach. A JPEG bears the officer's name and the moment all over it (N7); what
 * cannot be drawn over is to be downloaded. Each opening is a look its person is shown. Refuses everything else as not
 * found, files of a petition that was destroyed, and a file the store does not answer with.
 */
export async function seeDeskFile(
  ports: Ports,
  actor: Staff,
  input: { readonly petitionId: string; readonly fileId: string; readonly purpose: string },
): Promise<Result<OpenedFile, DeskFileRefusal>> {
  const { petitionId, fileId, purpose } = input;
  if (!isUuid(fileId)) return refuse({ kind: "file_not_found" });
  const found = await ports.db.as(actor, async (tx) => {
    const petition = await findReached(tx, actor, petitionId);
    if (petition !== null && petition.shreddedAt !== null) return "destroyed";
    const file = petition && (await findOwnFile(ports, tx, petition, fileId));
    if (!file) return null;
    const look = {
      what: "petition_file",
      purpose,
      subjectId: fileId,
      personIds: [petition.personId],
    } as const;
    await listLookedAt(ports, tx, actor, look);
    const names = await listStaffNames(ports, tx, [actor.staffId]);
    return { ...file, viewer: names.get(actor.staffId) ?? actor.staffId.slice(-8) };
  });
  if (found === null) return refuse({ kind: "file_not_found" });
  if (found === "destroyed") return refuse({ kind: "file_destroyed" });
  const sealed = await ports.files.get(found.fileKey).catch((error: unknown) => {
    ports.log.error("petition_file.not_read", error);
    return null;
  });
  if (sealed === null) return refuse({ kind: "file_unavailable" });
  const plain = ports.vault.openBytes(found.dataKey, attachmentPlace(fileId), sealed);
  const { mediaType, name } = found;
  if (!isMarkable(plain)) return ok({ bytes: plain, mediaType, name, isMarked: false });
  const mark = `${found.viewer} · ${formatMoment(ports.clock.now(), "th")}`;
  return ok({ bytes: await ports.pictures.markView(plain, mark), mediaType, name, isMarked: true });
}

function isMarkable(bytes: Uint8Array): boolean {
  const shape = readPictureShape(bytes);
  return shape?.format === "jpeg" && shape.width * shape.height <= mostMarkedPixels;
}
