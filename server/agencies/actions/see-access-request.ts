import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { RequestFault } from "../access-form.ts";
import type { AccessRequestSeen } from "../asked-access.ts";
import { checkRequest } from "../desk/check-request.ts";
import { requestSeen } from "../desk/request-seen.ts";
import type { Member } from "../member.ts";
import { findRequest } from "../store/access-request.ts";
import { listMembersById } from "../store/member.ts";

export interface OwnRequest {
  readonly request: AccessRequestSeen;
  /** What a draft still lacks; none: it may be printed and sent. */
  readonly faults: readonly RequestFault[];
  readonly leaving: readonly Member[];
}

/** A request of the actor's own agency. Refuses any other as not found. */
export async function seeAccessRequest(
  ports: Ports,
  actor: Staff,
  { requestId }: { readonly requestId: string },
): Promise<Result<OwnRequest, { readonly kind: "request_not_found" }>> {
  if (!isUuid(requestId)) return refuse({ kind: "request_not_found" });
  return ports.db.as(actor, async (tx) => {
    const kept = await findRequest(ports, tx, requestId);
    if (!kept) return refuse({ kind: "request_not_found" });
    const checked = kept.state === "draft" ? await checkRequest(ports, tx, actor, kept.typed) : null;
    return ok({
      request: await requestSeen(ports, tx, kept),
      faults: checked && !checked.ok ? checked.refusal.faults : [],
      leaving: await listMembersById(ports, tx, kept.typed.leaving),
    });
  });
}
