import { listStaffNames } from "../../agencies/store/staff-names.ts";
import type { Staff } from "../../kernel/actor.ts";
import { readPictureShape } from "../../kernel/picture-shape.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { attachmentPlace } from "../attachment.ts";

/** A file as it is sent to the officer's browser. */
export interface OpenedFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly name: string;
  /** True: a picture with the officer's name and the time all over it, to be looked at in the browser. */
  readonly isMarked: boolean;
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

/** Past this a picture is not drawn over here: it would need more memory than the server gives to one look. */
const mostMarkedPixels = 4_000_000;

/** What the mark on a picture calls the officer who looks. */
export async function viewerOf(ports: Ports, tx: Tx, { staffId }: Pick<Staff, "staffId">): Promise<string> {
  const names = await listStaffNames(ports, tx, [staffId]);
  return names.get(staffId) ?? staffId.slice(-8);
}

/**
 * Opens a file for an officer: a JPEG bears their name and the moment all over it (N7); what cannot be drawn over is to be
 * downloaded. Null: the store does not answer with it. Runs outside any transaction.
 */
export async function openMarked(ports: Ports, file: FileToMark): Promise<OpenedFile | null> {
  const sealed = await ports.files.get(file.fileKey).catch((error: unknown) => {
    ports.log.error("petition_file.not_read", error);
    return null;
  });
  if (sealed === null) return null;
  const plain = ports.vault.openBytes(file.dataKey, attachmentPlace(file.id), sealed);
  const { mediaType, name } = file;
  if (!isMarkable(plain)) return { bytes: plain, mediaType, name, isMarked: false };
  const mark = `${file.viewer} · ${formatMoment(ports.clock.now(), "th")}`;
  return { bytes: await ports.pictures.markView(plain, mark), mediaType, name, isMarked: true };
}

function isMarkable(bytes: Uint8Array): boolean {
  const shape = readPictureShape(bytes);
  return shape?.format === "jpeg" && shape.width * shape.height <= mostMarkedPixels;
}
