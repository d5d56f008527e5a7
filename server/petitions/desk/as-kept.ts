import type { FileFormat } from "../../forms/field.ts";
import { barePicture } from "../../kernel/bare-picture.ts";
import type { PictureShape } from "../../kernel/picture-format.ts";
import { readPictureShape } from "../../kernel/picture-shape.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import type { AttachmentRefusal } from "../attachment.ts";
import { judgeAttachment } from "../judge-attachment.ts";

/** What a field, or a message, takes. */
export interface Taking {
  readonly accepts: readonly FileFormat[];
  /** The words each file is crossed out with; null: it is kept as it is. */
  readonly crossOut: string | null;
}

/**
 * A file's bytes as they are kept: a picture without place and time of its taking; what is to be crossed out drawn anew
 * with the words over it (a picture becomes a JPEG of four million pixels at most, a PDF has them on every page). Refuses
 * what `judgeAttachment` refuses; what cannot be crossed out as broken, too large, or a PDF nobody can look into.
 */
export async function asKept(
  ports: Pick<Ports, "pictures" | "pdf">,
  sent: Uint8Array,
  { accepts, crossOut }: Taking,
): Promise<Result<{ readonly bytes: Uint8Array; readonly format: FileFormat }, AttachmentRefusal>> {
  const judged = await judgeAttachment(sent, accepts);
  if (!judged.ok) return judged;
  if (crossOut === null) return ok({ bytes: barePicture(sent), format: judged.value });
  const shape = readPictureShape(sent);
  if (shape === null) {
    const marked = await ports.pdf.markPages(sent, crossOut);
    return marked ? ok({ bytes: marked, format: "pdf" }) : refuse({ kind: "pdf_packed" });
  }
  const drawn = await ports.pictures.crossOut(sent, shape, crossOut);
  if (drawn) return ok({ bytes: drawn, format: "jpg" });
  return refuse({ kind: isLarge(shape) ? "picture_huge" : "attachment_broken" });
}

/** Past this a host may not have the memory to draw over a picture; below it only a broken one is not drawn over. */
const largePixels = 6_000_000;

function isLarge({ width, height }: PictureShape): boolean {
  return width * height > largePixels;
}
