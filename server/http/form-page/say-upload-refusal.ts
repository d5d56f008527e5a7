import type { HandedRefusal } from "../../petitions/draft-hand-over.ts";
import type { BeginUploadRefusal, FinishUploadRefusal } from "../../petitions/upload.ts";
import type { PageContext } from "../page/context.ts";

/** Every way in which a file was not kept in a draft, on the phone or at the counter. */
export type UploadRefusal =
  | BeginUploadRefusal
  | FinishUploadRefusal
  | HandedRefusal
  | { readonly kind: "piece_elsewhere" | "piece_size" };

/** The sentence of why a file was not kept. */
export function sayUploadRefusal({ words }: PageContext, refusal: UploadRefusal): string {
  const { draft } = words.eService;
  switch (refusal.kind) {
    case "hand_over_missing":
    case "hand_over_over":
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
    case "files_many":
      return draft.filesMany;
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
