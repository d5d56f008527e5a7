import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { KeptKey } from "../kept-key.ts";
import type { KeptDelivery, KeptEndpoint } from "../kept-webhook.ts";
import { countOpenDeliveries, findEndpoint, listDeliveries, listEndpoints, listKeys } from "../store.ts";

type ShownEndpoint = Pick<KeptEndpoint, "id" | "url" | "events" | "madeAt">;

export interface SeenSystems {
  readonly keys: readonly KeptKey[];
  readonly endpoints: readonly (ShownEndpoint & { readonly waiting: number; readonly dead: number })[];
}

const keysShown = 50;

/** The keys and webhook endpoints of the staff's own facility; no secret among them. */
export async function seeSystems(ports: Ports, actor: Staff): Promise<SeenSystems> {
  const { agencyId } = actor;
  return ports.db.as(actor, async (tx) => {
    const keys = await listKeys(tx, agencyId, keysShown);
    const endpoints = await listEndpoints(tx, agencyId);
    const open = await countOpenDeliveries(tx, agencyId);
    return {
      keys,
      endpoints: endpoints.map(({ id, url, events, madeAt }) => ({
        id,
        url,
        events,
        madeAt,
        ...(open.get(id) ?? { waiting: 0, dead: 0 }),
      })),
    };
  });
}

export interface SeenWebhook {
  readonly endpoint: ShownEndpoint;
  readonly deliveries: readonly KeptDelivery[];
  /** Where the next page begins; null: this is the last. */
  readonly next: { readonly happenedAt: Date; readonly id: string } | null;
}

export const deliveriesAPage = 50;

/** One endpoint and a page of what was sent to it. Refuses another agency's, or an ended one, as missing. */
export async function seeWebhook(
  ports: Ports,
  actor: Staff,
  input: { readonly endpointId: string; readonly before: SeenWebhook["next"] },
): Promise<Result<SeenWebhook, { readonly kind: "webhook_missing" }>> {
  if (!isUuid(input.endpointId)) return refuse({ kind: "webhook_missing" });
  return ports.db.as(actor, async (tx) => {
    const kept = await findEndpoint(tx, actor.agencyId, input.endpointId);
    if (!kept) return refuse({ kind: "webhook_missing" });
    const rows = await listDeliveries(tx, kept, { before: input.before, limit: deliveriesAPage + 1 });
    const deliveries = rows.slice(0, deliveriesAPage);
    const last = deliveries.at(-1);
    const next = rows.length > deliveriesAPage && last ? { happenedAt: last.happenedAt, id: last.id } : null;
    const { id, url, events, madeAt } = kept;
    return ok({ endpoint: { id, url, events, madeAt }, deliveries, next });
  });
}
