import { and, eq, inArray } from "drizzle-orm";
import { delegation, lineUser } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { Told } from "../companion-notice.ts";

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
  const links = await tx
    .select({ personId: lineUser.personId, lineUserId: lineUser.lineUserId })
    .from(lineUser)
    .where(and(eq(lineUser.channel, channel), inArray(lineUser.personId, [row.askerId, row.forId])));
  const told = (personId: string): Told => {
    const link = links.find((each) => each.personId === personId);
    return { personId, channel, lineUserId: link?.lineUserId ?? null };
  };
  return { asker: told(row.askerId), represented: told(row.forId) };
}
