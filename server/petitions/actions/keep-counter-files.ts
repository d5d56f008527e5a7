import { record } from "../../audit/store.ts";
import { textsAt } from "../../forms/typed-value.ts";
import type { Form } from "../../forms/form.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { attachmentLimits, type AttachmentRefusal } from "../attachment.ts";
import {
  counterFormId,
  listCounterFiles,
  withKeptFiles,
  type FilledAtCounter,
} from "../desk/counter-files.ts";
import { crossOutWords } from "../desk/cross-out-words.ts";
import { putOwnFile } from "../desk/keep-own-file.ts";
import { barePath, fileFieldOf, filesIn, withAt, type FileField } from "../draft.ts";
import type { SentFile } from "../sent-file.ts";
import { insertAttachment, type DraftFile } from "../store/attachment.ts";

/** A file that came with a form at the counter, and where in it. */
export interface CounterFile extends SentFile {
  readonly path: string;
}

export type CounterFileRefusal = AttachmentRefusal | { readonly kind: "files_full" | "file_not_kept" };

/** What a counter form stands at once its files were kept. */
export interface KeptAtCounter {
  /** As they were typed, with the files that are kept where they stand. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly files: readonly Pick<DraftFile, "id" | "name" | "size" | "mediaType">[];
  readonly refused: readonly {
    readonly path: string;
    readonly name: string;
    readonly why: CounterFileRefusal;
  }[];
}

interface Filled extends FilledAtCounter {
  readonly serviceId: string;
  readonly serviceVersion: number;
  readonly form: Form;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly files: readonly CounterFile[];
}

/**
 * Keeps the files that came with a form at the counter, so that none is chosen again whatever else is wrong with the form:
 * until it is filed, else for a day. Ids in the answers of files that were not kept for this form are taken out. A file
 * that may not be attached, or is one too many, is named and no other suffers.
 */
export async function keepCounterFiles(ports: Ports, actor: Staff, filled: Filled): Promise<KeptAtCounter> {
  const { form } = filled;
  const before = await ports.db.as(actor, (tx) => listCounterFiles(ports, tx, actor, filled));
  let answers = withKeptFiles(form, filled.answers, before);
  const refused: KeptAtCounter["refused"][number][] = [];
  for (const { path, ...sent } of filled.files) {
    const field = fileFieldOf(form, barePath(path));
    if (field === null) continue;
    const isFull = filesIn(form, answers).length >= attachmentLimits.files;
    const kept = isFull ? refuse({ kind: "files_full" }) : await keep(ports, actor, filled, field, sent);
    if (kept.ok) answers = withAt(answers, path, [...textsAt(answers, path), kept.value]);
    else refused.push({ path, name: sent.name, why: kept.refusal });
  }
  const files = await ports.db.as(actor, (tx) => listCounterFiles(ports, tx, actor, filled));
  return { answers, files, refused };
}

async function keep(
  ports: Ports,
  actor: Staff,
  filled: Filled,
  field: FileField,
  sent: SentFile,
): Promise<Result<string, CounterFileRefusal>> {
  const { personId } = filled;
  const draftId = counterFormId(actor, filled);
  const crossOut = await ports.db.as(actor, (tx) =>
    crossOutWords(ports, tx, { ...filled, agencyId: actor.agencyId }, field),
  );
  const taking = { accepts: field.accepts, crossOut };
  const put = await putOwnFile(ports, actor.agencyId, sent, taking).catch((error: unknown) => {
    ports.log.error("petition_file.not_kept", error);
    return refuse({ kind: "file_not_kept" });
  });
  if (!put.ok) return put;
  const file = put.value;
  await ports.db.as(actor, async (tx) => {
    const { agencyId } = actor;
    const now = ports.clock.now();
    await insertAttachment(ports, tx, { ...file, agencyId, personId, draftId, field: field.key, now });
    await record(ports, tx, { action: "petition_file.kept", actor, personId, subjectId: file.id });
  });
  return ok(file.id);
}
