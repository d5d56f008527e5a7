/** One thing that is kept, as words and values; an address, an answer and a list of things are nested. */
export interface OwnFacts {
  readonly [name: string]: OwnValue;
}
export type OwnValue = string | number | boolean | null | OwnFacts | readonly OwnValue[];

/** The parts of a copy, in the order they are read. */
export const ownParts = [
  "person",
  "contact",
  "account",
  "devices",
  "consents",
  "companions",
  "visits",
  "petitions",
  "drafts",
  "documents",
  "identityChecks",
  "looks",
  "record",
] as const;
export type OwnPart = (typeof ownParts)[number];

/** All that is kept of one person: what `data.json` holds. */
export type OwnData = Readonly<Record<OwnPart, readonly OwnFacts[]>>;

/** A file of the person, still sealed in the file store. */
export interface OwnFile {
  /** Where it lies in the copy: "files/…". */
  readonly name: string;
  readonly fileKey: string;
  readonly dataKey: Uint8Array;
  readonly place: { readonly table: string; readonly rowId: string };
}

/** A name that is safe in an archive on every system: no path, nothing hidden, at most 80 characters of it. */
export function fileNameOf(text: string): string {
  const tidy = text.normalize("NFC").replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, "_");
  const bare = [...tidy.replace(/^[.\s]+|[.\s]+$/g, "")].slice(-80).join("");
  return bare === "" ? "file" : bare;
}
