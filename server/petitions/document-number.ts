import type { DocumentKind } from "./issued-document.ts";

/** What the numbers of each kind begin with, as an office writes them: ใบอนุญาต, รับเงิน, หนังสือ. */
const beginnings = { licence: "อญ", receipt: "รง", letter: "นส" } as const satisfies Record<
  DocumentKind,
  string
>;

/** The number of a document as it is printed, "อญ 12/2570": counted without a gap by kind and year at an agency. */
export function makeDocumentNumber(kind: DocumentKind, yearBe: number, count: number): string {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`no document number for ${count}`);
  return `${beginnings[kind]} ${count}/${yearBe}`;
}

/** The series in which documents of a kind are counted. */
export function seriesOf(kind: DocumentKind): string {
  return `document_${kind}`;
}
