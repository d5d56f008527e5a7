import type { Gate } from "../../kernel/actor.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { isRequestOpen } from "../grant.ts";
import { findClient } from "../store/client.ts";
import { findRequest } from "../store/grant.ts";

/** What the relying party is called that waits behind a request to sign in; null: there is none any more. */
export async function findWaitingSystem(
  ports: Pick<Ports, "db" | "clock">,
  actor: Gate,
  requestId: string,
): Promise<{ readonly nameTh: string; readonly nameEn: string } | null> {
  if (!isUuid(requestId)) return null;
  return ports.db.as(actor, async (tx) => {
    const kept = await findRequest(tx, requestId);
    if (!kept || !isRequestOpen(kept, ports.clock.now())) return null;
    const client = await findClient(tx, kept.request.clientId);
    return client && { nameTh: client.nameTh, nameEn: client.nameEn };
  });
}
