import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { record } from "../../audit/store.ts";
import type { Ports } from "../../ports.ts";
import type { AccessRequestLine, AccessRequestSeen } from "../asked-access.ts";
import { requestLines, requestSeen } from "../desk/request-seen.ts";
import { findRequest, listRequestsFor } from "../store/access-request.ts";

const waitingShown = 100;
const overShown = 20;

export interface AccessQueue {
  /** The oldest first. */
  readonly waiting: readonly AccessRequestLine[];
  readonly over: readonly AccessRequestLine[];
}

/** What waits for the actor's office, and what was decided lately. An office sees what was sent to itself, no other. */
export async function seeAccessQueue(ports: Ports, actor: Staff): Promise<AccessQueue> {
  return ports.db.as(actor, async (tx) => {
    const list = (which: "waiting" | "over", limit: number) =>
      listRequestsFor(ports, tx, actor.agencyId, which, limit);
    return {
      waiting: await requestLines(ports, tx, await list("waiting", waitingShown)),
      over: await requestLines(ports, tx, await list("over", overShown)),
    };
  });
}

/** One request that was sent to the actor's office; that it was opened is written. Refuses any other as not found. */
export async function seeAskedAccess(
  ports: Ports,
  actor: Staff,
  { requestId }: { readonly requestId: string },
): Promise<Result<AccessRequestSeen, { readonly kind: "request_not_found" }>> {
  if (!isUuid(requestId)) return refuse({ kind: "request_not_found" });
  return ports.db.as(actor, async (tx) => {
    const kept = await findRequest(ports, tx, requestId);
    if (!kept || kept.state === "draft") return refuse({ kind: "request_not_found" });
    const { id: subjectId, agencyId } = kept;
    await record(ports, tx, { action: "access_request.opened", actor, agencyId, subjectId });
    return ok(await requestSeen(ports, tx, kept));
  });
}
