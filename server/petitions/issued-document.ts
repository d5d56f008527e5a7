/** Where an issued document stands (N19). `expired` is told by its day and kept nowhere. */
export const documentStates = ["genuine", "replaced", "revoked"] as const;
export type DocumentState = (typeof documentStates)[number];

/** What an issued document is. */
export const documentKinds = ["receipt", "licence", "letter"] as const;
export type DocumentKind = (typeof documentKinds)[number];
