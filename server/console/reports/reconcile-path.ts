import { reconciledKinds, type ReconciledKind } from "../../visits/reconciled.ts";

export const reconcilePath = "/console/reports/reconciliation";

/** The address of a list's result: one kind of row or all, and the line the page begins after. */
export function listAddress(id: string, kind: ReconciledKind | null = null, after = 0): string {
  const query = new URLSearchParams();
  if (kind !== null) query.set("kind", kind);
  if (after > 0) query.set("after", String(after));
  return `${reconcilePath}/${id}${query.size > 0 ? `?${query.toString()}` : ""}`;
}

/** Reads a kind of row out of an address; null: all. */
export function readKind(text: string | undefined): ReconciledKind | null {
  return reconciledKinds.find((kind) => kind === text) ?? null;
}

/** Reads a line; 0: the beginning. */
export function readLine(text: string | undefined): number {
  return /^\d{1,7}$/.test(text ?? "") ? Number(text) : 0;
}
