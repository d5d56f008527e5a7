import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { keepNewQr, refusalOfNewQr, type NewQrRefusal } from "../desk/new-qr.ts";
import { endForSuccessor, findPlace, findSuccessor } from "../store.ts";

export type ReplaceQrRefusal =
  Exclude<NewQrRefusal, { readonly kind: "no_facility" }> | { readonly kind: "qr_not_found" };

/**
 * Replaces a printed QR of the own facility in one step: the old one is revoked and points at a new one for the same
 * service. Replaced before, it answers the successor there is. Refuses (as not found) what is no printed QR of this
 * facility and one that was revoked for good, a closed facility, and a service it does not offer today: then the old
 * one stays as it is.
 */
export async function replaceQr(
  ports: Ports,
  actor: Staff,
  input: { readonly qrId: string },
): Promise<Result<{ readonly qrId: string }, ReplaceQrRefusal>> {
  const { agencyId } = actor;
  const { qrId } = input;
  if (!isUuid(qrId)) return refuse({ kind: "qr_not_found" });
  return ports.db.as(actor, async (tx) => {
    const place = await findPlace(tx, qrId);
    if (place?.kind !== "printed") return refuse({ kind: "qr_not_found" });
    const { serviceType } = place;
    const wanted = { agencyId, serviceType, kind: "printed", requestKey: `replace:${qrId}` } as const;
    const successorId = ports.random.uuid();
    const refusal = place.asking.qrRevokedAt === null ? await refusalOfNewQr(ports, tx, wanted) : null;
    if (refusal) return refuse(refusal.kind === "no_facility" ? { kind: "qr_not_found" } : refusal);
    if (!(await endForSuccessor(tx, agencyId, qrId, { successorId, now: ports.clock.now() }))) {
      const successor = await findSuccessor(tx, qrId);
      return successor ? ok({ qrId: successor.qrId }) : refuse({ kind: "qr_not_found" });
    }
    await keepNewQr(ports, tx, wanted, successorId);
    const refs = { successor: successorId, service: serviceType };
    await record(ports, tx, { action: "facility_qr.replaced", actor, agencyId, subjectId: qrId, refs });
    return ok({ qrId: successorId });
  });
}
