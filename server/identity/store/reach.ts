import { eq } from "drizzle-orm";
import { delegation } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { Told } from "../companion-notice.ts";
import { findLineLink } from "./line-user.ts";

/** Where both people of a delegation are reached in a channel. */
export interface Reach {
  readonly asker: Told;
  readonly represented: Told;
}

/**
 * How the two people of a delegation are reached. Runs as the gate, for neither of them may see the other's link;
 * the caller shows nothing of it. Null: there is no such delegation.
 */
export async function findReach(tx: Tx, channel: string, delegationId: string): Promise<Reach | null> {
  const [row] = await tx
    .select({ askerId: delegation.askerId, forId: delegation.forId })
    .from(delegation)
    .where(eq(delegation.id, delegationId));
  if (!row) return null;
  const [asker, represented] = await Promise.all([
    reachPerson(tx, channel, row.askerId),
    reachPerson(tx, channel, row.forId),
  ]);
  return { asker, represented };
}

/** How one person is reached, asked from a channel: by their LINE user, wherever they were asked. Runs as the gate. */
export async function reachPerson(tx: Tx, channel: string, personId: string): Promise<Told> {
  const link = await findLineLink(tx, personId);
  return { personId, channel: link?.channel ?? channel, lineUserId: link?.lineUserId ?? null };
}
