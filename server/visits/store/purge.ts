import { lt } from "drizzle-orm";
import { scanTicket } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

/** Deletes who owned scan tickets opened before: dead tickets, which their signature refuses by now. */
export async function deleteTickets(tx: Tx, before: Date): Promise<void> {
  await tx.delete(scanTicket).where(lt(scanTicket.ownedAt, before));
}
