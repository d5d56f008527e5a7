import type { Citizen } from "../../kernel/actor.ts";
import { refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { attachmentLimits } from "../attachment.ts";
import { crossOutWords } from "../desk/cross-out-words.ts";
import { keepsPace } from "../desk/keep-pace.ts";
import { fileFieldOfDraft, settleUpload } from "../desk/settle-upload.ts";
import { barePath } from "../draft.ts";
import { findFileCount } from "../store/attachment.ts";
import { lockDraft } from "../store/draft.ts";
import { countPiece, insertUpload, lockUpload } from "../store/upload.ts";
import type { BeginUploadRefusal, FinishUploadRefusal, KeptFile } from "../upload.ts";

interface WholeFile {
  readonly draftId: string;
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Keeps a file that came whole with a form, where no script runs. Refuses what beginning and finishing an upload
 * refuse.
 */
export async function keepFile(
  ports: Ports,
  actor: Citizen,
  { draftId, path, name, bytes }: WholeFile,
): Promise<Result<KeptFile, BeginUploadRefusal | FinishUploadRefusal>> {
  if (!isUuid(draftId)) return refuse({ kind: "draft_missing" });
  if (bytes.length > attachmentLimits.bytes) return refuse({ kind: "attachment_heavy" });
  const { personId } = actor;
  const begun = await ports.db.as(actor, async (tx) => {
    const draft = await lockDraft(ports, tx, personId, draftId);
    const field = draft && (await fileFieldOfDraft(tx, draft, barePath(path)));
    if (!draft) return "draft_missing";
    if (!field) return "upload_field";
    if ((await findFileCount(tx, personId, draftId)) >= attachmentLimits.files) return "files_full";
    if (!(await keepsPace(ports, tx, actor, "files"))) return "files_many";
    const id = ports.random.uuid();
    const now = ports.clock.now();
    const { agencyId } = draft;
    const made = { personId, id, agencyId, draftId, field: field.key, size: bytes.length, now };
    await insertUpload(ports, tx, { ...made, name: name.slice(0, 300) });
    const upload = await lockUpload(ports, tx, personId, id);
    if (!upload) throw new Error("an upload that was just begun is not there");
    await countPiece(tx, upload, bytes.length, now);
    return { upload, accepts: field.accepts, crossOut: await crossOutWords(ports, tx, draft, field) };
  });
  if (typeof begun === "string") return refuse({ kind: begun });
  return settleUpload(ports, actor, { ...begun, bytes, path });
}
