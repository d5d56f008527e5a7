import { sql } from "drizzle-orm";
import type { LineUser } from "../../kernel/actor.ts";
import type { Tx } from "../../ports.ts";

/**
 * The central office that issued the seat this LINE user last made a key for, or is making one; null: none ever. Runs as
 * the gate.
 */
export async function findIssuerOfPhone(tx: Tx, { channel, lineUserId }: LineUser): Promise<string | null> {
  const [row] = await tx.execute<{ readonly issuer_id: string }>(sql`
    select s.issuer_id from (
      select seat_id, made_at from soft_token where channel = ${channel} and line_user_id = ${lineUserId}
      union all
      select seat_id, taken_at from activation
        where channel = ${channel} and line_user_id = ${lineUserId} and taken_at is not null) made
    join seat s on s.id = made.seat_id
    order by made.made_at desc limit 1`);
  return row?.issuer_id ?? null;
}
