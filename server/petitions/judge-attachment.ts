import type { FileFormat } from "../forms/field.ts";
import { readPdfShape } from "../kernel/pdf-shape.ts";
import { readPictureShape } from "../kernel/picture-shape.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { unpack } from "../kernel/unpack.ts";
import { attachmentLimits, type AttachmentRefusal } from "./attachment.ts";

/**
 * Judges a file by its bytes alone and answers what it is. Refuses nothing or more than 10 MB; what is neither JPEG, PNG
 * nor PDF (SVG, programs and archives among it), or none of those this field takes; what is cut off or carries something
 * behind its end; pictures of sides or areas no camera makes; and PDFs that are locked, run or carry something, or
 * cannot be looked into.
 */
export async function judgeAttachment(
  bytes: Uint8Array,
  accepts: readonly FileFormat[],
): Promise<Result<FileFormat, AttachmentRefusal>> {
  if (bytes.length === 0) return refuse({ kind: "attachment_empty" });
  if (bytes.length > attachmentLimits.bytes) return refuse({ kind: "attachment_heavy" });
  const judged = judgePictureFile(bytes) ?? (await judgePdf(bytes));
  if (judged === null) return refuse({ kind: "attachment_kind" });
  if (!judged.ok || accepts.includes(judged.value)) return judged;
  return refuse({ kind: "attachment_kind_here" });
}

function judgePictureFile(bytes: Uint8Array): Result<FileFormat, AttachmentRefusal> | null {
  const shape = readPictureShape(bytes);
  if (shape === null) return null;
  const { width, height, isWhole, format } = shape;
  const { side, pixels } = attachmentLimits;
  if (Math.max(width, height) > side || width * height > pixels) return refuse({ kind: "picture_huge" });
  return isWhole ? ok(format === "jpeg" ? "jpg" : "png") : refuse({ kind: "attachment_broken" });
}

async function judgePdf(bytes: Uint8Array): Promise<Result<FileFormat, AttachmentRefusal> | null> {
  const shape = await readPdfShape(bytes, unpack);
  if (shape === null) return null;
  if (shape.isLocked) return refuse({ kind: "pdf_locked" });
  if (shape.isActive) return refuse({ kind: "pdf_active" });
  if (!shape.isWhole) return refuse({ kind: "attachment_broken" });
  return shape.isOverPacked ? refuse({ kind: "pdf_packed" }) : ok("pdf");
}
