import { and, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { webhookDelivery, webhookEndpoint } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import { webhookEvents, type WebhookEvent } from "../webhook.ts";

/** A delivery that one sender holds until its claim runs out, with where it goes. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly agencyId: string;
  readonly endpointId: string;
  readonly event: WebhookEvent;
  readonly codeId: string;
  readonly happenedAt: Date;
  /** This one included. */
  readonly attempts: number;
  /** Null: the endpoint was ended meanwhile. */
  readonly endpoint: {
    readonly url: string;
    readonly dataKey: Uint8Array;
    readonly sealed: Uint8Array;
  } | null;
}

/**
 * Claims deliveries that are due, a few of each endpoint, so that one that is down holds up no other. A claim that ran
 * out is claimed again; a paused endpoint is left alone. Runs as the system.
 */
export async function claimDeliveries(
  tx: Tx,
  claim: { readonly now: Date; readonly until: Date; readonly each: number; readonly most: number },
): Promise<readonly ClaimedDelivery[]> {
  const now = claim.now.toISOString();
  const open = sql`x.state in ('waiting', 'claimed') and x.due_at <= ${now}
    and (x.claimed_until is null or x.claimed_until <= ${now})`;
  const paused = sql`exists (select from ${webhookEndpoint} w
    where w.id = x.endpoint_id and w.paused_at is not null and w.ended_at is null)`;
  const rows = await tx.execute<{ id: string }>(sql`
    update ${webhookDelivery} d set state = 'claimed', claimed_until = ${claim.until.toISOString()},
      attempts = d.attempts + 1
    where d.id in (
      select p.id from (select distinct x.endpoint_id from ${webhookDelivery} x where ${open} and not ${paused}) e
      cross join lateral (select x.id from ${webhookDelivery} x where x.endpoint_id = e.endpoint_id and ${open}
        order by x.due_at, x.happened_at, x.id limit ${claim.each} for update skip locked) p
      limit ${claim.most})
    returning d.id`);
  const ids = [...rows].map(({ id }) => id);
  return ids.length === 0 ? [] : listClaimed(tx, ids);
}

async function listClaimed(tx: Tx, ids: readonly string[]): Promise<readonly ClaimedDelivery[]> {
  const rows = await tx
    .select({
      id: webhookDelivery.id,
      agencyId: webhookDelivery.agencyId,
      endpointId: webhookDelivery.endpointId,
      event: sql<WebhookEvent>`${webhookDelivery.event}`,
      codeId: webhookDelivery.codeId,
      happenedAt: webhookDelivery.happenedAt,
      attempts: webhookDelivery.attempts,
      url: webhookEndpoint.url,
      dataKey: webhookEndpoint.dataKey,
      sealed: webhookEndpoint.sealed,
    })
    .from(webhookDelivery)
    .leftJoin(
      webhookEndpoint,
      and(eq(webhookEndpoint.id, webhookDelivery.endpointId), isNull(webhookEndpoint.endedAt)),
    )
    .where(inArray(webhookDelivery.id, [...ids]))
    .orderBy(webhookDelivery.happenedAt, webhookDelivery.id);
  // Closing a code uses it too, at the same moment: what comes first in a code's life is told first.
  const place = ({ event }: { readonly event: WebhookEvent }) => webhookEvents.indexOf(event);
  const inOrder = rows.toSorted(
    (one, other) => one.happenedAt.getTime() - other.happenedAt.getTime() || place(one) - place(other),
  );
  return inOrder.map(({ url, dataKey, sealed, ...row }) => ({
    ...row,
    endpoint: url === null || dataKey === null || sealed === null ? null : { url, dataKey, sealed },
  }));
}

export type DeliverySettlement =
  | { readonly state: "delivered" | "dead"; readonly lastAnswer: string; readonly settledAt: Date }
  | { readonly state: "waiting"; readonly lastAnswer: string; readonly dueAt: Date }
  /** Not tried: another one to the same endpoint just failed. The try does not count. */
  | { readonly state: "held"; readonly dueAt: Date };

/** Records how a try ended and frees the claim; only while this sender's claim still holds. Runs as the system. */
export async function settleDelivery(
  tx: Tx,
  { id, attempts }: Pick<ClaimedDelivery, "id" | "attempts">,
  settlement: DeliverySettlement,
): Promise<void> {
  const set =
    settlement.state === "held"
      ? { state: "waiting", attempts: attempts - 1, dueAt: settlement.dueAt }
      : settlement;
  await tx
    .update(webhookDelivery)
    .set({ ...set, claimedUntil: null })
    .where(
      and(
        eq(webhookDelivery.id, id),
        eq(webhookDelivery.state, "claimed"),
        eq(webhookDelivery.attempts, attempts),
      ),
    );
}

/** Deletes at most `limit` deliveries that were settled before a moment. Runs as the system. */
export async function deleteDeliveriesBefore(tx: Tx, before: Date, limit: number): Promise<void> {
  const old = tx
    .select({ id: webhookDelivery.id })
    .from(webhookDelivery)
    .where(lt(webhookDelivery.settledAt, before))
    .limit(limit);
  await tx.delete(webhookDelivery).where(inArray(webhookDelivery.id, old));
}
