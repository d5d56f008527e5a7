import { sql } from "drizzle-orm";
import type { LineUser } from "../../kernel/actor.ts";
import type { Tx } from "../../ports.ts";

/** The LINE users a person is reached at, for a notice that staff's work makes. Runs as staff; show nothing of it. */
export async function listLineLinks(tx: Tx, personId: string): Promise<readonly LineUser[]> {
  const rows = await tx.execute<{ channel: string; line_user_id: string }>(
    sql`select channel, line_user_id from line_links_of(${personId})`,
  );
  return [...rows].map(({ channel, line_user_id: lineUserId }) => ({ channel, lineUserId }));
}
