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

/** A file of a citizen's own draft, sent or not. Refuses anybody else's, unknown ones and a store that fails alike. */
export async function seeFile(
  ports: Ports,
  actor: Citizen,
  { draftId, fileId }: { readonly draftId: string; readonly fileId: string },
): Promise<Result<SeenFile, { readonly kind: "file_missing" }>> {
  if (!isUuid(draftId) || !isUuid(fileId)) return refuse({ kind: "file_missing" });
  const file = await ports.db.as(actor, (tx) =>
    findDraftFile(ports, tx, { personId: actor.personId, draftId, fileId }),
  );
  const sealed = file && (await ports.files.get(file.fileKey).catch(() => null));
  if (!file || !sealed) return refuse({ kind: "file_missing" });
  const bytes = ports.vault.openBytes(file.dataKey, attachmentPlace(file.id), sealed);
  return ok({ bytes, name: file.name, mediaType: file.mediaType });
}
