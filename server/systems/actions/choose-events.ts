import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { changeEndpoint, lockEndpoint } from "../store.ts";
import { readEvents, type WebhookFormRefusal } from "../webhook-form.ts";

export type ChooseEventsRefusal =
  | Extract<WebhookFormRefusal, { readonly kind: "webhook_events_none" }>
  | { readonly kind: "webhook_missing" };

/**
 * Chooses anew what an endpoint is told of, from now on; what waits is sent as before. Refuses no event at all, and
 * another agency's endpoint, or one that was ended, as missing.
 */
export async function chooseEvents(
  ports: Ports,
  actor: Staff,
  input: { readonly endpointId: string; readonly events: readonly string[] },
): Promise<Result<undefined, ChooseEventsRefusal>> {
  if (!isUuid(input.endpointId)) return refuse({ kind: "webhook_missing" });
  return ports.db.as(actor, async (tx) => {
    const kept = await lockEndpoint(tx, actor.agencyId, input.endpointId);
    if (!kept) return refuse({ kind: "webhook_missing" });
    const events = readEvents(input.events);
    if (!events.ok) return events;
    await changeEndpoint(tx, kept, { events: events.value });
    const refs = { events: events.value.join(" ") };
    await record(ports, tx, { action: "webhook.events_chosen", actor, subjectId: kept.id, refs });
    return ok();
  });
}
