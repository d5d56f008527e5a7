import { formLimits } from "../forms/form.ts";
import type { FileFormat } from "../forms/field.ts";

/** What may be attached to a petition (E3.2). */
export const attachmentLimits = {
  /** Bytes of one file. */
  bytes: 10_000_000,
  /** Files of a draft, over all its fields. */
  files: formLimits.files,
  /** Neither side of a picture: more is made to break whoever opens it. */
  side: 12_000,
  /** Pixels of a picture. */
  pixels: 60_000_000,
  nameCharacters: 120,
} as const;

export const attachmentRefusals = [
  "attachment_empty",
  "attachment_heavy",
  /** What its bytes are is none of the kinds that may be attached, whatever it is called. */
  "attachment_kind",
  /** It is one of the kinds, but this field takes others. */
  "attachment_kind_here",
  /** Cut off, or with something else behind its end. */
  "attachment_broken",
  "picture_huge",
  /** A PDF that runs, opens or carries something. */
  "pdf_active",
  "pdf_locked",
  /** A PDF that unpacks to more than any paper holds, or is packed so that nobody can look into it. */
  "pdf_packed",
] as const;
export type AttachmentRefusal = { readonly kind: (typeof attachmentRefusals)[number] };

export const mediaTypeOf: Readonly<Record<FileFormat, string>> = {
  jpg: "image/jpeg",
  png: "image/png",
  pdf: "application/pdf",
};

/** Under which key a file of a draft or petition lies in the file store. */
export function attachmentKey(agencyId: string, fileId: string): string {
  return `petition-files/${agencyId}/${fileId}`;
}

/** Under which key a piece of a file that is coming lies; `offset` is where it begins. */
export function pieceKey(uploadId: string, offset: number): string {
  return `petition-uploads/${uploadId}/${offset}`;
}

/** Where a file stands sealed, its bytes and its name alike: bound to its row. */
export function attachmentPlace(fileId: string) {
  return { table: "petition_file", rowId: fileId };
}

/** What is sealed in a file's row. */
export interface AttachmentFacts {
  readonly name: string;
}

/**
 * What a file is called, fit to be shown: its last part, without control signs and what turns the direction of writing;
 * its ending told by what it is.
 */
export function attachmentName(given: string, format: FileFormat): string {
  const last = given.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}"<>:|?*]/gu, "").trim();
  const bare = plain.replace(/\.[A-Za-z0-9]{1,5}$/, "").replace(/^[.\s]+/, "");
  const short = [...bare].slice(0, attachmentLimits.nameCharacters).join("").trim();
  return `${short === "" ? "file" : short}.${format}`;
}
