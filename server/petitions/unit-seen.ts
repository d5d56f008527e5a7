/** A unit with who works in it, as its page shows it. */
export interface SeenUnit {
  readonly id: string;
  readonly nameTh: string;
  readonly nameEn: string;
  /** Null: it works. */
  readonly closedAt: Date | null;
  readonly memberIds: readonly string[];
}

export interface SeenUnits {
  readonly units: readonly SeenUnit[];
  /** Everybody whose right at the agency has not ended. */
  readonly staff: readonly { readonly id: string; readonly name: string; readonly level: string }[];
}
