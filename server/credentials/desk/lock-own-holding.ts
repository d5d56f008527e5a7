import type { Staff } from "../../kernel/actor.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { lockHolding, type KeptHolding } from "../store/holding.ts";

/** A time in a seat of the head's own agency, locked; null: there is none of that id there. Runs as the gate. */
export async function lockOwnHolding(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  holdingId: string,
): Promise<KeptHolding | null> {
  if (!isUuid(holdingId)) return null;
  const holding = await lockHolding(ports, tx, holdingId);
  return holding?.agencyId === actor.agencyId ? holding : null;
}
