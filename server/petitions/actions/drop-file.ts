import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { textsAt } from "../../forms/typed-value.ts";
import type { Ports } from "../../ports.ts";
import { withAt, type DraftMissing, type DraftSent } from "../draft.ts";
import { deleteAttachment, findDraftFile } from "../store/attachment.ts";
import { lockDraft, writeDraft } from "../store/draft.ts";

/**
 * Takes a file out of a citizen's own draft, row, bytes and mention; answers the draft's version. What is gone already
 * is fine. Refuses somebody else's draft as missing, and one that was sent.
 */
export async function dropFile(
  ports: Ports,
  actor: Citizen,
  { draftId, fileId, path }: { readonly draftId: string; readonly fileId: string; readonly path: string },
): Promise<Result<{ readonly version: number }, DraftMissing | DraftSent>> {
  if (!isUuid(draftId)) return refuse({ kind: "draft_missing" });
  const { personId } = actor;
  const dropped = await ports.db.as(actor, async (tx) => {
    const draft = await lockDraft(ports, tx, personId, draftId);
    if (!draft) return refuse({ kind: "draft_missing" });
    if (draft.petitionId !== null) return refuse({ kind: "draft_sent", petitionId: draft.petitionId });
    const file = isUuid(fileId) ? await findDraftFile(ports, tx, { personId, draftId, fileId }) : null;
    if (file) await deleteAttachment(tx, file);
    const before = textsAt(draft.content.answers, path);
    if (!before.includes(fileId)) return ok({ version: draft.version, file });
    const answers = withAt(
      draft.content.answers,
      path,
      before.filter((id) => id !== fileId),
    );
    const content = { ...draft.content, answers };
    const { version } = await writeDraft(ports, tx, draft, { content, now: ports.clock.now() });
    return ok({ version, file });
  });
  if (!dropped.ok) return dropped;
  const { version, file } = dropped.value;
  if (file) {
    await ports.files.delete(file.fileKey).catch((error: unknown) => {
      ports.log.error("petition_file.not_deleted", error, { fileId: file.id });
    });
  }
  return ok({ version });
}
