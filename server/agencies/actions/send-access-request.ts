import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { RequestFaults } from "../access-form.ts";
import { checkRequest } from "../desk/check-request.ts";
import { insertPeople } from "../store/access-person.ts";
import { lockRequest, saveRequest } from "../store/access-request.ts";
import { listLetterPlaces } from "../store/letter-place.ts";

export type SendRequestRefusal =
  | RequestFaults
  | { readonly kind: "request_not_found" }
  | { readonly kind: "request_not_draft" }
  | { readonly kind: "scan_missing" }
  /** The agency's region has no office yet. */
  | { readonly kind: "no_registrar" };

/**
 * Sends a request to the registrar of the region in which the agency lies (F1.2): from now on they see it, and nothing
 * in it changes any more. Sent twice, it is one. Refuses what is not complete, has no signed scan, or has nobody to go to.
 */
export async function sendAccessRequest(
  ports: Ports,
  actor: Staff,
  { requestId }: { readonly requestId: string },
): Promise<Result<undefined, SendRequestRefusal>> {
  if (!isUuid(requestId)) return refuse({ kind: "request_not_found" });
  return ports.db.as(actor, async (tx) => {
    const kept = await lockRequest(ports, tx, requestId);
    if (!kept) return refuse({ kind: "request_not_found" });
    if (kept.state === "sent" || kept.state === "decided") return ok(undefined);
    if (kept.state !== "draft") return refuse({ kind: "request_not_draft" });
    const read = await checkRequest(ports, tx, actor, kept.typed);
    if (!read.ok) return read;
    if (kept.scanKey === null) return refuse({ kind: "scan_missing" });
    const registrarId = (await listLetterPlaces(tx, [kept.agencyId])).get(kept.agencyId)?.registrarId;
    if (!registrarId) return refuse({ kind: "no_registrar" });
    await insertPeople(ports, tx, { ...kept, registrarId }, read.value);
    const sent = { state: "sent", registrarId, letterDate: read.value.date, sentAt: ports.clock.now() };
    await saveRequest(ports, tx, kept, sent);
    const refs = { joining: read.value.joining.length, leaving: read.value.leaving.length };
    await record(ports, tx, { action: "access_request.sent", actor, subjectId: requestId, refs });
    return ok(undefined);
  });
}
