import { importRowStates, type ImportRowState } from "../../../credentials/holder-import.ts";

export const importPath = "/console/tokens/import";

/** The address of a list: rows of one state or all, after a line. */
export function listAddress(id: string, state: ImportRowState | null = null, after = 0): string {
  const query = new URLSearchParams();
  if (state !== null) query.set("state", state);
  if (after > 0) query.set("after", String(after));
  return `${importPath}/${id}${query.size > 0 ? `?${query.toString()}` : ""}`;
}

/** Reads a state of rows out of an address; null: all. */
export function readRowState(text: string | undefined): ImportRowState | null {
  return importRowStates.find((state) => state === text) ?? null;
}

/** Reads a line; 0: from the beginning. */
export function readLine(text: string | undefined): number {
  return /^\d{1,7}$/.test(text ?? "") ? Number(text) : 0;
}
