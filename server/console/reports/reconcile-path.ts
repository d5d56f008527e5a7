import { reconciledKinds, type ReconciledKind } from "../../visits/reconciled.ts";

export const reconcilePath = "/console/reports/reconciliation";

/** The address of a list's result: one kind of row or all, and where the page lies (`at`). */
export function listAddress(
  id: string,
  kind: ReconciledKind | null = null,
  at: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams(at);
  if (kind !== null) query.set("kind", kind);
  return `${reconcilePath}/${id}${query.size > 0 ? `?${query.toString()}` : ""}`;
}

/** Reads a kind of row out of an address; null: all. */
export function readKind(text: string | undefined): ReconciledKind | null {
  return reconciledKinds.find((kind) => kind === text) ?? null;
}

/** Reads a line; null: it is none. */
export function parseLine(text: string): number | null {
  return /^\d{1,7}$/.test(text) ? Number(text) : null;
}
