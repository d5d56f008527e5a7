import type { Ports } from "../../ports.ts";
import type { HolderListRow, ListedHolder } from "../holder-list.ts";

/** What of a row of a list of holders stands sealed. */
export interface SealedHolderRow {
  readonly typed: HolderListRow["typed"];
  /** What was read, with the agency it names; null: it was faulty from the first. */
  readonly holder: (ListedHolder & { readonly agencyId: string }) | null;
}

/** Seals a row under the key of its list. */
export function sealHolderRow(
  { vault }: Pick<Ports, "vault">,
  dataKey: Uint8Array,
  importId: string,
  line: number,
  row: SealedHolderRow,
): Uint8Array {
  return vault.seal(dataKey, placeOf(importId, line), row);
}

/** Opens a row. */
export function openHolderRow(
  { vault }: Pick<Ports, "vault">,
  dataKey: Uint8Array,
  importId: string,
  { line, sealed }: { readonly line: number; readonly sealed: Uint8Array },
): SealedHolderRow {
  return vault.open<SealedHolderRow>(dataKey, placeOf(importId, line), sealed);
}

function placeOf(importId: string, line: number) {
  return { table: "holder_import_row", rowId: `${importId}/${line}` };
}
