import type { Ports } from "../../ports.ts";
import type { ServiceTypeCode } from "../service-type.ts";
import type { ListColumn, ListedVisit } from "../visit-list.ts";

/** What of a row of a list stands sealed: what was typed, what was read, and what the list says of that day. */
export interface SealedListRow {
  readonly typed: Readonly<Record<ListColumn, string>>;
  readonly visit: ListedVisit | null;
  /** The services listed for the same person and day, each with the row that named it first. */
  readonly firstLine: readonly (readonly [ServiceTypeCode, number])[];
}

/** Seals a row under the key of its list. */
export function sealListRow(
  ports: Pick<Ports, "vault">,
  dataKey: Uint8Array,
  reconciliationId: string,
  line: number,
  row: SealedListRow,
): Uint8Array {
  return ports.vault.seal(dataKey, placeOf(reconciliationId, line), row);
}

/** Opens a row. */
export function openListRow(
  ports: Pick<Ports, "vault">,
  dataKey: Uint8Array,
  reconciliationId: string,
  { line, sealed }: { readonly line: number; readonly sealed: Uint8Array },
): SealedListRow {
  return ports.vault.open<SealedListRow>(dataKey, placeOf(reconciliationId, line), sealed);
}

function placeOf(reconciliationId: string, line: number) {
  return { table: "reconciliation_row", rowId: `${reconciliationId}/${line}` };
}
