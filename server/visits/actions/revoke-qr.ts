import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { revokeQr as revokeRow } from "../store.ts";

/**
 * Revokes a printed QR of the own facility: from now on scanning it is refused. Refuses (as not found) what is no
 * printed QR of this facility; revoked before is as good.
 */
export async function revokeQr(
  ports: Ports,
  actor: Staff,
  input: { readonly qrId: string },
): Promise<Result<undefined, { readonly kind: "qr_not_found" }>> {
  if (!isUuid(input.qrId)) return refuse({ kind: "qr_not_found" });
  const { agencyId } = actor;
  return ports.db.as(actor, async (tx) => {
    const revoked = await revokeRow(tx, agencyId, input.qrId, ports.clock.now());
    if (revoked === "not_found") return refuse({ kind: "qr_not_found" });
    if (revoked === "revoked") {
      await record(ports, tx, { action: "facility_qr.revoked", actor, agencyId, subjectId: input.qrId });
    }
    return ok();
  });
}
