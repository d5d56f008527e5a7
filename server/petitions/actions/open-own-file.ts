import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { attachmentPlace } from "../attachment.ts";
import { ownPetition, type OwnPetitionRef } from "../desk/own-petition.ts";
import { findOwnFile } from "../store/own-file.ts";

export interface OpenedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export type OwnFileRefusal =
  | { readonly kind: "file_missing" }
  /** The petition's time was over, or its citizen asked for it: its content was destroyed. */
  | { readonly kind: "file_destroyed" };

/** The bytes of a file of the citizen's own petition. Refuses any other in the same way, and what was destroyed. */
export async function openOwnFile(
  ports: Ports,
  actor: Citizen,
  input: OwnPetitionRef & { readonly fileId: string },
): Promise<Result<OpenedFile, OwnFileRefusal>> {
  const { fileId } = input;
  if (!isUuid(fileId)) return refuse({ kind: "file_missing" });
  const found = await ports.db.as(actor, async (tx) => {
    const petition = await ownPetition(tx, actor, input);
    return petition && { petition, file: await findOwnFile(ports, tx, petition, fileId) };
  });
  if (found && found.petition.shreddedAt !== null) return refuse({ kind: "file_destroyed" });
  const file = found?.file ?? null;
  const sealed = file && (await ports.files.get(file.fileKey));
  if (!sealed) return refuse({ kind: "file_missing" });
  const bytes = ports.vault.openBytes(file.dataKey, attachmentPlace(fileId), sealed);
  return ok({ name: file.name, mediaType: file.mediaType, bytes });
}
