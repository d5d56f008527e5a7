import type { AppContext } from "../../server/http/env.ts";
import type { SummaryItem } from "../../server/http/page/error-summary.tsx";
import { pageContext } from "../../server/http/send-page.ts";
import { filesName } from "../../server/http/form-page/files-field.tsx";
import { keepFile } from "../../server/petitions/actions/keep-file.ts";
import type { BeginUploadRefusal, FinishUploadRefusal } from "../../server/petitions/upload.ts";
import type { PageContext } from "../../server/http/page/context.ts";
import { citizenOf } from "../gates.ts";

const ending = filesName("");

/** Keeps the files that came with a posted form, one after the other; answers why some were not. */
export async function keepPostedFiles(
  c: AppContext,
  draftId: string,
  files: ReadonlyMap<string, readonly File[]>,
): Promise<readonly SummaryItem[]> {
  const refusals: SummaryItem[] = [];
  for (const [name, list] of files) {
    if (!name.endsWith(ending)) continue;
    const path = name.slice(0, -ending.length);
    for (const file of list) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const kept = await keepFile(c.var.ports, citizenOf(c), { draftId, path, name: file.name, bytes });
      if (kept.ok) continue;
      refusals.push({
        field: path,
        sentence: `${file.name}: ${sayUploadRefusal(pageContext(c), kept.refusal)}`,
      });
    }
  }
  return refusals;
}

/** The sentence of why a file was not kept. */
export function sayUploadRefusal(
  { words }: PageContext,
  refusal: BeginUploadRefusal | FinishUploadRefusal | { readonly kind: "piece_elsewhere" | "piece_size" },
): string {
  const { draft } = words.eService;
  switch (refusal.kind) {
    case "draft_missing":
    case "draft_sent":
    case "upload_missing":
    case "upload_unfinished":
    case "piece_elsewhere":
    case "piece_size":
      return draft.uploadOver;
    case "upload_field":
      return draft.uploadField;
    case "files_full":
      return draft.filesFull;
    case "file_not_kept":
      return draft.notKept;
    case "attachment_empty":
    case "attachment_heavy":
    case "attachment_kind":
    case "attachment_kind_here":
    case "attachment_broken":
    case "picture_huge":
    case "pdf_active":
    case "pdf_locked":
    case "pdf_packed":
      return words.forms.attachment[refusal.kind]({ kind: refusal.kind } as never);
  }
}
