import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { Staff } from "../../kernel/actor.ts";
import { refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { openMarked, viewerOf, type OpenedFile } from "../desk/mark-file.ts";
import type { MarkFileRefusal } from "../mark-file-refusal.ts";
import { findReached } from "../desk/reach.ts";
import { findOwnFile } from "../store/own-file.ts";

export type DeskFileRefusal =
  | { readonly kind: "file_not_found" }
  | MarkFileRefusal
  /** The petition's time was over, or its citizen asked for it: its content was destroyed. */
  | { readonly kind: "file_destroyed" };

/**
 * A file of a petition within the officer's reach, marked as `openMarked` does. Each opening is a look its person is shown.
 * Refuses everything else as not found, files of a petition that was destroyed, and what `openMarked` refuses.
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
    return { ...file, viewer: await viewerOf(ports, tx, actor) };
  });
  if (found === null) return refuse({ kind: "file_not_found" });
  if (found === "destroyed") return refuse({ kind: "file_destroyed" });
  return openMarked(ports, found);
}
