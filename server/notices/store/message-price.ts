import { eq, sql } from "drizzle-orm";
import { messagePrice } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import { noPrices, sentRoutes, type MessagePrices, type SentRoute } from "../message-month.ts";

/** What messages cost an agency, as far as it said. */
export async function findPrices(tx: Tx, agencyId: string): Promise<MessagePrices> {
  const [row] = await tx.select().from(messagePrice).where(eq(messagePrice.agencyId, agencyId));
  return row ? { pushSatang: row.pushSatang, smsSatang: row.smsSatang } : noPrices;
}

/** Keeps what messages cost an agency. */
export async function savePrices(tx: Tx, agencyId: string, prices: MessagePrices): Promise<void> {
  await tx
    .insert(messagePrice)
    .values({ agencyId, ...prices })
    .onConflictDoUpdate({ target: messagePrice.agencyId, set: prices });
}

/** How many messages of the agency in hand went out between two moments, by the way they went. Runs as its staff. */
export async function listSent(
  tx: Tx,
  from: Date,
  until: Date,
): Promise<Readonly<Partial<Record<SentRoute, number>>>> {
  const rows = await tx.execute<{ sent_by: string; sent: string }>(
    sql`select sent_by, sent from messages_sent(${from.toISOString()}, ${until.toISOString()})`,
  );
  const known = [...rows].flatMap(({ sent_by: by, sent }) => {
    const route = sentRoutes.find((one) => one === by);
    return route === undefined ? [] : [[route, Number(sent)] as const];
  });
  return Object.fromEntries(known);
}
