import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { KeptKey } from "../kept-key.ts";
import type { KeptDelivery, KeptEndpoint } from "../kept-webhook.ts";
import {
  countOpenDeliveries,
  findEndpoint,
  findKey,
  listDeliveries,
  listEndpoints,
  listKeys,
} from "../store.ts";

type ShownEndpoint = Pick<KeptEndpoint, "id" | "url" | "events" | "madeAt" | "pausedAt">;

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
      endpoints: endpoints.map((endpoint) => ({
        ...shown(endpoint),
        ...(open.get(endpoint.id) ?? { waiting: 0, dead: 0 }),
      })),
    };
  });
}

/** One key of the staff's own facility. Refuses another agency's as missing. */
export async function seeKey(
  ports: Ports,
  actor: Staff,
  input: { readonly keyId: string },
): Promise<Result<KeptKey, { readonly kind: "key_missing" }>> {
  if (!isUuid(input.keyId)) return refuse({ kind: "key_missing" });
  const key = await ports.db.as(actor, (tx) => findKey(tx, actor.agencyId, input.keyId));
  return key ? ok(key) : refuse({ kind: "key_missing" });
}

export interface SeenWebhook {
  readonly endpoint: ShownEndpoint;
  readonly deliveries: readonly KeptDelivery[];
  /** How many of the endpoint's, on whatever page, every try failed of. */
  readonly dead: number;
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
    const { dead = 0 } = (await countOpenDeliveries(tx, actor.agencyId)).get(kept.id) ?? {};
    return ok({ endpoint: shown(kept), deliveries, dead, next });
  });
}

function shown({ id, url, events, madeAt, pausedAt }: KeptEndpoint): ShownEndpoint {
  return { id, url, events, madeAt, pausedAt };
}
