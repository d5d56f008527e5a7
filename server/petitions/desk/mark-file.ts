import { listStaffNames } from "../../agencies/store/staff-names.ts";
import type { Staff } from "../../kernel/actor.ts";
import { readPictureShape } from "../../kernel/picture-shape.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { MarkFileRefusal } from "../mark-file-refusal.ts";
import { attachmentName, attachmentPlace, mediaTypeOf } from "../attachment.ts";

/** A file as it is sent to the officer's browser: who looks and when stands all over it. */
export interface OpenedFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly name: string;
  /** True: a picture drawn anew, to be looked at in the browser; false: a PDF, to be downloaded. */
  readonly isDrawnAnew: boolean;
}

/** A file of the store, with what opens it and who looks. */
export interface FileToMark {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly dataKey: Uint8Array;
  readonly fileKey: string;
  /** The officer as the mark names them. */
  readonly viewer: string;
}

/** What the mark on a picture calls the officer who looks. */
export async function viewerOf(ports: Ports, tx: Tx, { staffId }: Pick<Staff, "staffId">): Promise<string> {
  const names = await listStaffNames(ports, tx, [staffId]);
  return names.get(staffId) ?? staffId.slice(-8);
}

/**
 * Opens a file for an officer with their name and the moment all over it (N7): a picture drawn anew, large ones smaller; a
 * PDF with the mark on each page; a photograph too large to be drawn anew on a marked page of a PDF. The original is
 * never answered. Refuses a file the store does not answer with, and one that cannot be marked. Runs outside any
 * transaction.
 */
export async function openMarked(
  ports: Ports,
  file: FileToMark,
): Promise<Result<OpenedFile, MarkFileRefusal>> {
  const sealed = await ports.files.get(file.fileKey).catch((error: unknown) => {
    ports.log.error("petition_file.not_read", error);
    return null;
  });
  if (sealed === null) return refuse({ kind: "file_unavailable" });
  const plain = ports.vault.openBytes(file.dataKey, attachmentPlace(file.id), sealed);
  const mark = `${file.viewer} · ${formatMoment(ports.clock.now(), "th")}`;
  const shape = readPictureShape(plain);
  const drawn = shape && (await ports.pictures.markView(plain, mark));
  if (drawn) return ok(opened(file, "jpg", drawn));
  if (shape?.format === "png") return refuse({ kind: "file_unmarkable" });
  const paper = await (shape ? ports.pdf.markOnPage(plain, mark) : ports.pdf.markPages(plain, mark));
  return paper ? ok(opened(file, "pdf", paper)) : refuse({ kind: "file_unmarkable" });
}

function opened({ name }: FileToMark, format: "jpg" | "pdf", bytes: Uint8Array): OpenedFile {
  const isDrawnAnew = format === "jpg";
  return { bytes, mediaType: mediaTypeOf[format], name: attachmentName(name, format), isDrawnAnew };
}
