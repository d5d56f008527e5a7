import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { attachmentLimits } from "../attachment.ts";
import { keepsPace } from "../desk/keep-pace.ts";
import { fileFieldOfDraft } from "../desk/settle-upload.ts";
import { barePath } from "../draft.ts";
import { findFileCount } from "../store/attachment.ts";
import { lockDraft } from "../store/draft.ts";
import { findOpenUploadCount, insertUpload } from "../store/upload.ts";
import { mostUploads, type BeginUploadRefusal } from "../upload.ts";

export interface FileToCome {
  readonly draftId: string;
  /** Where in the answers it is to stand ("owners.0.photo"). */
  readonly path: string;
  readonly name: string;
  readonly size: number;
}

const longestName = 300;

/**
 * Begins to take a file of a citizen's own draft in pieces; answers the upload's id. Refuses somebody else's draft as
 * missing, a path at which the form takes no files, nothing or more than 10 MB, more files than a draft takes, and
 * more than a day takes.
 */
export async function beginUpload(
  ports: Ports,
  actor: Citizen,
  { draftId, path, name, size }: FileToCome,
): Promise<Result<{ readonly uploadId: string }, BeginUploadRefusal>> {
  if (!isUuid(draftId)) return refuse({ kind: "draft_missing" });
  if (!Number.isInteger(size) || size < 1) return refuse({ kind: "attachment_empty" });
  if (size > attachmentLimits.bytes) return refuse({ kind: "attachment_heavy" });
  const { personId } = actor;
  return ports.db.as(actor, async (tx) => {
    // Held, so that files begun at once are counted one after another.
    const draft = await lockDraft(ports, tx, personId, draftId);
    if (!draft) return refuse({ kind: "draft_missing" });
    if (draft.petitionId !== null) return refuse({ kind: "draft_sent", petitionId: draft.petitionId });
    const field = barePath(path);
    if (!(await fileFieldOfDraft(tx, draft, field))) return refuse({ kind: "upload_field" });
    const [kept, coming] = [
      await findFileCount(tx, personId, draftId),
      await findOpenUploadCount(tx, personId, draftId),
    ];
    if (kept >= attachmentLimits.files || coming >= mostUploads) return refuse({ kind: "files_full" });
    if (!(await keepsPace(ports, tx, actor, "files"))) return refuse({ kind: "files_many" });
    const id = ports.random.uuid();
    const { agencyId } = draft;
    const now = ports.clock.now();
    await insertUpload(ports, tx, {
      personId,
      id,
      agencyId,
      draftId,
      field,
      size,
      now,
      name: name.slice(0, longestName),
    });
    return ok({ uploadId: id });
  });
}
