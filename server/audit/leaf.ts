/**
 * An entry as the database holds it, every column as the text that is sealed: nothing is rounded on the way, so no
 * change is too small to be seen.
 */
export interface KeptEntry {
  readonly id: string;
  /** Milliseconds since 1970, in decimal. */
  readonly at: string;
  readonly action: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly agencyId: string | null;
  readonly personId: string | null;
  readonly subjectId: string | null;
  /** The JSON as PostgreSQL writes a jsonb: keys in its own order, every digit of a number. */
  readonly refs: string;
  /** The number of the transaction that wrote it. */
  readonly tx: string;
}

/** Stands first in every leaf: another way of writing entries down gets another name. */
const leafForm = "pratu.audit.1";
/** The columns in the order in which they stand in a leaf. */
const columns = [
  "id",
  "at",
  "action",
  "actorKind",
  "actorId",
  "agencyId",
  "personId",
  "subjectId",
  "refs",
  "tx",
] as const satisfies readonly (keyof KeptEntry)[];

/**
 * What of an entry is hashed: a JSON array of texts and nulls, the form's name first, in one line. Quotes stand around
 * every text, so no two entries give the same line; the same line stands in an export.
 */
export function leafText(entry: KeptEntry): string {
  const { id, at, action, actorKind, actorId, agencyId, personId, subjectId, refs, tx } = entry;
  return JSON.stringify([
    leafForm,
    id,
    at,
    action,
    actorKind,
    actorId,
    agencyId,
    personId,
    subjectId,
    refs,
    tx,
  ]);
}

/** Reads what stands in an export in place of a leaf. Null: it is of another form. */
export function readLeaf(value: unknown): KeptEntry | null {
  if (!Array.isArray(value) || value.length !== columns.length + 1 || value[0] !== leafForm) return null;
  const texts: readonly unknown[] = value.slice(1);
  if (!texts.every((text) => text === null || typeof text === "string")) return null;
  return Object.fromEntries(columns.map((column, at) => [column, texts[at]])) as unknown as KeptEntry;
}
