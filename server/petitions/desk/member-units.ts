import type { Tx } from "../../ports.ts";
import { listUnits } from "../store/unit.ts";

/** The units of a form, once each; null: one of them is closed, or the agency has none of that id. */
export async function readUnits(
  tx: Tx,
  agencyId: string,
  unitIds: readonly string[],
): Promise<readonly string[] | null> {
  const ids = [...new Set(unitIds)];
  const units = await listUnits(tx, agencyId);
  const isOpen = (id: string) => units.some((unit) => unit.id === id && unit.closedAt === null);
  return ids.every(isOpen) ? ids : null;
}
