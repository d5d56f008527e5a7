/** Where an issued document stands (N19). `expired` is told by its day and kept nowhere. */
export const documentStates = ["genuine", "replaced", "revoked"] as const;
export type DocumentState = (typeof documentStates)[number];

/** What an issued document is. */
export const documentKinds = ["receipt", "licence", "letter"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What is sealed in a document's row, under its own key. */
export interface IssuedContent {
  /** Whose it is, in full. */
  readonly name: string;
  /** The fields the template was filled with; none of an uploaded one. */
  readonly values: Readonly<Record<string, string>>;
}

/** What stands for the holder of a document whose content was destroyed: its petition's time was over. */
export const nobody = "–";

/** True of a document whose content and file were destroyed; its number and standing stay for whoever checks it. */
export function isDestroyed({ holder }: { readonly holder: string }): boolean {
  return holder === nobody;
}

/** Under which key a document's file is kept. */
export function documentKey(agencyId: string, documentId: string): string {
  return `documents/${agencyId}/${documentId}`;
}
