import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { attachmentPlace } from "../attachment.ts";
import { findDraftFile } from "../store/attachment.ts";

export interface SeenFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string;
}

export type SeeFileRefusal =
  | { readonly kind: "file_missing" }
  /** The store does not answer now: the file is safe and can be opened later. */
  | { readonly kind: "file_unavailable" };

/** A file of a citizen's own draft, sent or not. Refuses anybody else's and unknown ones alike, and a store that fails. */
export async function seeFile(
  ports: Ports,
  actor: Citizen,
  { draftId, fileId }: { readonly draftId: string; readonly fileId: string },
): Promise<Result<SeenFile, SeeFileRefusal>> {
  if (!isUuid(draftId) || !isUuid(fileId)) return refuse({ kind: "file_missing" });
  const file = await ports.db.as(actor, (tx) =>
    findDraftFile(ports, tx, { personId: actor.personId, draftId, fileId }),
  );
  if (!file) return refuse({ kind: "file_missing" });
  const sealed = await ports.files.get(file.fileKey).catch((error: unknown) => {
    ports.log.error("draft_file.not_read", error);
    return null;
  });
  if (!sealed) return refuse({ kind: "file_unavailable" });
  const bytes = ports.vault.openBytes(file.dataKey, attachmentPlace(file.id), sealed);
  return ok({ bytes, name: file.name, mediaType: file.mediaType });
}
