/** One arrival in words, as the counter's live list draws it. */
export interface ArrivalLine {
  /** Where the list was read up to: sent back to get what follows. */
  readonly position: string;
  readonly cells: readonly string[];
  readonly href: string;
}

/** Reads a position back; null: it is none of ours. */
export function parseArrivalPosition(
  text: string | undefined,
): { readonly at: string; readonly id: string } | null {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/.exec(text ?? "") ?? [];
  return at !== undefined && id !== undefined ? { at, id } : null;
}
