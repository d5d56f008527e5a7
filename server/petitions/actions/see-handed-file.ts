import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { Staff } from "../../kernel/actor.ts";
import { refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { lockConfirmed } from "../desk/handed-draft.ts";
import { openMarked, viewerOf, type OpenedFile } from "../desk/mark-file.ts";
import type { MarkFileRefusal } from "../mark-file-refusal.ts";
import { findDraftFile } from "../store/attachment.ts";

/**
 * A file of a draft that this officer took and confirmed, marked as `openMarked` does. Each opening is a look its person
 * is shown. Refuses everything else as not found, and what `openMarked` refuses.
 */
export async function seeHandedFile(
  ports: Ports,
  actor: Staff,
  { handOverId, fileId }: { readonly handOverId: string; readonly fileId: string },
): Promise<Result<OpenedFile, MarkFileRefusal | { readonly kind: "file_not_found" }>> {
  if (!isUuid(fileId)) return refuse({ kind: "file_not_found" });
  const found = await ports.db.as(actor, async (tx) => {
    const held = await lockConfirmed(ports, tx, actor, handOverId);
    if (!held.ok) return null;
    const { personId, id: draftId } = held.value.draft;
    const file = await findDraftFile(ports, tx, { personId, draftId, fileId });
    if (!file) return null;
    const look = {
      what: "petition_file",
      purpose: "hand_over",
      subjectId: fileId,
      personIds: [personId],
    } as const;
    await listLookedAt(ports, tx, actor, look);
    return { ...file, viewer: await viewerOf(ports, tx, actor) };
  });
  return found ? openMarked(ports, found) : refuse({ kind: "file_not_found" });
}
