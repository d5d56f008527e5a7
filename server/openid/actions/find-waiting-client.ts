import type { Gate } from "../../kernel/actor.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { isRequestOpen } from "../grant.ts";
import { findRequest } from "../store/grant.ts";

/** The relying party that waits behind a request to sign in; null: there is none of that id any more. */
export async function findWaitingClient(
  ports: Pick<Ports, "db" | "clock">,
  actor: Gate,
  requestId: string,
): Promise<string | null> {
  if (!isUuid(requestId)) return null;
  const kept = await ports.db.as(actor, (tx) => findRequest(tx, requestId));
  return kept && isRequestOpen(kept, ports.clock.now()) ? kept.request.clientId : null;
}
