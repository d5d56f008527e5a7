import type { Staff } from "../../kernel/actor.ts";
import { turnedPage, type Turn } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
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
  /** Where the pages beside this one lie; null: there is none. */
  readonly previous: MomentPlace | null;
  readonly next: MomentPlace | null;
}

export const deliveriesAPage = 50;

/** One endpoint and a page of what was sent to it. Refuses another agency's, or an ended one, as missing. */
export async function seeWebhook(
  ports: Ports,
  actor: Staff,
  input: { readonly endpointId: string; readonly turn: Turn<MomentPlace> | null },
): Promise<Result<SeenWebhook, { readonly kind: "webhook_missing" }>> {
  if (!isUuid(input.endpointId)) return refuse({ kind: "webhook_missing" });
  return ports.db.as(actor, async (tx) => {
    const kept = await findEndpoint(tx, actor.agencyId, input.endpointId);
    if (!kept) return refuse({ kind: "webhook_missing" });
    const { turn } = input;
    const found = await listDeliveries(tx, kept, { turn, limit: deliveriesAPage + 1 });
    const placeOf = ({ happenedAt, id }: KeptDelivery): MomentPlace => ({ at: happenedAt, id });
    const { rows, ...beside } = turnedPage(found, { turn, size: deliveriesAPage }, placeOf);
    const { dead = 0 } = (await countOpenDeliveries(tx, actor.agencyId)).get(kept.id) ?? {};
    return ok({ endpoint: shown(kept), deliveries: rows, dead, ...beside });
  });
}

function shown({ id, url, events, madeAt, pausedAt }: KeptEndpoint): ShownEndpoint {
  return { id, url, events, madeAt, pausedAt };
}
