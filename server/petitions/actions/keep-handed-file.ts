import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { attachmentLimits } from "../attachment.ts";
import type { Taking } from "../desk/as-kept.ts";
import { crossOutWords } from "../desk/cross-out-words.ts";
import { lockConfirmed } from "../desk/handed-draft.ts";
import { dropFile, putOwnFile } from "../desk/keep-own-file.ts";
import { fileFieldOfDraft, withFile } from "../desk/settle-upload.ts";
import type { HandedRefusal } from "../draft-hand-over.ts";
import { barePath, type FileField } from "../draft.ts";
import { findFileCount, insertAttachment } from "../store/attachment.ts";
import { writeDraft, type KeptDraft } from "../store/draft.ts";
import type { NewPetitionFile } from "../store/own-file.ts";
import type { BeginUploadRefusal, FinishUploadRefusal, KeptFile } from "../upload.ts";

interface HandedFile {
  readonly handOverId: string;
  /** Where in the answers it is to stand ("owners.0.photo"). */
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Refusal = HandedRefusal | BeginUploadRefusal | FinishUploadRefusal;

/**
 * Keeps a file that an officer added in the citizen's own draft, where both see it. Refuses what `lockConfirmed` and
 * `putOwnFile` refuse, a path at which the form takes no files, more than a draft takes, and a store that fails; then
 * nothing stays behind.
 */
export async function keepHandedFile(
  ports: Ports,
  actor: Staff,
  { handOverId, path, name, bytes }: HandedFile,
): Promise<Result<KeptFile, Refusal>> {
  const place = await ports.db.as(actor, (tx) => findPlace(ports, tx, actor, { handOverId, path }));
  if (!place.ok) return place;
  const put = await putOwnFile(ports, actor.agencyId, { name, bytes }, place.value).catch(
    (error: unknown) => {
      ports.log.error("petition_file.not_kept", error);
      return refuse({ kind: "file_not_kept" });
    },
  );
  if (!put.ok) return put;
  const kept = await ports.db.as(actor, async (tx) => {
    const again = await findPlace(ports, tx, actor, { handOverId, path });
    return again.ok ? ok(await tie(ports, tx, actor, again.value, put.value, path)) : again;
  });
  if (!kept.ok) await dropFile(ports, put.value);
  return kept;
}

interface Place extends Taking {
  readonly draft: KeptDraft;
  readonly field: FileField;
}

async function findPlace(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  { handOverId, path }: Pick<HandedFile, "handOverId" | "path">,
): Promise<Result<Place, Refusal>> {
  const held = await lockConfirmed(ports, tx, actor, handOverId);
  if (!held.ok) return held;
  const { draft } = held.value;
  const field = await fileFieldOfDraft(tx, draft, barePath(path));
  if (!field) return refuse({ kind: "upload_field" });
  const { accepts } = field;
  const crossOut = await crossOutWords(ports, tx, draft, field);
  const many = await findFileCount(tx, draft.personId, draft.id);
  return many >= attachmentLimits.files
    ? refuse({ kind: "files_full" })
    : ok({ draft, field, accepts, crossOut });
}

async function tie(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  { draft, field }: Place,
  file: NewPetitionFile,
  path: string,
): Promise<KeptFile> {
  const now = ports.clock.now();
  const { agencyId, personId, id: draftId } = draft;
  await insertAttachment(ports, tx, { ...file, agencyId, personId, draftId, field: field.key, now });
  await record(ports, tx, { action: "petition_file.kept", actor, personId, subjectId: file.id });
  const content = withFile(draft, field.key, path, file.id);
  const { version } = await writeDraft(ports, tx, draft, { content, now });
  return { fileId: file.id, name: file.name, size: file.size, version };
}
