import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { lockEndpoint, replayDeliveries } from "../store.ts";

/**
 * Sends deliveries again under their own ids: the one named, or (null) all of the endpoint that are dead. Answers how many.
 * Refuses another agency's endpoint, an ended one, and a delivery that is not the endpoint's or is being sent, as missing.
 */
export async function replayDelivery(
  ports: Ports,
  actor: Staff,
  input: { readonly endpointId: string; readonly deliveryId: string | null },
): Promise<Result<{ readonly count: number }, { readonly kind: "webhook_missing" }>> {
  const { endpointId, deliveryId } = input;
  if (!isUuid(endpointId) || !(deliveryId === null || isUuid(deliveryId))) {
    return refuse({ kind: "webhook_missing" });
  }
  return ports.db.as(actor, async (tx) => {
    const kept = await lockEndpoint(tx, actor.agencyId, endpointId);
    if (!kept) return refuse({ kind: "webhook_missing" });
    const which = deliveryId === null ? ("dead" as const) : { deliveryId };
    const count = await replayDeliveries(tx, kept, which, ports.clock.now());
    if (deliveryId !== null && count === 0) return refuse({ kind: "webhook_missing" });
    await record(ports, tx, { action: "webhook.replayed", actor, subjectId: kept.id, refs: { count } });
    return ok({ count });
  });
}
