import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { changeEndpoint, lockEndpoint } from "../store.ts";

/**
 * Stops sending to an endpoint, or lets it go on. What happens while it is paused waits and is sent afterwards, each
 * under its own id. Paused (or going on) already is no refusal. Refuses another agency's endpoint, or one that was ended,
 * as missing.
 */
export async function pauseWebhook(
  ports: Ports,
  actor: Staff,
  input: { readonly endpointId: string; readonly paused: boolean },
): Promise<Result<undefined, { readonly kind: "webhook_missing" }>> {
  const { endpointId, paused } = input;
  if (!isUuid(endpointId)) return refuse({ kind: "webhook_missing" });
  return ports.db.as(actor, async (tx) => {
    const kept = await lockEndpoint(tx, actor.agencyId, endpointId);
    if (!kept) return refuse({ kind: "webhook_missing" });
    if ((kept.pausedAt !== null) === paused) return ok();
    await changeEndpoint(tx, kept, { pausedAt: paused ? ports.clock.now() : null });
    const action = paused ? "webhook.paused" : "webhook.resumed";
    await record(ports, tx, { action, actor, subjectId: kept.id });
    return ok();
  });
}
