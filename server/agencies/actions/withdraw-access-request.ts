import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { mayMoveRequest } from "../access-request.ts";
import { listAskedPeople } from "../store/access-person.ts";
import { lockRequest, saveRequest } from "../store/access-request.ts";

export type WithdrawRefusal =
  | { readonly kind: "request_not_found" }
  /** Somebody in it was decided on already. */
  | { readonly kind: "request_decided" };

/**
 * Takes a request back, or throws a draft away with its scan, as long as nobody in it was decided on. Once more is the
 * same.
 */
export async function withdrawAccessRequest(
  ports: Ports,
  actor: Staff,
  { requestId }: { readonly requestId: string },
): Promise<Result<undefined, WithdrawRefusal>> {
  if (!isUuid(requestId)) return refuse({ kind: "request_not_found" });
  const gone = await ports.db.as(actor, async (tx): Promise<Result<string | null, WithdrawRefusal>> => {
    const kept = await lockRequest(ports, tx, requestId);
    if (!kept) return refuse({ kind: "request_not_found" });
    if (kept.state === "withdrawn") return ok(null);
    const people = (await listAskedPeople(ports, tx, [kept])).get(kept.id) ?? [];
    const isDecided = people.some(({ decision }) => decision !== "pending");
    if (isDecided || !mayMoveRequest(kept.state, "withdrawn")) return refuse({ kind: "request_decided" });
    const outlived = kept.state === "draft" ? kept.scanKey : null;
    const change = { state: "withdrawn", withdrawnAt: ports.clock.now() };
    await saveRequest(ports, tx, kept, outlived === null ? change : { ...change, scanKey: null });
    await record(ports, tx, { action: "access_request.withdrawn", actor, subjectId: kept.id });
    return ok(outlived);
  });
  if (!gone.ok) return gone;
  if (gone.value !== null) await ports.files.delete(gone.value);
  return ok(undefined);
}
