import type { Turn } from "../../kernel/keyset.ts";

/** The names under which an address or a form carries where a page lies. */
export interface TurnNames {
  readonly after: string;
  readonly before: string;
}

export const turnNames: TurnNames = { after: "after", before: "before" };

/** Reads where a page lies; null: at the beginning, or no place of ours. */
export function readTurn<Place>(
  text: (name: string) => string | undefined,
  parsePlace: (text: string) => Place | null,
  names: TurnNames = turnNames,
): Turn<Place> | null {
  for (const way of ["before", "after"] as const) {
    const place = parsePlace(text(names[way]) ?? "");
    if (place !== null) return { way, place };
  }
  return null;
}
