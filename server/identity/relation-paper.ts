/** The papers a clerk may have seen for a relation (N5): household register, birth certificate, court order, others. */
export const relationPapers = ["household", "birth", "court", "care", "other"] as const;
export type RelationPaper = (typeof relationPapers)[number];

/** Reads the paper a form names; null: none of ours. */
export function parseRelationPaper(text: string): RelationPaper | null {
  return relationPapers.find((paper) => paper === text) ?? null;
}
