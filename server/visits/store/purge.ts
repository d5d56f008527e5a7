import { lt } from "drizzle-orm";
import { handOver, scanTicket } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

/** Deletes who owned scan tickets opened before: dead tickets, which their signature refuses by now. */
export async function deleteTickets(tx: Tx, before: Date): Promise<void> {
  await tx.delete(scanTicket).where(lt(scanTicket.ownedAt, before));
}

/** Deletes hand-overs made before: nobody reads out or finishes them any more. */
export async function deleteHandOvers(tx: Tx, before: Date): Promise<void> {
  await tx.delete(handOver).where(lt(handOver.madeAt, before));
}
