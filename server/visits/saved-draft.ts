/** A draft as it was just kept: which, and the version to change it from. */
export interface SavedDraft {
  readonly visitId: string;
  readonly version: number;
}
