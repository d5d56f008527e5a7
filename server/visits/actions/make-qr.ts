import { record } from "../../audit/store.ts";
import type { Staff, SystemActor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { keepNewQr, refusalOfNewQr, type NewQrRefusal } from "../desk/new-qr.ts";
import type { QrKind } from "../facility-qr.ts";

export type MakeQrRefusal = NewQrRefusal;

/**
 * Makes a facility's QR for one service, or answers the one there is: a service has one living screen QR; printed
 * ones are made as often as wanted, once a request key. Staff only for their own facility. Refuses a facility that
 * is closed and a service it does not offer today.
 */
export async function makeQr(
  ports: Ports,
  actor: Staff | SystemActor,
  input: {
    readonly agencyId: string;
    readonly serviceType: string;
    readonly kind: QrKind;
    readonly requestKey: string;
  },
): Promise<Result<{ readonly qrId: string }, MakeQrRefusal>> {
  if (actor.kind === "staff" && actor.agencyId !== input.agencyId) return refuse({ kind: "no_facility" });
  return ports.db.as(actor, async (tx) => {
    const refusal = await refusalOfNewQr(ports, tx, input);
    if (refusal) return refuse(refusal);
    const { qrId, isNew } = await keepNewQr(ports, tx, input, ports.random.uuid());
    if (isNew) {
      const refs = { kind: input.kind, service: input.serviceType };
      const { agencyId } = input;
      await record(ports, tx, { action: "facility_qr.made", actor, agencyId, subjectId: qrId, refs });
    }
    return ok({ qrId });
  });
}
