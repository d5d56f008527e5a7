import { and, asc, desc, eq, isNull, sql, type SQL } from "drizzle-orm";
import { webhookDelivery, webhookEndpoint } from "../../../db/schema/index.ts";
import { readsUp, type Turn } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import type { Tx } from "../../ports.ts";
import type { KeptDelivery, KeptEndpoint } from "../kept-webhook.ts";
import type { DeliveryState, WebhookEvent } from "../webhook.ts";

const endpointColumns = {
  id: webhookEndpoint.id,
  agencyId: webhookEndpoint.agencyId,
  url: webhookEndpoint.url,
  events: sql<readonly WebhookEvent[]>`${webhookEndpoint.events}`,
  dataKey: webhookEndpoint.dataKey,
  sealed: webhookEndpoint.sealed,
  madeAt: webhookEndpoint.madeAt,
  pausedAt: webhookEndpoint.pausedAt,
  endedAt: webhookEndpoint.endedAt,
};

const deliveryColumns = {
  id: webhookDelivery.id,
  agencyId: webhookDelivery.agencyId,
  endpointId: webhookDelivery.endpointId,
  event: sql<WebhookEvent>`${webhookDelivery.event}`,
  personId: webhookDelivery.personId,
  codeId: webhookDelivery.codeId,
  happenedAt: webhookDelivery.happenedAt,
  state: sql<DeliveryState>`${webhookDelivery.state}`,
  attempts: webhookDelivery.attempts,
  dueAt: webhookDelivery.dueAt,
  lastAnswer: webhookDelivery.lastAnswer,
  settledAt: webhookDelivery.settledAt,
};

/** Keeps a new endpoint. */
export async function insertEndpoint(tx: Tx, made: typeof webhookEndpoint.$inferInsert): Promise<void> {
  await tx.insert(webhookEndpoint).values(made);
}

/** True when a request made an endpoint here already. */
export async function findEndpointOfRequest(tx: Tx, agencyId: string, requestKey: string): Promise<boolean> {
  const rows = await tx
    .select({ id: webhookEndpoint.id })
    .from(webhookEndpoint)
    .where(and(eq(webhookEndpoint.agencyId, agencyId), eq(webhookEndpoint.requestKey, requestKey)));
  return rows.length > 0;
}

/** The live endpoints of an agency, the oldest first. */
export async function listEndpoints(tx: Tx, agencyId: string): Promise<readonly KeptEndpoint[]> {
  return tx
    .select(endpointColumns)
    .from(webhookEndpoint)
    .where(and(eq(webhookEndpoint.agencyId, agencyId), isNull(webhookEndpoint.endedAt)))
    .orderBy(webhookEndpoint.madeAt, webhookEndpoint.id);
}

/** A live endpoint of the agency, held until the transaction ends. */
export async function lockEndpoint(tx: Tx, agencyId: string, id: string): Promise<KeptEndpoint | null> {
  const [row] = await tx
    .select(endpointColumns)
    .from(webhookEndpoint)
    .where(
      and(
        eq(webhookEndpoint.agencyId, agencyId),
        eq(webhookEndpoint.id, id),
        isNull(webhookEndpoint.endedAt),
      ),
    )
    .for("update");
  return row ?? null;
}

/** A live endpoint of the agency. */
export async function findEndpoint(tx: Tx, agencyId: string, id: string): Promise<KeptEndpoint | null> {
  const rows = await listEndpoints(tx, agencyId);
  return rows.find((row) => row.id === id) ?? null;
}

/** Changes an endpoint's secrets or events, pauses it, lets it go on, or ends it. */
export async function changeEndpoint(
  tx: Tx,
  { agencyId, id }: Pick<KeptEndpoint, "agencyId" | "id">,
  change:
    | { readonly sealed: Uint8Array }
    | { readonly events: readonly WebhookEvent[] }
    | { readonly pausedAt: Date | null }
    | { readonly endedAt: Date },
): Promise<void> {
  await tx
    .update(webhookEndpoint)
    .set(change)
    .where(and(eq(webhookEndpoint.agencyId, agencyId), eq(webhookEndpoint.id, id)));
}

/** The deliveries of an endpoint, latest first: at most `limit` from where `turn` says, nearest first. */
export async function listDeliveries(
  tx: Tx,
  endpoint: Pick<KeptEndpoint, "agencyId" | "id">,
  page: { readonly turn: Turn<MomentPlace> | null; readonly limit: number },
): Promise<readonly KeptDelivery[]> {
  const { turn, limit } = page;
  const up = readsUp(turn, "down");
  return tx
    .select(deliveryColumns)
    .from(webhookDelivery)
    .where(
      and(
        eq(webhookDelivery.agencyId, endpoint.agencyId),
        eq(webhookDelivery.endpointId, endpoint.id),
        turn ? beyond(turn.place, up) : undefined,
      ),
    )
    .orderBy(...[webhookDelivery.happenedAt, webhookDelivery.id].map(up ? asc : desc))
    .limit(limit);
}

function beyond({ at, id }: MomentPlace, up: boolean): SQL {
  const place = sql`(${at.toISOString()}::timestamptz, ${id}::uuid)`;
  return sql`(${webhookDelivery.happenedAt}, ${webhookDelivery.id}) ${up ? sql`>` : sql`<`} ${place}`;
}

/** How many deliveries of each endpoint of an agency wait, and how many are dead. */
export async function countOpenDeliveries(
  tx: Tx,
  agencyId: string,
): Promise<ReadonlyMap<string, { readonly waiting: number; readonly dead: number }>> {
  const rows = await tx
    .select({
      endpointId: webhookDelivery.endpointId,
      waiting: sql<number>`count(*) filter (where ${webhookDelivery.state} in ('waiting', 'claimed'))::int`,
      dead: sql<number>`count(*) filter (where ${webhookDelivery.state} = 'dead')::int`,
    })
    .from(webhookDelivery)
    .where(and(eq(webhookDelivery.agencyId, agencyId), sql`${webhookDelivery.state} <> 'delivered'`))
    .groupBy(webhookDelivery.endpointId);
  return new Map(rows.map(({ endpointId, ...counts }) => [endpointId, counts]));
}

/** Makes deliveries due again under their own ids: the one named, or all that are dead. Answers how many. */
export async function replayDeliveries(
  tx: Tx,
  endpoint: Pick<KeptEndpoint, "agencyId" | "id">,
  which: { readonly deliveryId: string } | "dead",
  now: Date,
): Promise<number> {
  const rows = await tx
    .update(webhookDelivery)
    .set({ state: "waiting", attempts: 0, dueAt: now, claimedUntil: null, settledAt: null })
    .where(
      and(
        eq(webhookDelivery.agencyId, endpoint.agencyId),
        eq(webhookDelivery.endpointId, endpoint.id),
        which === "dead"
          ? eq(webhookDelivery.state, "dead")
          : and(
              eq(webhookDelivery.id, which.deliveryId),
              sql`${webhookDelivery.state} in ('dead', 'delivered', 'waiting')`,
            ),
      ),
    )
    .returning({ id: webhookDelivery.id });
  return rows.length;
}
