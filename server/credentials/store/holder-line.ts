import { desc, eq } from "drizzle-orm";
import { softToken } from "../../../db/schema/index.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { Tx } from "../../ports.ts";

/** The LINE user on whose phone somebody's key is, or was last; null: they never had one. */
export async function findHolderLine(tx: Tx, holdingId: string): Promise<LineUser | null> {
  const [row] = await tx
    .select({ channel: softToken.channel, lineUserId: softToken.lineUserId })
    .from(softToken)
    .where(eq(softToken.holdingId, holdingId))
    .orderBy(desc(softToken.madeAt))
    .limit(1);
  return row ?? null;
}
